/**
 * 看板: the figures of a territory and of those below it on one page, each with its time, what it
 * means and the rows behind it; and the same for the wall of a hall. Only of organisations, never
 * of a person.
 */
@NullMarked
@ApplicationModule(
        displayName = "看板",
        allowedDependencies = {
            "base",
            "export",
            "shell",
            "org",
            "life",
            "matter",
            "board",
            "rate",
            "law",
            "disclosure"
        })
package wanhu.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
