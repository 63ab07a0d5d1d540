package wanhu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** A test that listens to its own thread hears no other, whoever talks meanwhile. */
class HeardTest {
    private static final String NAME = HeardTest.class.getName();

    @Test
    void theLinesOfAnotherThreadAreNotOnesOwn() throws InterruptedException {
        var log = LoggerFactory.getLogger(NAME);
        try (var heard = new Heard(NAME)) {
            log.debug("mine");
            var other = Thread.ofPlatform().name("other").start(() -> log.debug("another's"));
            other.join();

            assertThat(heard.own()).containsExactly("mine");
        }
    }
}
