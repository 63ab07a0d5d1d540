/**
 * 导出: what leaves as a file: how many in an hour, who took it (a mark in each file), and a second
 * person who agrees when much is taken at once.
 */
@NullMarked
@ApplicationModule(
        displayName = "导出",
        allowedDependencies = {"base", "org", "shell", "people", "vault"})
package wanhu.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
