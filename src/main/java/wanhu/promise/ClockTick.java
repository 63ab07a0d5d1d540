package wanhu.promise;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.Sql;

/**
 * Reads the clocks whose next check has passed, oldest first, until none is left. It may come late,
 * twice, or on another machine: each part of a clock's time is claimed by a unique row in the
 * transaction of its effect.
 */
@Component
class ClockTick {
    private static final int ROWS_MAX = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient db;
    private final ClockStore store;
    private final Dating dating;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher facts;

    ClockTick(
            JdbcClient db,
            ClockStore store,
            Dating dating,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher facts) {
        this.db = db;
        this.store = store;
        this.dating = dating;
        this.clock = clock;
        this.transaction = transaction;
        this.facts = facts;
    }

    /** A clock whose next check has passed. */
    record DueRow(int county, UUID subject, UUID clock, ClockKind kind, Instant next) {}

    /**
     * Every ten seconds, and whenever a test or the demonstration clock asks; a row that fails does
     * not stop the others.
     */
    @Scheduled(fixedDelayString = "${wanhu.tick:PT10S}", initialDelayString = "${wanhu.tick:PT10S}")
    public void run() {
        var now = clock.instant();
        var failures = new ArrayList<RuntimeException>();
        var rows = due(now, Instant.EPOCH, FIRST);
        while (!rows.isEmpty()) {
            rows.forEach(row -> tryReach(row, now, failures));
            rows = due(now, rows.getLast().next(), rows.getLast().clock());
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    failures.size() + " clocks could not be reached", failures.getFirst());
        }
    }

    private void tryReach(DueRow row, Instant now, List<RuntimeException> failures) {
        try {
            transaction.executeWithoutResult(_ -> reach(row, now));
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
    }

    /** Cross-county: the tick serves all counties of this database. */
    private List<DueRow> due(Instant now, Instant after, UUID afterId) {
        return db.sql(
                        """
                        select county, subject_id, id, kind, next_check
                        from promise.clock
                        where next_check <= :now and stopped_at is null and (next_check, id) > (:after, :afterId)
                        order by next_check, id
                        limit :limit
                        """)
                .param("now", Sql.at(now))
                .param("after", Sql.at(after))
                .param("afterId", afterId)
                .param("limit", ROWS_MAX)
                .query((row, _) ->
                        new DueRow(
                                row.getInt("county"),
                                Sql.uuid(row, "subject_id"),
                                Sql.uuid(row, "id"),
                                ClockKind.valueOf(row.getString("kind")),
                                Sql.instant(row, "next_check")))
                .list();
    }

    /** The subject's row is locked by the listener before the clock's, as in every other act. */
    void reach(DueRow row, Instant now) {
        var running = store.running(row.county(), row.subject()).get(row.kind());
        if (running == null) {
            return;
        }
        var dated = dating.of(row.county(), running, now);
        int percent = reached(dated, now);
        if (percent > 0 && store.claimRung(row.county(), row.clock(), percent, now)) {
            facts.publishEvent(
                    new ClockReached(row.county(), row.subject(), row.kind(), percent, now));
        }
        store.date(row.county(), dated);
    }

    private static int reached(Dated dated, Instant now) {
        var derived = dated.derived();
        if (derived.paused()) {
            return 0;
        }
        if (!now.isBefore(derived.dueAt())) {
            return 100;
        }
        if (!now.isBefore(derived.warnAt())) {
            return dated.shares().second();
        }
        return now.isBefore(derived.halfAt()) ? 0 : dated.shares().first();
    }
}
