/**
 * 开放接口 Open311 GeoReport v2: other systems report for residents and read what is public, by the
 * standard and nothing beside it.
 */
@NullMarked
@ApplicationModule(
        displayName = "开放接口",
        allowedDependencies = {
            "base",
            "shell",
            "org",
            "people",
            "vault",
            "category",
            "files",
            "life",
            "matter",
            "intake"
        })
package wanhu.open311;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
