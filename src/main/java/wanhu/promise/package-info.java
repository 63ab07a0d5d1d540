/**
 * 期限: promises as rows: a budget of time, a ledger of what stopped it, and the instants that follow
 * from them.
 */
@NullMarked
@ApplicationModule(
        displayName = "期限",
        allowedDependencies = {"base", "calendar", "law"})
package wanhu.promise;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
