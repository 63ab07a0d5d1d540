package wanhu.people;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.base.Page;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Settings;
import wanhu.base.Verb;
import wanhu.factor.SecondFactors;
import wanhu.vault.PersonName;

/**
 * The accounts of a county's staff, and the names of the persons behind them. Kept by the county's
 * security administrator: one of a township could else take over the account of the county's.
 */
@Component
public class Accounts {
    /** So many accounts a page at most. */
    public static final int LIST_ROWS_MAX = 100;

    private static final int NAMES_ROWS_MAX = 10_000;

    private final AccountStore store;
    private final Hashes hashes;
    private final Tries tries;
    private final SecondFactors factors;
    private final Settings settings;
    private final Audit audit;
    private final Clock clock;

    Accounts(
            AccountStore store,
            Hashes hashes,
            Tries tries,
            SecondFactors factors,
            Settings settings,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.hashes = hashes;
        this.tries = tries;
        this.factors = factors;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A new account and the password for its first sign-in, which is shown once.
     *
     * @param account id of the account
     * @param password shown once; the person must change it
     */
    public record Made(UUID account, String password) {
        @Override
        public String toString() {
            return "Made[" + account + "]";
        }
    }

    /**
     * Makes a person with an account; the same person twice is one, with a new one-time password.
     *
     * @throws Refused when the actor is no administrator of that county or the login is taken
     */
    @Transactional
    public Made create(Actor actor, NewAccount wish) {
        need(actor);
        if (actor.county() != wish.county()) {
            throw new Refused(Refused.Kind.FORBIDDEN, "people.refused.county");
        }
        var known = store.accountOf(wish.county(), wish.person());
        return known.isPresent() ? reset(actor, known.get()) : make(actor, wish);
    }

    /** As {@link #create}, for who has asked already whether the actor may. */
    Made make(Actor actor, NewAccount wish) {
        var password = Password.oneTime();
        var account = add(wish, hashes.of(password), true);
        audit.record(actor, Act.of(Verb.ACCOUNT_MADE, account).with("person", wish.person()));
        return new Made(account, password.plain());
    }

    /**
     * Makes an account of the demonstration, into which one enters by a button; its password is
     * random and told to nobody.
     *
     * @return the account
     * @throws IllegalStateException when this is no demonstration
     */
    @Transactional
    public UUID createDemo(NewAccount wish) {
        if (!settings.demo()) {
            throw new IllegalStateException("Expected the demonstration to be asked for");
        }
        return add(wish, Hashes.ofNobody(), false);
    }

    /** As {@link #create} for the first administrator, whose password is chosen at once. */
    UUID createFirst(NewAccount wish, Password password) {
        var account = add(wish, hashes.of(password), false);
        audit.record(wish.county(), wish.person(), Act.of(Verb.ACCOUNT_MADE, account));
        return account;
    }

    private UUID add(NewAccount wish, String hash, boolean mustChange) {
        PersonName.of(wish.name());
        if (store.taken(wish.login())) {
            throw new Refused(Refused.Kind.CONFLICT, "people.refused.login-taken");
        }
        var account = Ids.next();
        store.addPerson(wish);
        store.addAccount(wish, new AccountStore.Secret(account, hash, mustChange, clock.instant()));
        return account;
    }

    /**
     * Accounts whose login or name holds a text, in the order of logins.
     *
     * @param after the last login of the page before; empty for the first page
     * @param limit rows, at most {@link #LIST_ROWS_MAX}
     */
    @Transactional(readOnly = true)
    public Page<Account> list(Actor actor, String text, String after, int limit) {
        need(actor);
        int rows = Math.clamp(limit, 1, LIST_ROWS_MAX);
        var found = store.list(actor.county(), text.strip(), after, rows + 1);
        var shown = found.subList(0, Math.min(rows, found.size()));
        return new Page<>(
                shown,
                store.count(actor.county(), text.strip()),
                found.size() > rows ? shown.getLast().login().text() : null);
    }

    /**
     * One account of the administrator's county.
     *
     * @throws Refused when there is none of that id
     */
    @Transactional(readOnly = true)
    public Account get(Actor actor, UUID account) {
        need(actor);
        return store.find(actor.county(), account)
                .orElseThrow(() -> new Refused(Refused.Kind.MISSING, "people.refused.no-account"));
    }

    /** Names of persons of a county by their ids; who is unknown is left out. */
    @Transactional(readOnly = true)
    public Map<UUID, String> names(int county, Collection<UUID> persons) {
        if (persons.size() > NAMES_ROWS_MAX) {
            throw new IllegalArgumentException(
                    "Expected at most " + NAMES_ROWS_MAX + " persons but got " + persons.size());
        }
        return persons.isEmpty() ? Map.of() : store.names(county, persons);
    }

    /** Persons of a county whose login or name holds a text, at most so many. */
    @Transactional(readOnly = true)
    public List<UUID> named(int county, String text, int limit) {
        return store.list(county, text.strip(), "", Math.clamp(limit, 1, LIST_ROWS_MAX)).stream()
                .map(Account::person)
                .toList();
    }

    /** Gives a new one-time password, ends all sessions and forgets failed tries. */
    @Transactional
    public Made reset(Actor actor, UUID account) {
        var known = get(actor, account);
        if (known.state() == Account.State.CLOSED) {
            throw new Refused(Refused.Kind.CONFLICT, "people.refused.closed");
        }
        var password = Password.oneTime();
        store.setHash(account, hashes.of(password), true);
        tries.forget(known.login());
        audit.record(actor, Act.of(Verb.ACCOUNT_RESET, account));
        return new Made(account, password.plain());
    }

    /** Whether the account has a second factor. */
    boolean hasFactor(Account account) {
        return factors.has(account.id());
    }

    /** Forgets the second factor of a colleague whose phone is lost; ends all sessions. */
    @Transactional
    public void removeFactor(Actor actor, UUID account) {
        var known = get(actor, account);
        refuseOwn(actor, known);
        factors.remove(account);
        tries.forget(known.login());
        store.endSessions(account);
        audit.record(actor, Act.of(Verb.ACCOUNT_FACTOR_REMOVED, account));
    }

    /** Keeps everybody out of the account until it is unlocked; ends all its sessions. */
    @Transactional
    public void lock(Actor actor, UUID account) {
        refuseOwn(actor, get(actor, account));
        move(account, Account.State.ACTIVE, Account.State.LOCKED);
        audit.record(actor, Act.of(Verb.ACCOUNT_LOCKED, account));
    }

    /** Lets the person in again and forgets failed tries. */
    @Transactional
    public void unlock(Actor actor, UUID account) {
        var known = get(actor, account);
        tries.forget(known.login());
        if (known.state() != Account.State.ACTIVE) {
            move(account, Account.State.LOCKED, Account.State.ACTIVE);
        }
        audit.record(actor, Act.of(Verb.ACCOUNT_UNLOCKED, account));
    }

    /**
     * Closes an account for good: the person has left. Password, second factor and phone go, as the
     * register of personal data says; login and name stay with what the person did.
     */
    @Transactional
    public void close(Actor actor, UUID account) {
        var known = get(actor, account);
        refuseOwn(actor, known);
        move(account, known.state(), Account.State.CLOSED);
        store.setHash(account, hashes.of(Password.oneTime()), true);
        store.forgetPhone(known.county(), known.person());
        factors.remove(account);
        audit.record(actor, Act.of(Verb.ACCOUNT_CLOSED, account));
    }

    private void move(UUID account, Account.State from, Account.State to) {
        if (from == to || !store.setState(account, from, to)) {
            throw new Refused(Refused.Kind.CONFLICT, "people.refused.stale");
        }
    }

    private static void refuseOwn(Actor actor, Account account) {
        if (account.person().equals(actor.person())) {
            throw new Refused(Refused.Kind.RULE, "people.refused.own-account");
        }
    }

    private static void need(Actor actor) {
        if (!actor.is(Role.SECURITY)) {
            throw new Refused(Refused.Kind.FORBIDDEN, "people.refused.role", actor.title());
        }
        if (actor.path().text().length() > OrgPath.COUNTY_LENGTH) {
            throw new Refused(Refused.Kind.FORBIDDEN, "people.refused.county-admin");
        }
    }
}
