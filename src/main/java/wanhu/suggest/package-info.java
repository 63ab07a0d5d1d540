/**
 * 建议: what the county's own closed matters and its lists say of a new one: its category, who is
 * likely to handle it, whether it is urgent. Each suggestion tells its reasons; a person decides,
 * and what she decides otherwise is learned from.
 */
@NullMarked
@ApplicationModule(
        displayName = "建议",
        allowedDependencies = {"base", "org", "shell", "category", "duty", "life", "matter"})
package wanhu.suggest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
