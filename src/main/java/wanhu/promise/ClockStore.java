package wanhu.promise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Ids;
import wanhu.base.Sql;
import wanhu.calendar.Suspension;
import wanhu.calendar.Term;

/** The rows of clocks and of the ledger of what stopped or extended them. */
@Repository
class ClockStore {
    private final JdbcClient db;

    ClockStore(JdbcClient db) {
        this.db = db;
    }

    /** The clocks of a subject that run, by kind, with their ledgers. */
    Map<ClockKind, RunningClock> running(int county, UUID subject) {
        var ledgers = ledgers(county, subject);
        var clocks = new HashMap<ClockKind, RunningClock>();
        db.sql(
                        """
                        select id, kind, started_at, term, last_day
                        from promise.clock
                        where county = :county and subject_id = :subject and stopped_at is null
                        """)
                .param("county", county)
                .param("subject", subject)
                .query((row, _) -> clock(row, ledgers))
                .list()
                .forEach(clock -> clocks.put(clock.kind(), clock));
        return clocks;
    }

    void insert(int county, UUID subject, Dated dated) {
        var clock = dated.clock();
        var derived = dated.derived();
        db.sql(
                        """
                        insert into promise.clock (county, id, subject_id, kind, started_at, term, last_day, calendar,
                            due_at, warn_at, next_check)
                        values (:county, :id, :subject, :kind, :started, :term, :lastDay, :calendar,
                            :due, :warn, :next)
                        """)
                .param("county", county)
                .param("id", clock.id())
                .param("subject", subject)
                .param("kind", clock.kind().name())
                .param("started", Sql.at(clock.started()))
                .param("term", clock.term() == null ? null : clock.term().toString())
                .param("lastDay", clock.lastDay())
                .param("calendar", dated.calendar())
                .param("due", Sql.at(derived.dueAt()))
                .param("warn", Sql.at(derived.warnAt()))
                .param("next", Sql.atOrNull(derived.nextCheck()))
                .update();
    }

    /** Writes the same clock, each with an id of its own, for many subjects. */
    void insert(int county, List<UUID> subjects, Dated dated) {
        var clock = dated.clock();
        var derived = dated.derived();
        db.sql(
                        """
                        insert into promise.clock (county, id, subject_id, kind, started_at, term, last_day, calendar,
                            due_at, warn_at, next_check)
                        select :county, c.id, c.subject, :kind, :started, :term, null, :calendar, :due, :warn, :next
                        from unnest(cast(:ids as uuid[]), cast(:subjects as uuid[])) as c (id, subject)
                        """)
                .param("county", county)
                .param(
                        "ids",
                        subjects.stream().map(_ -> Ids.next().toString()).toArray(String[]::new))
                .param("subjects", subjects.stream().map(UUID::toString).toArray(String[]::new))
                .param("kind", clock.kind().name())
                .param("started", Sql.at(clock.started()))
                .param("term", String.valueOf(clock.term()))
                .param("calendar", dated.calendar())
                .param("due", Sql.at(derived.dueAt()))
                .param("warn", Sql.at(derived.warnAt()))
                .param("next", Sql.atOrNull(derived.nextCheck()))
                .update();
    }

