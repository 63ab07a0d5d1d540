package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.Refused;
import wanhu.base.Verb;
import wanhu.factor.SecondFactors;

/**
 * The second step of signing in, and the same proof again before acts that ask for it. Wrong codes
 * are counted as wrong passwords are, apart from them.
 */
@Component
class SecondStep {
    private final SecondFactors factors;
    private final Tries tries;
    private final Sessions sessions;
    private final AccountStore accounts;
    private final Audit audit;
    private final Clock clock;

    SecondStep(
            SecondFactors factors,
            Tries tries,
            Sessions sessions,
            AccountStore accounts,
            Audit audit,
            Clock clock) {
        this.factors = factors;
        this.tries = tries;
        this.sessions = sessions;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the account has a second factor. */
    boolean has(SignedIn person) {
        return factors.has(person.account());
    }

    /**
     * Signs in who gave the right password before.
     *
     * @throws Refused when nobody did, the code is wrong, or too many were
     */
    SignedIn enter(HttpServletRequest request, String code) {
        var person =
                sessions.half(request)
                        .orElseThrow(
                                () -> new Refused(Refused.Kind.FORBIDDEN, "people.refused.half"));
        check(request, person, code);
        sessions.open(request, person, Proof.SECOND_FACTOR);
        accounts.touch(person.account(), clock.instant());
        audit.record(
                person.county(),
                person.person(),
                Act.of(Verb.SIGNED_IN, person.account()).with("proof", Proof.SECOND_FACTOR));
        return person;
    }

    /**
     * Has the signed-in person give the second factor again.
     *
     * @throws Refused when the code is wrong, or too many were
     */
    void again(HttpServletRequest request, SignedIn person, String code) {
        check(request, person, code);
        sessions.prove(request);
    }

    private void check(HttpServletRequest request, SignedIn person, String code) {
        var key = tries.key(Tries.codesOf(person.login()), request.getRemoteAddr());
        tries.delayedUntil(key)
                .ifPresent(until -> {
                    long minutes = 1 + Duration.between(clock.instant(), until).toMinutes();
                    throw new Refused(Refused.Kind.TOO_MANY, "people.refused.delayed", minutes);
                });
        if (!factors.proves(person.account(), code)) {
            tries.failed(key);
            audit.record(
                    person.county(),
                    person.person(),
                    Act.of(Verb.SIGN_IN_REFUSED, person.account())
                            .with("cause", "code")
                            .with("address", key.address()));
            throw new Refused(Refused.Kind.FORBIDDEN, "people.refused.code");
        }
        tries.good(key);
    }
}
