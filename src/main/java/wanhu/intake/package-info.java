/**
 * 登记: how a matter comes in (the resident's own page, staff on behalf, a file) and how she follows
 * it with the code of her receipt.
 */
@NullMarked
@ApplicationModule(
        displayName = "登记",
        allowedDependencies = {
            "base",
            "shell",
            "org",
            "people",
            "vault",
            "calendar",
            "law",
            "category",
            "files",
            "promise",
            "life",
            "matter",
            "suggest",
            "knowledge",
            "callback"
        })
package wanhu.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
