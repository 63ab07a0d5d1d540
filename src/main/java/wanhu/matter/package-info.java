/**
 * 民情事项: residents' matters, from the first request to the rating: kept, found, listed, and moved by
 * one door. What a step makes of a matter, {@link wanhu.life} decides.
 */
@NullMarked
@ApplicationModule(
        displayName = "民情事项",
        allowedDependencies = {
            "base",
            "org",
            "calendar",
            "law",
            "vault",
            "people",
            "duty",
            "promise",
            "life"
        })
package wanhu.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
