/**
 * 公开栏: what everybody may read, redacted and approved by a person; feeds; counts with small numbers
 * hidden.
 */
@NullMarked
@ApplicationModule(
        displayName = "公开栏",
        allowedDependencies = {
            "base",
            "shell",
            "org",
            "people",
            "law",
            "category",
            "life",
            "vault",
            "matter"
        })
package wanhu.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
