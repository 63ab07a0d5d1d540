/**
 * 知识库 (GB/T 44191-2024): what the county answers, kept by the unit that answers for it: versions
 * that a second person has read, a day to look at each again, an end after which the public no
 * longer sees it.
 */
@NullMarked
@ApplicationModule(
        displayName = "知识库",
        allowedDependencies = {"base", "shell", "org", "category", "people", "life", "matter"})
package wanhu.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
