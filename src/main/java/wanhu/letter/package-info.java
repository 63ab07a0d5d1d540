/**
 * 公文: letters of the offices, numbered without gaps and frozen when they are issued: orders of
 * supervision, transfers, replies to residents, minutes of meetings.
 */
@NullMarked
@ApplicationModule(
        displayName = "公文",
        allowedDependencies = {
            "base",
            "export",
            "shell",
            "org",
            "calendar",
            "law",
            "people",
            "life",
            "matter",
            "paper",
            "reply",
            "round",
            "supervise"
        })
package wanhu.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
