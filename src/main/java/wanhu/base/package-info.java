/**
 * What every room speaks: who acts, where, money, ids, refusals, words, the clock. Knows no other
 * room.
 */
@NullMarked
@ApplicationModule(
        displayName = "底座",
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package wanhu.base;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
