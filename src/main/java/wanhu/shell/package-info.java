/**
 * What every page is made of: the frame, the menu, forms, tables, tags, charts, refusals, language
 * and elder mode. Knows no matter and no unit; other rooms add to it through its sources.
 */
@NullMarked
@ApplicationModule(
        displayName = "页面外壳",
        allowedDependencies = {"base"})
package wanhu.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
