/**
 * The duty lists of townships (履职事项清单): what they do themselves, what they help with, what higher
 * levels have taken back and can't push down again.
 */
@NullMarked
@ApplicationModule(
        displayName = "履职事项清单",
        allowedDependencies = {"base", "org", "shell"})
package wanhu.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
