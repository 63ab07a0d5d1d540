/**
 * Who works here: persons, accounts and sign-in, the post as which somebody acts, and the check of
 * each route against the role of that post.
 */
@NullMarked
@ApplicationModule(
        displayName = "人员",
        allowedDependencies = {"base", "org", "shell", "vault", "factor", "oidc"})
package wanhu.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
