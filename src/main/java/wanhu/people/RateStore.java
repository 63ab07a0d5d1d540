package wanhu.people;

import java.time.Clock;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Sql;
import wanhu.vault.Vault;

/** The counts of {@link RateLimit}, by keyed digests alone. */
@Component
class RateStore {
    private static final int SWEEP_ROWS_MAX = 20_000;

    private final JdbcClient db;
    private final Vault vault;
    private final Clock clock;

    RateStore(JdbcClient db, Vault vault, Clock clock) {
        this.db = db;
        this.vault = vault;
        this.clock = clock;
    }

    /** How many acts of one are counted now; zero when the window is over. */
    int acts(String who) {
        return db.sql(
                        """
                        select acts
                        from people.rate
                        where who = :who and since <= :now and until > :now
                        """)
                .param("who", digest(who))
                .param("now", Sql.at(clock.instant()))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Counts an act, which stays counted even when the caller is refused; how many it makes. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public int moreApart(String who, Duration window) {
        return more(who, window);
    }

    /** Counts an act; how many it makes. */
    @Transactional
    public int more(String who, Duration window) {
        var now = clock.instant();
        return db.sql(
                        """
                        insert into people.rate (who, since, until, acts)
                        values (:who, :now, :until, 1)
                        on conflict (who) do update
                        set acts = case
                            when rate.since <= :now and rate.until > :now then rate.acts + 1
                            else 1
                          end,
                          since = case when rate.since <= :now and rate.until > :now then rate.since else :now end,
                          until = case when rate.since <= :now and rate.until > :now then rate.until else :until end
                        returning acts
                        """)
                .param("who", digest(who))
                .param("now", Sql.at(now))
                .param("until", Sql.at(now.plus(window)))
                .query(Integer.class)
                .single();
    }

    private String digest(String who) {
        return vault.index("people.rate.who", who);
    }

    /**
     * Drops what no longer counts, a bounded number at a time; on the clock of all ticks, so that
     * no guess is answered later than another because it had to sweep.
     */
    @Scheduled(
            fixedDelayString = "${wanhu.rate-sweep:PT1M}",
            initialDelayString = "${wanhu.rate-sweep:PT1M}")
    @Transactional
    public void sweep() {
        db.sql(
                        """
                        delete from people.rate
                        where who in (
                          select who
                          from people.rate
                          where until < :now
                          order by until
                          limit :rows_max
                          for update skip locked
                        )
                        """)
                .param("now", Sql.at(clock.instant()))
                .param("rows_max", SWEEP_ROWS_MAX)
                .update();
    }
}
