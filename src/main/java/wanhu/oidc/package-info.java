/** 统一身份认证: sign-in at a provider elsewhere (OpenID Connect); off unless it is set up. */
@NullMarked
@ApplicationModule(
        displayName = "统一身份认证",
        allowedDependencies = {"base"})
package wanhu.oidc;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
