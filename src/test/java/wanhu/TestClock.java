package wanhu;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import wanhu.base.Zones;

/** The clock of the tests: stands still until a test sets it. */
public final class TestClock extends Clock {
    /** Monday, 3 August 2026, 09:00 in China. */
    public static final Instant START = Instant.parse("2026-08-03T01:00:00Z");

    private volatile Instant now = START;

    /** Sets the clock, also back. */
    public void set(Instant instant) {
        now = instant;
    }

    /** Sets the clock to a local time in China, like {@code 2026-08-20T09:00}. */
    public void set(String chinese) {
        now = LocalDateTime.parse(chinese).atZone(Zones.CHINA).toInstant();
    }

    /** Lets time pass. */
    public void advance(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return Zones.CHINA;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }

    /** Puts the clock into the product in place of the real one. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Setup {
        @Bean
        @Primary
        TestClock testClock() {
            return new TestClock();
        }
    }

    /** Sets the clock to its start before each test. */
    static final class Reset implements BeforeEachCallback {
        @Override
        public void beforeEach(ExtensionContext test) {
            SpringExtension.getApplicationContext(test).getBean(TestClock.class).set(START);
        }
    }
}
