package wanhu;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ErrorHandler;
import wanhu.shell.Outage;

/**
 * What a tick could not do. While the database is away that is one line, not one for each tick and
 * each row: the next turn takes up what was left. Anything else is a bug and shows its trace.
 */
final class TickTrouble implements ErrorHandler {
    private static final Logger LOG = LoggerFactory.getLogger(TickTrouble.class);
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final Clock clock;
    private Instant told = Instant.MIN;

    TickTrouble(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void handleError(Throwable failure) {
        Outage.behind(failure)
                .ifPresentOrElse(this::tell, () -> LOG.error("Bug in a tick", failure));
    }

    private synchronized void tell(String said) {
        var now = clock.instant();
        if (now.isBefore(told) || told.isBefore(now.minus(SILENCE))) {
            told = now;
            LOG.warn("Ticks wait, because the database cannot be used: {}", said);
        }
    }
}
