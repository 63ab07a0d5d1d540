package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletRequest;
import wanhu.Heard;
import wanhu.TestClock;
import wanhu.Times;
import wanhu.WanhuTest;
import wanhu.base.Ids;

/**
 * Neither the time at the door nor what the database does for it tells whether a code is
 * somebody's. With {@code WANHU_TIMING_SAMPLES=1000} it measures long and prints what it found.
 */
@WanhuTest
class DoorTimingTest {
    private static final Optional<String> LONG =
            Optional.ofNullable(System.getenv("WANHU_TIMING_SAMPLES"));
    private static final int SAMPLES = Integer.parseInt(LONG.orElse("48"));
    private static final int ROUNDS = 3;

    private static final String WRONG = "1234";

    @Autowired Door door;
    @Autowired DoorSteps steps;
    @Autowired TestClock clock;

    private int codes;

    @Test
    void theTimeTellsNobodyWhetherACodeIsSomebodys() {
        knock(steps.told().code());
        knock(nobody());
        boolean alike = false;
        for (int round = 0; round < ROUNDS && !alike; round++) {
            var known = new ArrayList<Double>();
            var unknown = new ArrayList<Double>();
            var somebodies = forEach(() -> steps.told().code());
            var nobodies = forEach(this::nobody);
            for (int each = 0; each < SAMPLES; each++) {
                var code = somebodies.get(each);
                var nobody = nobodies.get(each);
                // Who comes second finds the processor warm: each comes second half of the time.
                if (each % 2 == 0) {
                    known.add(Times.millis(() -> knock(code)));
                    unknown.add(Times.millis(() -> knock(nobody)));
                } else {
                    unknown.add(Times.millis(() -> knock(nobody)));
                    known.add(Times.millis(() -> knock(code)));
                }
            }
            print(known, unknown);
            alike = Times.alike(known, unknown);
        }

        assertThat(alike).isTrue();
    }

    @Test
    void theDatabaseIsAskedTheSameWhetherACodeIsSomebodysOrNot() {
        knock(nobody());
        var known = steps.told().code();
        var unknown = nobody();
        clock.advance(Duration.ofMinutes(2));
        var asked = statements(() -> knock(known));

        assertThat(asked).hasSizeGreaterThan(5);
        assertThat(statements(() -> knock(unknown))).isEqualTo(asked);
    }

    /** One for each sample, none tried more often than it may be; made before time is taken. */
    private static List<String> forEach(Supplier<String> next) {
        var all = new ArrayList<String>();
        for (int each = 0; each < SAMPLES; each++) {
            boolean fresh = each % (Throttle.WRONG_DAY_MAX - 1) == 0;
            all.add(fresh ? next.get() : all.getLast());
        }
        return all;
    }

    /** Codes that belong to a receipt do not begin so, or hardly ever. */
    private String nobody() {
        return "999999%06d".formatted(++codes);
    }

    /** Each from a network of its own, so that no limit joins in. */
    private void knock(String code) {
        var request = new MockHttpServletRequest();
        request.setRemoteAddr("host-" + Ids.next());
        assertThat(door.knock(code, WRONG, request)).isInstanceOf(Door.Answer.Wrong.class);
    }

    /** The texts of the statements that this thread sends meanwhile. */
    private static List<String> statements(Runnable work) {
        try (var heard = new Heard(JdbcTemplate.class.getName())) {
            work.run();
            return heard.own();
        }
    }

    private static void print(List<Double> known, List<Double> unknown) {
        if (LONG.isPresent()) {
            System.out.printf(
                    "TIMING known %.3f ms, unknown %.3f ms, t = %.2f%n",
                    Times.median(known), Times.median(unknown), Times.welch(known, unknown));
        }
    }
}
