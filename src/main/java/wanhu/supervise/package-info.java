/**
 * 督办: what those above a matter do so that it is done: orders on three levels, listed ones, prompts
 * that find themselves, reminders, joint consultations, stage reports, the desks of returns and
 * extensions. People decide; the system reminds.
 */
@NullMarked
@ApplicationModule(
        displayName = "督办",
        allowedDependencies = {
            "base",
            "export",
            "shell",
            "org",
            "people",
            "calendar",
            "law",
            "promise",
            "life",
            "matter"
        })
package wanhu.supervise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
