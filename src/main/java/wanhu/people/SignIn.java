package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.Refused;
import wanhu.base.Verb;
import wanhu.oidc.Elsewhere;

/** Decides whether somebody may sign in, and says no in one and the same way whatever the cause. */
@Component
class SignIn {
    /** So many failures a minute from one address, whatever the logins; an office may share one. */
    static final int FAILURES_PER_MINUTE_MAX = 20;

    private static final int LOGIN_CHARACTERS_MAX = 80;

    private final AccountStore accounts;
    private final Hashes hashes;
    private final Tries tries;
    private final Sessions sessions;
    private final Audit audit;
    private final SecondStep second;
    private final FirstRun.Office office;
    private final Clock clock;
    private final RateLimit rate;

    SignIn(
            AccountStore accounts,
            Hashes hashes,
            Tries tries,
            Sessions sessions,
            Audit audit,
            SecondStep second,
            FirstRun.Office office,
            RateLimits limits,
            Clock clock) {
        this.office = office;
        this.accounts = accounts;
        this.hashes = hashes;
        this.tries = tries;
        this.sessions = sessions;
        this.audit = audit;
        this.second = second;
        this.clock = clock;
        this.rate = limits.of("sign-in", FAILURES_PER_MINUTE_MAX, Duration.ofMinutes(1));
    }

    /**
     * Signs in with what was typed.
     *
     * @throws Refused TOO_MANY with the minutes to wait, or FORBIDDEN when login and password do
     *     not belong together or the account is not active
     */
    Entered enter(HttpServletRequest request, String login, String password) {
        rate.check(request.getRemoteAddr());
        var typed = Login.find(login);
        var key =
                tries.key(
                        typed.map(Login::text).orElseGet(() -> raw(login)),
                        request.getRemoteAddr());
        var known = typed.flatMap(accounts::credentials).orElse(null);
        tries.delayedUntil(key)
                .ifPresent(until -> {
                    refused(known, key, "delayed");
                    long minutes = 1 + Duration.between(clock.instant(), until).toMinutes();
                    throw new Refused(Refused.Kind.TOO_MANY, "people.refused.delayed", minutes);
                });
        boolean same = hashes.match(password, known == null ? null : known.hash());
        var person =
                same && known != null && known.state() == Account.State.ACTIVE
                        ? accounts.signedIn(known.id()).orElse(null)
                        : null;
        if (person == null) {
            rate.take(request.getRemoteAddr());
            tries.failed(key);
            refused(known, key, same ? "inactive" : "password");
            throw new Refused(Refused.Kind.FORBIDDEN, "people.refused.sign-in");
        }
        tries.good(key);
        return afterPassword(request, person);
    }

    /**
     * Signs in who is known elsewhere: as the account of that login, which must be there. It stands
     * for the password; the second factor is asked for here unless it was given there and the
     * settings count that.
     *
     * @throws Refused when there is no such account, or it is not active
     */
    Entered enterElsewhere(HttpServletRequest request, Elsewhere.Person who) {
        var known = Login.find(who.login()).flatMap(accounts::credentials).orElse(null);
        var person =
                known != null && known.state() == Account.State.ACTIVE
                        ? accounts.signedIn(known.id()).orElse(null)
                        : null;
        if (person == null) {
            refused(known, tries.key(raw(who.login()), request.getRemoteAddr()), "elsewhere");
            throw new Refused(
                    Refused.Kind.FORBIDDEN, "people.refused.elsewhere-unknown", raw(who.login()));
        }
        if (who.second()) {
            open(request, person, Proof.SECOND_FACTOR);
            return new Entered.Whole(person);
        }
        return afterPassword(request, person);
    }

    private Entered afterPassword(HttpServletRequest request, SignedIn person) {
        if (second.has(person)) {
            sessions.openHalf(request, person);
            return new Entered.Half(person);
        }
        open(request, person, Proof.PASSWORD);
        return new Entered.Whole(person);
    }

    /** How far a right password leads. */
    sealed interface Entered {
        /** Signed in. */
        record Whole(SignedIn person) implements Entered {}

        /** The account has a second factor, which comes next. */
        record Half(SignedIn person) implements Entered {}
    }

    /** Signs in without a password: after the first run, and into a post of the demonstration. */
    SignedIn enterAs(HttpServletRequest request, UUID account, Proof proof) {
        var person =
                accounts.signedIn(account)
                        .orElseThrow(() ->
                                new Refused(Refused.Kind.MISSING, "people.refused.no-account"));
        open(request, person, proof);
        return person;
    }

    /** The password so far and the one wished for. */
    record Change(String now, String wish) {
        @Override
        public String toString() {
            return "Change[]";
        }
    }

    /**
     * Changes one's own password; all other sessions of the account end, this one goes on.
     *
     * @throws Refused when the password so far is wrong or the new one breaks a rule
     */
    void change(HttpServletRequest request, SignedIn person, Change change) {
        rate.check(request.getRemoteAddr());
        var login = new Login(person.login());
        var hash = accounts.credentials(login).map(AccountStore.Credentials::hash).orElse(null);
        if (!hashes.match(change.now(), hash)) {
            rate.take(request.getRemoteAddr());
            throw new Refused(Refused.Kind.FORBIDDEN, "people.refused.password-now");
        }
        var chosen = Password.chosen(change.wish(), login, office.nameOf(person.county()));
        if (hashes.match(change.wish(), hash)) {
            throw new Refused(Refused.Kind.INVALID, "people.refused.password-same");
        }
        accounts.setHash(person.account(), hashes.of(chosen), false);
        audit.record(
                person.county(), person.person(), Act.of(Verb.PASSWORD_CHANGED, person.account()));
        var post = sessions.post(request);
        var proof = sessions.proof(request);
        accounts.signedIn(person.account()).ifPresent(anew -> sessions.open(request, anew, proof));
        post.ifPresent(held -> sessions.setPost(request, held));
    }

    /** Ends the session, whoever's it is. */
    void leave(HttpServletRequest request) {
        sessions.signedIn(request)
                .ifPresent(person ->
                        audit.record(
                                person.county(),
                                person.person(),
                                Act.of(Verb.SIGNED_OUT, person.account())));
        sessions.close(request);
    }

    private void open(HttpServletRequest request, SignedIn person, Proof proof) {
        sessions.open(request, person, proof);
        accounts.touch(person.account(), clock.instant());
        audit.record(
                person.county(),
                person.person(),
                Act.of(Verb.SIGNED_IN, person.account()).with("proof", proof));
    }

    /** Who it was is only known by digests: of the login as typed, and of the address. */
    private void refused(AccountStore.@Nullable Credentials known, Tries.Key key, String cause) {
        var act =
                Act.of(Verb.SIGN_IN_REFUSED, known == null ? key.login() : known.id())
                        .with("cause", cause)
                        .with("address", key.address());
        audit.record(known == null ? Audit.NO_COUNTY : known.county(), act);
    }

    private static String raw(String login) {
        var lower = login.toLowerCase(Locale.ROOT);
        return lower.substring(0, Math.min(lower.length(), LOGIN_CHARACTERS_MAX));
    }
}
