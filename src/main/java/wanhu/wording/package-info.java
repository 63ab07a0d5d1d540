/**
 * Labels and texts that a county may adapt: versions, each with its first day, its author and why.
 */
@NullMarked
@ApplicationModule(
        displayName = "文本",
        allowedDependencies = {"base", "shell"})
package wanhu.wording;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
