package wanhu.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Sql;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.factor.SecondFactors;
import wanhu.org.Posts;

/**
 * Lets an administrator in again who has lost password or second factor, when nobody else may: who
 * has the machine and its database has the power anyway, so it is a command there and no page. All
 * administrators of the county are told.
 */
@Service
class Recovery {
    /** So long the administrators are told. */
    static final Duration TOLD = Duration.ofDays(30);

    private static final int TOLD_MAX = 3;

    private final AccountStore accounts;
    private final SecondFactors factors;
    private final Hashes hashes;
    private final Tries tries;
    private final Posts posts;
    private final JdbcClient db;
    private final Audit audit;
    private final Clock clock;

    Recovery(
            AccountStore accounts,
            SecondFactors factors,
            Hashes hashes,
            Tries tries,
            FirstRun.Office office,
            JdbcClient db,
            Audit audit,
            Clock clock) {
        this.accounts = accounts;
        this.factors = factors;
        this.hashes = hashes;
        this.tries = tries;
        this.posts = office.posts();
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Removes all factors of an administrator's account, unlocks it, ends its sessions and gives a
     * password for one sign-in, after which a password and a second factor must be chosen.
     *
     * @return the password, shown once
     * @throws Refused MISSING for an unknown login, RULE for one that is closed or of no
     *     administrator
     */
    @Transactional
    String recover(Login login) {
        var known =
                accounts.credentials(login)
                        .orElseThrow(() ->
                                new Refused(Refused.Kind.MISSING, "people.refused.no-account"));
        boolean open = known.state() != Account.State.CLOSED;
        Refused.unless(
                Refused.Kind.RULE,
                open && administrators(known.county()).contains(known.person()),
                "people.refused.no-administrator");
        var password = Password.oneTime();
        factors.remove(known.id());
        accounts.setHash(known.id(), hashes.of(password), true);
        if (known.state() == Account.State.LOCKED) {
            accounts.setState(known.id(), Account.State.LOCKED, Account.State.ACTIVE);
        }
        accounts.endSessions(known.id());
        tries.forget(login);
        note(known, login);
        audit.record(
                known.county(),
                Act.of(Verb.ACCOUNT_RECOVERED, known.id()).with("was", known.state()));
        return password.plain();
    }

    private Set<UUID> administrators(int county) {
        var today = Zones.day(clock.instant());
        return Stream.of(Role.ADMIN, Role.SECURITY, Role.AUDITOR)
                .flatMap(role -> posts.holders(county, role, today).stream())
                .collect(Collectors.toSet());
    }

    private void note(AccountStore.Credentials known, Login login) {
        db.sql(
                        """
                        insert into people.recovery (county, id, account, login, at)
                        values (:county, :id, :account, :login, :at)
                        """)
                .param("county", known.county())
                .param("id", Ids.next())
                .param("account", known.id())
                .param("login", login.text())
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    /** Who was let in, and when. */
    record Done(String login, Instant at) {}

    /** What the administrators of a county are still told, the newest first. */
    List<Done> told(int county) {
        return db.sql(
                        """
                        select login, at
                        from people.recovery
                        where county = :county and at > :since
                        order by at desc
                        limit :limit
                        """)
                .param("county", county)
                .param("since", Sql.at(clock.instant().minus(TOLD)))
                .param("limit", TOLD_MAX)
                .query((row, _) -> new Done(row.getString("login"), Sql.instant(row, "at")))
                .list();
    }
}
