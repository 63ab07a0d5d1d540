package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import wanhu.people.RateLimit;

/**
 * Keeps a machine from sending reports in a flood and from guessing codes. A whole village may
 * share one address, so the limits are far above what people do.
 */
@Component
class Throttle {
    /** Reports from one address in ten minutes. */
    static final int REPORTS_MAX = 120;

    /** Wrong codes from one address in ten minutes. */
    static final int WRONG_CODES_MAX = 30;

    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final RateLimit reports;
    private final RateLimit wrongCodes;

    Throttle(Clock clock) {
        reports = new RateLimit(REPORTS_MAX, WINDOW, clock);
        wrongCodes = new RateLimit(WRONG_CODES_MAX, WINDOW, clock);
    }

    /** Counts a report; refused when there are too many. */
    void report(HttpServletRequest request) {
        reports.take(request.getRemoteAddr());
    }

    /** Refuses an address that has guessed too often, before its next guess is looked at. */
    void guess(HttpServletRequest request) {
        wrongCodes.check(request.getRemoteAddr());
    }

    /** Counts a wrong code. */
    void wrongCode(HttpServletRequest request) {
        wrongCodes.take(request.getRemoteAddr());
    }
}
