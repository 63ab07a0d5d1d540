/** 工作台: where staff find what they must do, and do it. */
@NullMarked
@ApplicationModule(
        displayName = "工作台",
        allowedDependencies = {
            "base",
            "export",
            "org",
            "shell",
            "people",
            "vault",
            "calendar",
            "law",
            "category",
            "duty",
            "files",
            "life",
            "matter",
            "promise",
            "reply",
            "suggest",
            "board"
        })
package wanhu.workbench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
