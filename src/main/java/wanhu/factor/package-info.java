/** 第二重验证: the second proof of who signs in, beside the password. */
@NullMarked
@ApplicationModule(
        displayName = "第二重验证",
        allowedDependencies = {"base", "shell", "vault"})
package wanhu.factor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
