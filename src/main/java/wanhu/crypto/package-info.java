/**
 * 算法: the two suites of algorithms, that of the JDK and the Chinese commercial one (国密), each under
 * the names of its standards. Knows nothing of what they protect.
 */
@NullMarked
@ApplicationModule(
        displayName = "密码算法",
        allowedDependencies = {"base"})
package wanhu.crypto;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
