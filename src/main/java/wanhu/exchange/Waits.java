package wanhu.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** When something is done again. */
final class Waits {
    /** How often a partner is asked after a matter that it has. */
    static final Duration ASK = Duration.ofMinutes(5);

    /** So long somebody may take to give a number to what was sent. */
    static final Duration NUMBER = Duration.ofDays(3);

    /** How often what needs somebody is looked at: it may have ended here. */
    static final Duration LOOK = Duration.ofMinutes(30);

    private static final List<Duration> AGAIN =
            List.of(
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(30),
                    Duration.ofHours(2),
                    Duration.ofHours(6));

    private Waits() {}

    /** After the first of many. */
    static Duration first() {
        return AGAIN.getFirst();
    }

    /** One more attempt that came to nothing, and when the next one is: later each time. */
    static Handover.Try again(Handover handover, Said.Later said, Instant now) {
        int attempts = handover.done().attempts() + 1;
        var next = now.plus(AGAIN.get(Math.min(attempts, AGAIN.size()) - 1));
        return new Handover.Try("", attempts, next, said.status(), said.why());
    }
}
