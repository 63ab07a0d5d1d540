/** Rules as data: each limit with its legal source, its version and the day from which it holds. */
@NullMarked
@ApplicationModule(
        displayName = "规则",
        allowedDependencies = {"base", "calendar", "shell"})
package wanhu.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
