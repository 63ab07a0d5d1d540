package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
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
    private static final UUID NOBODY = new UUID(0, 0);

    private final SecondFactors factors;
    private final Tries tries;
    private final Sessions sessions;
    private final PasskeyStep passkeys;
    private final AccountStore accounts;
    private final Audit audit;
    private final Clock clock;

    SecondStep(
            SecondFactors factors,
            Tries tries,
            Sessions sessions,
            PasskeyStep passkeys,
            AccountStore accounts,
            Audit audit,
            Clock clock) {
        this.factors = factors;
        this.tries = tries;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the account has a passkey. */
    boolean hasPasskey(SignedIn person) {
        return factors.passkey(person.account());
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
        return open(request, person, "code");
    }

    /**
     * Signs in by a passkey: after the password, or instead of it, since the device knows its owner
     * and so gives both factors.
     *
     * @throws Refused when no active account has signed, or not the one whose password was given
     */
    SignedIn enterByPasskey(HttpServletRequest request, String answer) {
        var half = sessions.half(request).map(SignedIn::account);
        var signer = passkeys.signer(request, answer);
        var person =
                signer.filter(account -> half.isEmpty() || half.equals(signer))
                        .flatMap(accounts::signedIn)
                        .orElse(null);
        if (person == null) {
            var act = Act.of(Verb.SIGN_IN_REFUSED, signer.or(() -> half).orElse(NOBODY));
            audit.record(Audit.NO_COUNTY, act.with("cause", "passkey"));
            throw new Refused(Refused.Kind.FORBIDDEN, "people.refused.passkey");
        }
        return open(request, person, "passkey");
    }

    private SignedIn open(HttpServletRequest request, SignedIn person, String with) {
        sessions.open(request, person, Proof.SECOND_FACTOR);
        accounts.touch(person.account(), clock.instant());
        audit.record(
                person.county(),
                person.person(),
                Act.of(Verb.SIGNED_IN, person.account())
                        .with("proof", Proof.SECOND_FACTOR)
                        .with("with", with));
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

    /** As {@link #again}, with a passkey. */
    void againByPasskey(HttpServletRequest request, SignedIn person, String answer) {
        if (passkeys.signer(request, answer).filter(person.account()::equals).isEmpty()) {
            audit.record(
                    person.county(),
                    person.person(),
                    Act.of(Verb.SIGN_IN_REFUSED, person.account()).with("cause", "passkey"));
            throw new Refused(Refused.Kind.FORBIDDEN, "people.refused.passkey");
        }
        sessions.prove(request);
    }

    /**
     * Lets pass who may add a factor now: who has none yet, or has given one a short while ago.
     *
     * @throws Refused when another must be given first, or in a demonstration
     */
    void mayAdd(HttpServletRequest request, SignedIn person) {
        refuseDemo(request);
        if (has(person) && !sessions.freshlyProven(request)) {
            throw new Refused(Refused.Kind.FORBIDDEN, "people.refused.prove-first");
        }
    }

    /** Posts of a demonstration have no factor of their own. */
    void refuseDemo(HttpServletRequest request) {
        if (sessions.proof(request) == Proof.DEMO) {
            throw new Refused(Refused.Kind.RULE, "people.refused.factor-demo");
        }
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
