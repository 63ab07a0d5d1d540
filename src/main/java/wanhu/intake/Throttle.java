package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.springframework.stereotype.Component;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.Verb;
import wanhu.people.RateLimit;
import wanhu.people.RateLimits;
import wanhu.vault.Vault;

/**
 * Keeps a machine from sending reports in a flood and from guessing at the {@link Door}. A whole
 * village may share one address, so the limits by address are far above what people do. Strangers
 * who guess at one code are stopped together, from wherever they come; a browser that was let in
 * before is counted for itself alone, so nobody can shut her out of her own matter.
 */
@Component
class Throttle {
    /** Reports from one address in ten minutes. */
    static final int REPORTS_MAX = 120;

    /** Wrong guesses of strangers from one address in ten minutes. */
    static final int WRONG_HERE_MAX = 30;

    /** Wrong guesses at one code in a day, by all strangers together or by one known browser. */
    static final int WRONG_DAY_MAX = 8;

    /** Wrong guesses of strangers at one code in 90 days: four in a thousand of all tails. */
    static final int WRONG_QUARTER_MAX = 40;

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration QUARTER = Duration.ofDays(90);

    private final RateLimit reports;
    private final RateLimit here;
    private final RateLimit day;
    private final RateLimit quarter;
    private final RateLimit browser;
    private final Audit audit;
    private final Vault vault;

    Throttle(Audit audit, Vault vault, RateLimits limits) {
        this.audit = audit;
        this.vault = vault;
        reports = limits.of("report", REPORTS_MAX, WINDOW);
        here = limits.of("guess-here", WRONG_HERE_MAX, WINDOW);
        day = limits.of("guess-day", WRONG_DAY_MAX, DAY);
        quarter = limits.of("guess-quarter", WRONG_QUARTER_MAX, QUARTER);
        browser = limits.of("guess-browser", WRONG_DAY_MAX, DAY);
    }

    /** Counts a report; refused when there are too many. */
    void report(HttpServletRequest request) {
        reports.take(request.getRemoteAddr());
    }

    /**
     * Somebody who guesses.
     *
     * @param code at which; empty for nonsense, which tells nothing of any code
     * @param address from which network
     * @param browser its name when it was let in before; empty for a stranger
     */
    record Guess(String code, String address, String browser) {
        boolean known() {
            return !browser.isEmpty();
        }

        private String own() {
            return code + "|" + browser;
        }
    }

    /** Whether no more guesses are heard. */
    boolean exhausted(Guess guess) {
        if (guess.known()) {
            return browser.full(guess.own());
        }
        boolean code =
                !guess.code().isEmpty() && (day.full(guess.code()) || quarter.full(guess.code()));
        return code || here.full(guess.address());
    }

    /**
     * Counts and records a wrong guess; who guesses is known by a digest of the network alone.
     *
     * @param county of the matter; none when the code is nobody's
     * @param what was wrong: the code or the tail
     */
    void wrong(Guess guess, int county, String what) {
        var network = RateLimit.network(guess.address());
        var act =
                Act.of(Verb.CODE_REFUSED, vault.index("people.sign_in_try.address", network))
                        .with("what", what);
        audit.record(county, counted(guess) ? act.with("locked", "true") : act);
    }

    /** Whether it was the last guess that is heard. */
    private boolean counted(Guess guess) {
        if (guess.known()) {
            return browser.last(guess.own());
        }
        boolean last = here.last(guess.address());
        if (!guess.code().isEmpty()) {
            last |= day.last(guess.code());
            last |= quarter.last(guess.code());
        }
        return last;
    }
}
