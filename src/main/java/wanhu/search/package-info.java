/**
 * 搜索: one box for everything that a post may see: matters by their words and numbers, and what
 * other rooms let be found.
 */
@NullMarked
@ApplicationModule(
        displayName = "搜索",
        allowedDependencies = {
            "base",
            "org",
            "shell",
            "vault",
            "calendar",
            "category",
            "life",
            "matter"
        })
package wanhu.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
