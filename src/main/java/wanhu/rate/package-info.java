/**
 * 三率: response, solution and satisfaction of organisations, counted from timelines, promises and
 * ratings, with the formula and what was left out in the open. There is no rate of a person.
 */
@NullMarked
@ApplicationModule(
        displayName = "三率",
        allowedDependencies = {
            "base",
            "export",
            "shell",
            "org",
            "category",
            "law",
            "promise",
            "life",
            "matter",
            "board"
        })
package wanhu.rate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
