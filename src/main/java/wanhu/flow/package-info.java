/**
 * 逐级流转: how matters flow through the levels month by month, counted from the timelines; what came
 * in went out or is left.
 */
@NullMarked
@ApplicationModule(
        displayName = "逐级流转",
        allowedDependencies = {"base", "export", "shell", "org", "life", "matter"})
package wanhu.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
