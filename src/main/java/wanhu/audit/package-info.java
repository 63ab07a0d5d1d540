/**
 * The record of acts: who did what, when, as whom and why; append-only, sealed within seconds into
 * chained Merkle trees, and verified by anybody who has a proof.
 */
@NullMarked
@ApplicationModule(
        displayName = "审计",
        allowedDependencies = {
            "base", "export", "crypto", "vault", "org", "people", "shell", "intake"
        })
package wanhu.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
