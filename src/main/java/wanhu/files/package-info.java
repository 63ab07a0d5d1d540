/**
 * 附件: photos and voice notes: limits, type by content, re-encoding that leaves no position behind.
 */
@NullMarked
@ApplicationModule(
        displayName = "附件",
        allowedDependencies = {"base"})
package wanhu.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
