package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;

/** Guessing at the door is counted, stopped and recorded, and shuts nobody out. */
@WanhuTest
class GuessesTest {
    @Autowired DoorSteps steps;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;

    @BeforeEach
    void aNetworkOfItsOwn() {
        steps.moveOn();
    }

    @Test
    void strangersWhoGuessAreStoppedAndSheIsNot() {
        var code = steps.told().code();
        var she = steps.stranger();
        DoorSteps.open(she, code, "8000");
        she.post("/m/" + code + "/leave");
        for (int guess = 0; guess < Throttle.WRONG_DAY_MAX; guess++) {
            DoorSteps.open(
                    steps.stranger().from("203.0.113." + guess), code, "%04d".formatted(guess));
        }

        assertThat(DoorSteps.open(steps.stranger(), code, "8000").status()).isEqualTo(429);
        assertThat(DoorSteps.open(she, code, "8000").status()).isEqualTo(303);
        clock.advance(Duration.ofHours(25));
        assertThat(DoorSteps.open(steps.stranger(), code, "8000").status()).isEqualTo(303);
    }

    @Test
    void theNumberOfGuessesIsTheSameForACodeOfNobody() {
        var visitor = steps.stranger();
        var code = "%012d".formatted(990_000_000_000L + steps.moveOn());
        for (int guess = 0; guess < Throttle.WRONG_DAY_MAX; guess++) {
            assertThat(DoorSteps.open(visitor, code, "%04d".formatted(guess)).status())
                    .isEqualTo(422);
        }

        assertThat(DoorSteps.open(visitor, code, "8000").status()).isEqualTo(429);
    }

    @Test
    void ofFortyGuessesAtOnceEightAreHeard() throws Exception {
        var code = steps.told().code();
        var guesses = new ArrayList<Callable<Integer>>();
        for (int guess = 0; guess < 40; guess++) {
            var visitor = steps.stranger().from("192.0.2." + guess);
            var tail = "%04d".formatted(guess);
            guesses.add(() -> DoorSteps.open(visitor, code, tail).status());
        }
        var heard = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(guesses)) {
                heard.addAndGet(each.get() == 422 ? 1 : 0);
            }
        }

        assertThat(heard).hasValue(Throttle.WRONG_DAY_MAX);
    }

    @Test
    void overAQuarterTheyAreStoppedAtFortyInAll() {
        var code = steps.told().code();
        int heard = 0;
        for (int day = 0; day < 12; day++) {
            for (int guess = 0; guess < Throttle.WRONG_DAY_MAX; guess++) {
                heard += DoorSteps.open(steps.stranger(), code, "0000").status() == 422 ? 1 : 0;
            }
            clock.advance(Duration.ofHours(25));
        }

        assertThat(heard).isEqualTo(Throttle.WRONG_QUARTER_MAX);
    }

    @Test
    void stopsANetworkThatTriesManyCodes() {
        var visitor = steps.stranger();
        for (int guess = 0; guess < Throttle.WRONG_HERE_MAX; guess++) {
            DoorSteps.open(visitor, "%012d".formatted(guess), "");
        }

        assertThat(DoorSteps.open(visitor, steps.told().code(), "8000").status()).isEqualTo(429);
        clock.advance(Duration.ofMinutes(11));
        assertThat(DoorSteps.open(visitor, steps.told().code(), "8000").status()).isEqualTo(303);
    }

    @Test
    void recordsEachGuessByADigestAndTheLastThatIsHeard() {
        var code = steps.told().code();
        int before = guesses("");
        int locked = guesses("locked");
        for (int guess = 0; guess < Throttle.WRONG_DAY_MAX + 2; guess++) {
            DoorSteps.open(steps.stranger(), code, "%04d".formatted(guess));
        }

        assertThat(guesses("") - before).isEqualTo(Throttle.WRONG_DAY_MAX);
        assertThat(guesses("locked") - locked).isEqualTo(1);
    }

    private int guesses(String fact) {
        return db.sql(
                        """
                        select count(*)
                        from audit.act
                        where verb = 'CODE_REFUSED' and facts like '%' || :fact || '%'
                        """)
                .param("fact", fact)
                .query(Integer.class)
                .single();
    }
}
