/**
 * 统计台账: figures over years of matters, kept as counts by place and month that follow what happens
 * within seconds, and that can be thrown away and counted again.
 */
@NullMarked
@ApplicationModule(
        displayName = "统计台账",
        allowedDependencies = {"base", "org", "life", "matter"})
package wanhu.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
