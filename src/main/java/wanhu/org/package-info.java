/**
 * Units of the county and their tree, who holds which post, which unit stands behind which village.
 * The only room that makes paths.
 */
@NullMarked
@ApplicationModule(
        displayName = "组织机构",
        allowedDependencies = {"base", "shell"})
package wanhu.org;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
