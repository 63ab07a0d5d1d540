/**
 * 消息: what goes out: to units inside the product, to staff by e-mail and group robots, to residents
 * by text message. A message is a row that is written with the fact it tells, and sent afterwards.
 */
@NullMarked
@ApplicationModule(
        displayName = "消息",
        allowedDependencies = {
            "base",
            "shell",
            "org",
            "vault",
            "law",
            "life",
            "matter",
            "supervise"
        })
package wanhu.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
