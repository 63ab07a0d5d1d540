/**
 * Time as offices count it: the work calendar with holidays and swapped workdays, deadlines by the
 * Civil Code, clocks that pause, cut-offs and periods. The arithmetic is pure.
 */
@NullMarked
@ApplicationModule(
        displayName = "日历",
        allowedDependencies = {"base", "shell"})
package wanhu.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
