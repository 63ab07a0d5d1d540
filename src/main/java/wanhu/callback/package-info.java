/**
 * 回访: whom somebody has to call. After an answer the resident is asked whether it holds – all of
 * the serious ones, of the others a share drawn by lot – and what was promised at the desk is kept.
 */
@NullMarked
@ApplicationModule(
        displayName = "回访",
        allowedDependencies = {
            "base",
            "shell",
            "org",
            "calendar",
            "category",
            "law",
            "promise",
            "people",
            "life",
            "matter"
        })
package wanhu.callback;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
