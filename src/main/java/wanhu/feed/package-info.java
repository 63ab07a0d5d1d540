/**
 * 日历订阅: deadlines and meetings of a post as a calendar, behind a link that only its holder knows.
 */
@NullMarked
@ApplicationModule(
        displayName = "日历订阅",
        allowedDependencies = {
            "base", "shell", "org", "people", "vault", "life", "promise", "matter", "round"
        })
package wanhu.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
