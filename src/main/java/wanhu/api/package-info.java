/**
 * 接口: matters, steps, figures, units and categories for programs, as JSON below {@code /api/v1};
 * the same doors as the pages, and the description of them by OpenAPI.
 */
@NullMarked
@ApplicationModule(
        displayName = "接口",
        allowedDependencies = {
            "base",
            "shell",
            "org",
            "people",
            "calendar",
            "category",
            "promise",
            "life",
            "matter",
            "board",
            "intake",
            "workbench",
            "token",
            "export",
            "exchange",
            "hook"
        })
package wanhu.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
