/**
 * 系统对接: matters that go to another system and come back, and those that came from one: partners,
 * what our codes are called there, an outbox, and a list for people of what could not go.
 */
@NullMarked
@ApplicationModule(
        displayName = "系统对接",
        allowedDependencies = {
            "base",
            "shell",
            "org",
            "category",
            "vault",
            "life",
            "matter",
            "message",
            "token",
            "workbench"
        })
package wanhu.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
