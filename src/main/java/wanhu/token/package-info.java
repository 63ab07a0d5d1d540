/**
 * 接口令牌: with what a program acts as a post: tokens, what each may do, how often, how it is told no,
 * and that the same command sent twice is one.
 */
@NullMarked
@ApplicationModule(
        displayName = "接口令牌",
        allowedDependencies = {"base", "shell", "org", "people", "vault"})
package wanhu.token;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
