/** 事项分类: what a matter can be about, a tree of any depth, as data. */
@NullMarked
@ApplicationModule(
        displayName = "事项分类",
        allowedDependencies = {"base", "shell"})
package wanhu.category;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
