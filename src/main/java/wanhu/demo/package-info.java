/**
 * 演示: a demonstration county with the real units of 库伦旗 and invented people and matters, and the
 * clock that can be moved forward. Nothing of it exists unless the demonstration was asked for at
 * the start.
 */
@NullMarked
@ApplicationModule(
        displayName = "演示",
        allowedDependencies = {
            "base",
            "shell",
            "org",
            "people",
            "calendar",
            "duty",
            "category",
            "life",
            "matter",
            "ledger",
            "grid",
            "round",
            "supervise",
            "knowledge",
            "bulletin",
            "vault"
        })
package wanhu.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
