/**
 * Keeps what must not be read from a stolen copy of the database: field encryption, blind index,
 * masking, and the record of who read what in plain and why.
 */
@NullMarked
@ApplicationModule(
        displayName = "保密柜",
        allowedDependencies = {"base", "crypto", "shell"})
package wanhu.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
