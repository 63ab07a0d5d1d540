/**
 * 个人信息安全事件: what somebody has to know and to write when personal data leaked, were altered or lost,
 * or may have been (PIPL, article 57): who is concerned, by when it is reported, and drafts that a
 * person edits. Nothing is sent from here.
 */
@NullMarked
@ApplicationModule(
        displayName = "个人信息安全事件",
        allowedDependencies = {
            "base",
            "shell",
            "org",
            "vault",
            "calendar",
            "law",
            "matter",
            "audit"
        })
package wanhu.breach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
