/**
 * 网格公示牌: what the public sign of a grid tells everybody (its borders, who serves there, the phones
 * of the service point and of supervision), kept current and printable.
 */
@NullMarked
@ApplicationModule(
        displayName = "网格公示牌",
        allowedDependencies = {"base", "org", "shell"})
package wanhu.grid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
