package wanhu;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import wanhu.base.Wall;

/**
 * Has the rooms look at the clock by themselves; a test, or a node that only serves pages, says no.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(name = "wanhu.ticks", matchIfMissing = true)
@EnableScheduling
class Ticks {
    @Bean
    ThreadPoolTaskSchedulerCustomizer oneLineForTrouble(Clock clock) {
        return scheduler -> scheduler.setErrorHandler(new TickTrouble(clock));
    }

    /** What the clock asks for is the program's own work, over all counties. */
    @Bean
    ThreadPoolTaskSchedulerCustomizer wholeCounties() {
        return scheduler -> scheduler.setTaskDecorator(tick -> () -> Wall.whole(tick));
    }
}
