package wanhu.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AwayTest {
    private final AtomicLong seconds = new AtomicLong();
    private final Away away = new Away(() -> TimeUnit.SECONDS.toNanos(seconds.get()));

    @Test
    void thisMinuteAndTheLastAreCounted() {
        away.add();
        seconds.set(50);
        away.add();
        assertThat(away.lately()).isEqualTo(2);
        seconds.set(119);
        away.add();
        assertThat(away.lately()).isEqualTo(3);
        seconds.set(120);
        assertThat(away.lately()).isEqualTo(1);
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        away.add();
        seconds.set(120);
        assertThat(away.lately()).isZero();
    }
}
