/**
 * PostgreSQL for a county with one machine and no administrator: unpacked, set up, started and
 * stopped with the program. Gives the data source, also when an external database is configured.
 */
@NullMarked
@ApplicationModule(
        displayName = "内置数据库",
        allowedDependencies = {"base"})
package wanhu.embedded;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
