package wanhu.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Sql;
import wanhu.vault.Vault;

/**
 * Failed sign-ins by login and address, and the growing delay they cause. Kept for any login that
 * is typed, so that the delay does not tell whether the account exists. An address from which
 * somebody signed in before is not delayed by what others do to the account: nobody can lock a
 * colleague out from afar.
 */
@Component
class Tries {
    /** From so many failures on, of one login from one address, there is a delay. */
    static final int FREE_TRIES = 5;

    /** From so many failures on, of one login from all addresses, unknown addresses are delayed. */
    static final int FREE_TRIES_EVERYWHERE = 30;

    private static final Duration DELAY_FIRST = Duration.ofSeconds(30);
    private static final Duration DELAY_MAX = Duration.ofMinutes(15);
    private static final int DOUBLINGS_MAX = 5;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);
    private static final Duration KNOWN_FOR = Duration.ofDays(90);
    private static final Duration SWEEP_EVERY = Duration.ofHours(1);
    private static final int SWEEP_ROWS_MAX = 10_000;

    private final JdbcClient db;
    private final Vault vault;
    private final Clock clock;
    private volatile Instant swept = Instant.EPOCH;

    Tries(JdbcClient db, Vault vault, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /** Who tries: the login as typed and from where, both only as digests. */
    record Key(String login, String address) {}

    Key key(String login, String address) {
        return new Key(
                vault.index("people.sign_in_try.login", login),
                vault.index("people.sign_in_try.address", RateLimit.network(address)));
    }

    /** Under this name wrong codes of the second factor are counted, apart from wrong passwords. */
    static String codesOf(String login) {
        return login + "|code";
    }

    /** When the next try is heard; empty when now. */
    Optional<Instant> delayedUntil(Key key) {
        var now = clock.instant();
        var count = count(key, now);
        var here = until(count.here() - FREE_TRIES, count.hereAt());
        var everywhere =
                count.known()
                        ? Instant.EPOCH
                        : until(count.everywhere() - FREE_TRIES_EVERYWHERE, count.everywhereAt());
        var latest = here.isAfter(everywhere) ? here : everywhere;
        return latest.isAfter(now) ? Optional.of(latest) : Optional.empty();
    }

    private static Instant until(int beyond, Instant last) {
        if (beyond < 0) {
            return Instant.EPOCH;
        }
        var delay = DELAY_FIRST.multipliedBy(1L << Math.min(beyond, DOUBLINGS_MAX));
        return last.plus(delay.compareTo(DELAY_MAX) > 0 ? DELAY_MAX : delay);
    }

    private record Count(
            int here, Instant hereAt, int everywhere, Instant everywhereAt, boolean known) {}

    private Count count(Key key, Instant now) {
        return db.sql(
                        """
                        select
                          coalesce(sum(failed)
                            filter (where address = :address and last_at > :forgotten), 0) as here,
                          coalesce(max(last_at) filter (where address = :address), :epoch) as here_at,
                          coalesce(sum(failed)
                            filter (where last_at > :forgotten), 0) as everywhere,
                          coalesce(max(last_at), :epoch) as everywhere_at,
                          coalesce(bool_or(good_at > :known_since)
                            filter (where address = :address), false) as known
                        from people.sign_in_try
                        where login = :login
                        """)
                .param("login", key.login())
                .param("address", key.address())
                .param("epoch", Sql.at(Instant.EPOCH))
                .param("known_since", Sql.at(now.minus(KNOWN_FOR)))
                .param("forgotten", Sql.at(now.minus(FORGOTTEN_AFTER)))
                .query((row, _) ->
                        new Count(
                                row.getInt("here"),
                                Sql.instant(row, "here_at"),
                                row.getInt("everywhere"),
                                Sql.instant(row, "everywhere_at"),
                                row.getBoolean("known")))
                .single();
    }

    /** Notes a failure; it stays noted even when the caller is refused. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(Key key) {
        var now = clock.instant();
        sweep(now);
        db.sql(
                        """
                        insert into people.sign_in_try (login, address, failed, last_at)
                        values (:login, :address, 1, :now)
                        on conflict (login, address) do update
                        set failed = case
                            when sign_in_try.last_at < :forgotten then 1
                            else sign_in_try.failed + 1
                          end,
                          last_at = :now
                        """)
                .param("login", key.login())
                .param("address", key.address())
                .param("now", Sql.at(now))
                .param("forgotten", Sql.at(now.minus(FORGOTTEN_AFTER)))
                .update();
    }

    /** Notes a good sign-in: the address is known from now on and its failures are forgotten. */
    @Transactional
    public void good(Key key) {
        db.sql(
                        """
                        insert into people.sign_in_try (login, address, failed, last_at, good_at)
                        values (:login, :address, 0, :now, :now)
                        on conflict (login, address) do update
                        set failed = 0, last_at = :now, good_at = :now
                        """)
                .param("login", key.login())
                .param("address", key.address())
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** Forgets all failures of a login, when an administrator unlocks it. */
    @Transactional
    public void forget(Login login) {
        var names = List.of(login.text(), codesOf(login.text()));
        db.sql("update people.sign_in_try set failed = 0 where login in (:logins)")
                .param(
                        "logins",
                        names.stream()
                                .map(name -> vault.index("people.sign_in_try.login", name))
                                .toList())
                .update();
    }

    /** Drops what no longer counts, at most once an hour and a bounded number at a time. */
    private void sweep(Instant now) {
        if (now.isBefore(swept.plus(SWEEP_EVERY))) {
            return;
        }
        swept = now;
        db.sql(
                        """
                        delete from people.sign_in_try
                        where (login, address) in (
                          select login, address
                          from people.sign_in_try
                          where last_at < :known_since
                            or (last_at < :forgotten and good_at is null)
                          order by last_at
                          limit :rows_max
                        )
                        """)
                .param("known_since", Sql.at(now.minus(KNOWN_FOR)))
                .param("forgotten", Sql.at(now.minus(FORGOTTEN_AFTER)))
                .param("rows_max", SWEEP_ROWS_MAX)
                .update();
    }
}