    /** Writes what follows from the ledger. */
    void date(int county, Dated dated) {
        var clock = dated.clock();
        var derived = dated.derived();
        db.sql(
                        """
                        update promise.clock
                        set due_at = :due, warn_at = :warn, next_check = :next, calendar = :calendar, paused_at = :paused
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", clock.id())
                .param("due", Sql.at(derived.dueAt()))
                .param("warn", Sql.at(derived.warnAt()))
                .param("next", Sql.atOrNull(derived.nextCheck()))
                .param("calendar", dated.calendar())
                .param("paused", Sql.atOrNull(pausedAt(clock)))
                .update();
    }

    private static @Nullable Instant pausedAt(RunningClock clock) {
        return clock.suspensions().stream()
                .filter(each -> each.until() == null)
                .map(Suspension::from)
                .findFirst()
                .orElse(null);
    }

    /** Ends a clock; in time when it was stopped, or last suspended, before it was due. */
    void stop(int county, UUID clock, Instant now) {
        db.sql(
                        """
                        update promise.clock
                        set stopped_at = :now, next_check = null, in_time = coalesce(paused_at, :now) < due_at
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", clock)
                .param("now", Sql.at(now))
                .update();
    }

    void pause(int county, UUID clock, Instant now, String cause) {
        db.sql(
                        """
                        insert into promise.entry (county, id, clock_id, kind, from_at, cause)
                        values (:county, :id, :clock, 'PAUSE', :now, :cause)
                        """)
                .param("county", county)
                .param("id", Ids.next())
                .param("clock", clock)
                .param("now", Sql.at(now))
                .param("cause", cause)
                .update();
    }

    void resume(int county, UUID clock, Instant now) {
        db.sql(
                        """
                        update promise.entry
                        set until_at = :now
                        where county = :county and clock_id = :clock and kind = 'PAUSE' and until_at is null
                        """)
                .param("county", county)
                .param("clock", clock)
                .param("now", Sql.at(now))
                .update();
    }

    void extend(int county, UUID clock, Term term, Instant now) {
        db.sql(
                        """
                        insert into promise.entry (county, id, clock_id, kind, from_at, term, cause)
                        values (:county, :id, :clock, 'EXTEND', :now, :term, 'GrantExtension')
                        """)
                .param("county", county)
                .param("id", Ids.next())
                .param("clock", clock)
                .param("now", Sql.at(now))
                .param("term", term.toString())
                .update();
    }

    /** Gives a clock another term; the ledger keeps the one it had. */
    void retime(int county, RunningClock clock, Term term, Instant now) {
        db.sql(
                        """
                        insert into promise.entry (county, id, clock_id, kind, from_at, term, cause)
                        values (:county, :id, :clock, 'RETIME', :now, :before, 'Sort')
                        """)
                .param("county", county)
                .param("id", Ids.next())
                .param("clock", clock.id())
                .param("now", Sql.at(now))
                .param("before", String.valueOf(clock.term()))
                .update();
        db.sql("update promise.clock set term = :term where county = :county and id = :clock")
                .param("county", county)
                .param("clock", clock.id())
                .param("term", term.toString())
                .update();
    }

    /** Claims a reminder; false when it was claimed before. */
    boolean claimRung(int county, UUID clock, int percent, Instant now) {
        return db.sql(
                                """
                                insert into promise.rung (county, clock_id, percent, claimed_at)
                                values (:county, :clock, :percent, :now)
                                on conflict do nothing
                                """)
                        .param("county", county)
                        .param("clock", clock)
                        .param("percent", percent)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    private record Entry(
            UUID clock,
            String kind,
            Instant from,
            @Nullable Instant until,
            @Nullable String term,
            String cause) {}

    private Map<UUID, List<Entry>> ledgers(int county, UUID subject) {
        var entries = new HashMap<UUID, List<Entry>>();
        db.sql(
                        """
                        select e.clock_id, e.kind, e.from_at, e.until_at, e.term, e.cause
                        from promise.entry e
                        join promise.clock c on c.county = e.county and c.id = e.clock_id
                        where e.county = :county and c.county = :county and c.subject_id = :subject and c.stopped_at is null
                        order by e.from_at, e.id
                        """)
                .param("county", county)
                .param("subject", subject)
                .query((row, _) ->
                        new Entry(
                                Sql.uuid(row, "clock_id"),
                                row.getString("kind"),
                                Sql.instant(row, "from_at"),
                                Sql.instantOrNull(row, "until_at"),
                                row.getString("term"),
                                row.getString("cause")))
                .list()
                .forEach(entry ->
                        entries.computeIfAbsent(entry.clock(), _ -> new ArrayList<>()).add(entry));
        return entries;
    }

    private static RunningClock clock(ResultSet row, Map<UUID, List<Entry>> ledgers)
            throws SQLException {
        var id = Sql.uuid(row, "id");
        String term = row.getString("term");
        var suspensions = new ArrayList<Suspension>();
        var extensions = new ArrayList<Term>();
        for (Entry entry : ledgers.getOrDefault(id, List.of())) {
            if (entry.kind().equals("PAUSE")) {
                suspensions.add(new Suspension(entry.from(), entry.until(), entry.cause()));
            } else if (entry.kind().equals("EXTEND")) {
                extensions.add(Term.parse(Objects.requireNonNull(entry.term())));
            }
        }
        return new RunningClock(
                id,
                ClockKind.valueOf(row.getString("kind")),
                Sql.instant(row, "started_at"),
                term == null ? null : Term.parse(term),
                row.getObject("last_day", LocalDate.class),
                suspensions,
                extensions);
    }
}
