package wanhu.promise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Ids;
import wanhu.base.Sql;
import wanhu.calendar.Derived;
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
        var ledgers = new LinkedHashMap<RunningClock, List<Entry>>();
        db.sql(
                        """
                        select c.id, c.kind, c.started_at, c.term, c.last_day, e.kind as entry, e.from_at, e.until_at,
                            e.term as entry_term, e.cause
                        from promise.clock c
                        left join promise.entry e on e.county = :county and e.clock_id = c.id
                        where c.county = :county and c.subject_id = :subject and c.stopped_at is null
                        order by e.from_at, e.id
                        """)
                .param("county", county)
                .param("subject", subject)
                .query((row, _) -> Map.entry(bare(row), entry(row)))
                .list()
                .forEach(line ->
                        ledgers.computeIfAbsent(line.getKey(), _ -> new ArrayList<>())
                                .addAll(line.getValue()));
        var clocks = new HashMap<ClockKind, RunningClock>();
        ledgers.forEach((clock, ledger) -> clocks.put(clock.kind(), clock(clock, ledger)));
        return clocks;
    }

    /** The clocks that end and begin in one moment; filled while a step is carried out. */
    record Turn(List<UUID> stopped, List<Dated> started, Instant now) {
        static Turn at(Instant now) {
            return new Turn(new ArrayList<>(), new ArrayList<>(), now);
        }
    }

    /**
     * Ends clocks, and begins others; in time is what was stopped, or last suspended, before it was
     * due. What ends is written first, since a subject has one running clock of a kind.
     */
    void turn(int county, UUID subject, Turn turn) {
        var clocks = turn.started().stream().map(Dated::clock).toList();
        var derived = turn.started().stream().map(Dated::derived).toList();
        db.sql(
                        """
                        with stopped as (
                            update promise.clock
                            set stopped_at = :now, next_check = null, in_time = coalesce(paused_at, :now) < due_at
                            where county = :county and id = any(cast(:stopped as uuid[]))
                            returning id)
                        insert into promise.clock (county, id, subject_id, kind, started_at, term, last_day, calendar,
                            due_at, warn_at, next_check)
                        select :county, c.id, :subject, c.kind, :now, c.term, c.last_day, c.calendar, c.due, c.warn, c.next
                        from unnest(cast(:ids as uuid[]), cast(:kinds as text[]), cast(:terms as text[]),
                            cast(:lastDays as date[]), cast(:calendars as text[]), cast(:dues as timestamptz[]),
                            cast(:warns as timestamptz[]), cast(:nexts as timestamptz[]))
                            as c (id, kind, term, last_day, calendar, due, warn, next)
                        where (select count(*) from stopped) >= 0
                        """)
                .param("county", county)
                .param("subject", subject)
                .param("now", Sql.at(turn.now()))
                .param("stopped", texts(turn.stopped(), each -> each))
                .param("ids", texts(clocks, RunningClock::id))
                .param("kinds", texts(clocks, RunningClock::kind))
                .param("terms", texts(clocks, RunningClock::term))
                .param("lastDays", texts(clocks, RunningClock::lastDay))
                .param("calendars", texts(turn.started(), Dated::calendar))
                .param("dues", texts(derived, Derived::dueAt))
                .param("warns", texts(derived, Derived::warnAt))
                .param("nexts", texts(derived, Derived::nextCheck))
                .update();
    }

    /** Values as an array of texts, null where there is none. */
    private static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable Object> value) {
        return all.stream()
                .map(value)
                .map(each -> each == null ? null : each.toString())
                .toArray(String[]::new);
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
            String kind,
            Instant from,
            @Nullable Instant until,
            @Nullable String term,
            String cause) {}

    /** The line of the ledger in a row; none when the clock has no ledger. */
    private static List<Entry> entry(ResultSet row) throws SQLException {
        String kind = row.getString("entry");
        return kind == null
                ? List.of()
                : List.of(
                        new Entry(
                                kind,
                                Sql.instant(row, "from_at"),
                                Sql.instantOrNull(row, "until_at"),
                                row.getString("entry_term"),
                                row.getString("cause")));
    }

    private static RunningClock bare(ResultSet row) throws SQLException {
        String term = row.getString("term");
        return new RunningClock(
                Sql.uuid(row, "id"),
                ClockKind.valueOf(row.getString("kind")),
                Sql.instant(row, "started_at"),
                term == null ? null : Term.parse(term),
                row.getObject("last_day", LocalDate.class),
                List.of(),
                List.of());
    }

    private static RunningClock clock(RunningClock bare, List<Entry> ledger) {
        var suspensions = new ArrayList<Suspension>();
        var extensions = new ArrayList<Term>();
        for (Entry entry : ledger) {
            if (entry.kind().equals("PAUSE")) {
                suspensions.add(new Suspension(entry.from(), entry.until(), entry.cause()));
            } else if (entry.kind().equals("EXTEND")) {
                extensions.add(Term.parse(Objects.requireNonNull(entry.term())));
            }
        }
        return new RunningClock(
                bare.id(),
                bare.kind(),
                bare.started(),
                bare.term(),
                bare.lastDay(),
                suspensions,
                extensions);
    }
}
