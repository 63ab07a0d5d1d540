/**
 * 排队: who is served when many come at once or slowly: connections that must keep a pace, uploads
 * and large forms that share room, and a bounded number of requests at work.
 */
@NullMarked
@ApplicationModule(
        displayName = "排队",
        allowedDependencies = {"base"})
package wanhu.queue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
