/**
 * 热点与每月一题: what many people tell, found by words, time and place as it comes in; led by people to a
 * monthly topic with an owner, a plan and figures before and after; and what comes each season.
 */
@NullMarked
@ApplicationModule(
        displayName = "热点",
        allowedDependencies = {
            "base",
            "shell",
            "org",
            "calendar",
            "category",
            "law",
            "life",
            "matter",
            "board",
            "export"
        })
package wanhu.topic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
