/**
 * 运行状态: how the product is, for whoever runs it: a page, the answers to a balancer, and figures for
 * a watching system.
 */
@NullMarked
@ApplicationModule(
        displayName = "运行状态",
        allowedDependencies = {"base", "shell", "org", "calendar"})
package wanhu.status;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
