/**
 * 民情事项的办理规则: what a matter is and what a step makes of it, as data and pure functions. No database,
 * no clock, no framework: state and wish in, new state or a refusal out.
 */
@NullMarked
@ApplicationModule(
        displayName = "办理规则",
        allowedDependencies = {"base", "org", "calendar", "promise"})
package wanhu.life;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
