/**
 * 事件推送: other systems are called when something happened to a matter that their token sees: signed,
 * with ids and states alone, again and again until they take it or it is given up.
 */
@NullMarked
@ApplicationModule(
        displayName = "事件推送",
        allowedDependencies = {
            "base", "shell", "org", "vault", "life", "matter", "message", "token"
        })
package wanhu.hook;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
