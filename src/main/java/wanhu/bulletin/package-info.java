/**
 * 周报月报: the weekly and the monthly bulletin of a county or township: figures taken once and kept
 * with their definitions, words of an editor, released by a second person, never changed
 * afterwards.
 */
@NullMarked
@ApplicationModule(
        displayName = "周报月报",
        allowedDependencies = {
            "base",
            "shell",
            "export",
            "org",
            "law",
            "callback",
            "category",
            "life",
            "matter",
            "disclosure",
            "rate",
            "supervise",
            "topic",
            "round"
        })
package wanhu.bulletin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
