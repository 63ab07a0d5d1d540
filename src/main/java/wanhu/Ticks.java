package wanhu;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.task.ThreadPoolTaskSchedulerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

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

    @Bean
    TickWatch tickWatch(Clock clock) {
        return new TickWatch(clock);
    }

    @Bean
    ThreadPoolTaskSchedulerCustomizer wholeCounties(TickWatch watch) {
        return scheduler -> scheduler.setTaskDecorator(watch::watch);
    }
}
