package wanhu;

import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import wanhu.base.DemoClock;
import wanhu.base.SteadyClock;

/** The one source of time for all rooms. */
@Configuration(proxyBeanMethods = false)
class Time {
    @Bean
    @ConditionalOnBooleanProperty(name = "wanhu.demo", havingValue = false, matchIfMissing = true)
    Clock clock() {
        return new SteadyClock();
    }

    @Bean
    @ConditionalOnBooleanProperty("wanhu.demo")
    DemoClock demoClock() {
        return new DemoClock(new SteadyClock(), Duration.ZERO);
    }
}
