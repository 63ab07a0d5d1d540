package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.base.Refused;
import wanhu.factor.Asked;
import wanhu.factor.Passkeys;

/** Asks a browser to sign with a passkey, and hears what it answers. */
@Component
class PasskeyStep {
    /** So long an answer may take. */
    static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

    /** So often a minute one address may ask; an office may share one. */
    static final int ASKED_PER_MINUTE_MAX = 60;

    private static final String CHALLENGE = "passkey-challenge";
    private static final String SINCE = "passkey-since";

    private final Passkeys passkeys;
    private final Sessions sessions;
    private final OwnOrigin origin;
    private final Clock clock;
    private final RateLimit rate;

    PasskeyStep(
            Passkeys passkeys,
            Sessions sessions,
            OwnOrigin origin,
            RateLimits limits,
            Clock clock) {
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.origin = origin;
        this.clock = clock;
        this.rate = limits.of("passkey", ASKED_PER_MINUTE_MAX, Duration.ofMinutes(1));
    }

    /**
     * What the browser needs to sign: with a passkey of who signed in or gave the password, else
     * with any that it knows for this site.
     *
     * @throws Refused when one address asks too often
     */
    String toSign(HttpServletRequest request) {
        rate.take(request.getRemoteAddr());
        var account =
                sessions.signedIn(request)
                        .or(() -> sessions.half(request))
                        .map(SignedIn::account)
                        .orElse(null);
        return passkeys.toSign(ask(request), account);
    }

    /** What the browser needs to make a passkey for who signed in. */
    String toMake(HttpServletRequest request, SignedIn person) {
        return passkeys.toMake(
                ask(request), new Passkeys.Owner(person.account(), person.login(), person.name()));
    }

    private Asked ask(HttpServletRequest request) {
        var challenge = Passkeys.challenge();
        var session = request.getSession(true);
        session.setAttribute(CHALLENGE, challenge);
        session.setAttribute(SINCE, Long.toString(clock.instant().getEpochSecond()));
        return new Asked(origin.host(request), origin.of(request), challenge);
    }

    /**
     * What was asked last in this browser; asked once, answered once.
     *
     * @throws Refused when nothing was, or too long ago
     */
    Asked asked(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(CHALLENGE) instanceof String challenge)
                || !(session.getAttribute(SINCE) instanceof String since)) {
            throw new Refused(Refused.Kind.CONFLICT, "people.refused.passkey-late");
        }
        session.removeAttribute(CHALLENGE);
        var at = Instant.ofEpochSecond(Long.parseLong(since));
        if (at.plus(ANSWER_WITHIN).isBefore(clock.instant())) {
            throw new Refused(Refused.Kind.CONFLICT, "people.refused.passkey-late");
        }
        return new Asked(origin.host(request), origin.of(request), challenge);
    }

    /** The account that has signed what was asked; empty when none has. */
    Optional<UUID> signer(HttpServletRequest request, String answer) {
        return passkeys.signer(asked(request), answer);
    }
}
