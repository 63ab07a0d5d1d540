/**
 * 答复检查: what a person should think about before an answer goes out: is everything answered that was
 * asked, is the next step named, who, by when, in plain words, without personal data. Hints alone;
 * people decide.
 */
@NullMarked
@ApplicationModule(
        displayName = "答复检查",
        allowedDependencies = {"base", "shell"})
package wanhu.reply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
