package wanhu.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.Verb;
import wanhu.matter.Requester;
import wanhu.people.RateLimit;
import wanhu.vault.Vault;

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

    /** Wrong last digits of a phone beside one right code in a day, from wherever they come. */
    static final int WRONG_TAILS_MAX = 5;

    private static final Duration DAY = Duration.ofDays(1);

    private final RateLimit reports;
    private final RateLimit wrongCodes;
    private final RateLimit wrongTails;
    private final Audit audit;
    private final Vault vault;

    Throttle(Audit audit, Vault vault, Clock clock) {
        this.audit = audit;
        this.vault = vault;
        wrongTails = new RateLimit(WRONG_TAILS_MAX, DAY, clock);
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

    /** Counts and records a wrong code; who guesses is known by a digest of the network alone. */
    void wrongCode(HttpServletRequest request) {
        record(Audit.NO_COUNTY, request, "code");
        wrongCodes.take(request.getRemoteAddr());
    }

    /** Refuses a requester's phone that was guessed too often, before the next guess. */
    void guessTail(Requester requester) {
        wrongTails.check(requester.id().toString());
    }

    /** Counts and records wrong last digits of a requester's phone. */
    void wrongTail(Requester requester, HttpServletRequest request) {
        record(requester.county(), request, "tail");
        wrongTails.take(requester.id().toString());
        wrongCodes.take(request.getRemoteAddr());
    }

    private void record(int county, HttpServletRequest request, String what) {
        var network = RateLimit.network(request.getRemoteAddr());
        var digest = vault.index("people.sign_in_try.address", network);
        audit.record(county, Act.of(Verb.CODE_REFUSED, digest).with("what", what));
    }
}
