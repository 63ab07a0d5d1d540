package wanhu.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000;

    private final Memory memory = new Memory(1000);
    private final Patience patience = new Patience(new Pace(Duration.ofSeconds(20), 1024), memory);

    /** A byte now and then for so many seconds. */
    private void dawdle(int seconds) throws SocketTimeoutException {
        for (int each = 1; each <= seconds; each++) {
            patience.passed(1, false, (each - 1) * SECOND);
            patience.look(each * SECOND);
        }
    }

    @Test
    void aDawdlerIsBorneForTwentySecondsWhileThereIsRoom() {
        assertThatCode(() -> dawdle(20)).doesNotThrowAnyException();
        patience.begin();
        assertThatThrownBy(() -> dawdle(21)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void aDawdlerIsBorneForThreeSecondsWhenOthersNeedTheRoom() {
        memory.add(600);

        assertThat(memory.scarce()).isTrue();
        assertThatCode(() -> dawdle(3)).doesNotThrowAnyException();
        patience.begin();
        assertThatThrownBy(() -> dawdle(4)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void aSlowPhoneIsServedAlsoThen() {
        memory.add(600);

        assertThatCode(
                        () -> {
                            for (int each = 1; each <= 60; each++) {
                                patience.passed(2000, false, (each - 1) * SECOND);
                                patience.look(each * SECOND);
                            }
                        })
                .doesNotThrowAnyException();
    }
}
