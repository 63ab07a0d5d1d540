/**
 * 民情例会: the meetings at which villages, townships and the county decide on matters, and how these
 * climb from one to the next.
 */
@NullMarked
@ApplicationModule(
        displayName = "民情例会",
        allowedDependencies = {
            "base",
            "shell",
            "org",
            "people",
            "calendar",
            "law",
            "duty",
            "category",
            "life",
            "matter",
            "promise",
            "workbench"
        })
package wanhu.round;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
