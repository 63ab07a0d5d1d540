/**
 * 民情事项: the life of a resident's matter, from the first request to the rating. The core of the
 * house.
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
            "promise"
        })
package wanhu.matter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
