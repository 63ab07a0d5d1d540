/** 备份与恢复: a copy of everything, sealed, taken while the product works, and brought back. */
@NullMarked
@ApplicationModule(
        displayName = "备份与恢复",
        allowedDependencies = {"base", "crypto", "embedded"})
package wanhu.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
