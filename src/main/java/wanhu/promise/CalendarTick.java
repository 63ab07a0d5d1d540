package wanhu.promise;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.calendar.Calendars;

/**
 * Finds running clocks that were derived from an older calendar, and tells whose they are, so that
 * they are derived anew and the timeline says why. In small transactions; repeating it changes
 * nothing.
 */
@Component
class CalendarTick {
    private static final int SUBJECTS_MAX = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient db;
    private final Calendars calendars;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher facts;

    CalendarTick(
            JdbcClient db,
            Calendars calendars,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationEventPublisher facts) {
        this.db = db;
        this.calendars = calendars;
        this.clock = clock;
        this.transaction = transaction;
        this.facts = facts;
    }

    /** Every ten seconds. */
    @Scheduled(fixedDelayString = "${wanhu.tick:PT10S}", initialDelayString = "${wanhu.tick:PT10S}")
    public void run() {
        counties().forEach(this::renew);
    }

    /** Cross-county: the tick serves all counties of this database. */
    private List<Integer> counties() {
        return db.sql("select distinct county from promise.clock where stopped_at is null")
                .query(Integer.class)
                .list();
    }

    private void renew(int county) {
        var version = calendars.of(county).version();
        var failures = new ArrayList<RuntimeException>();
        var subjects = stale(county, version, FIRST);
        while (!subjects.isEmpty()) {
            subjects.forEach(subject ->
                    tell(new PromisesStale(county, subject, version, clock.instant()), failures));
            subjects = stale(county, version, subjects.getLast());
        }
        if (!failures.isEmpty()) {
            throw new IllegalStateException(
                    failures.size() + " subjects could not be derived anew", failures.getFirst());
        }
    }

    private void tell(PromisesStale fact, List<RuntimeException> failures) {
        try {
            transaction.executeWithoutResult(_ -> facts.publishEvent(fact));
        } catch (RuntimeException failure) {
            failures.add(failure);
        }
    }

    private List<UUID> stale(int county, String version, UUID after) {
        return db.sql(
                        """
                        select distinct subject_id
                        from promise.clock
                        where county = :county and stopped_at is null and calendar <> :version and subject_id > :after
                        order by subject_id
                        limit :limit
                        """)
                .param("county", county)
                .param("version", version)
                .param("after", after)
                .param("limit", SUBJECTS_MAX)
                .query(UUID.class)
                .list();
    }
}
