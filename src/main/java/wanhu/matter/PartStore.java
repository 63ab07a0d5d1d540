package wanhu.matter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Ids;
import wanhu.base.Sql;
import wanhu.calendar.Budget;
import wanhu.calendar.WorkCalendar;
import wanhu.life.Matter;
import wanhu.life.Step;

/** The parts of co-handlers. */
@Repository
class PartStore {
    private static final int PARTS_MAX = 100;

    private final JdbcClient db;

    PartStore(JdbcClient db) {
        this.db = db;
    }

    void give(Matter matter, Step.CoHandler to, WorkCalendar calendar, Instant now) {
        var derived = Budget.of(now, to.term()).derive(calendar, now);
        db.sql(
                        """
                        insert into matter.part (county, id, matter_id, unit_id, unit_path, term, given_at, due_at, warn_at)
                        values (:county, :id, :matter, :unit, :path, :term, :now, :due, :warn)
                        on conflict do nothing
                        """)
                .param("county", matter.county())
                .param("id", Ids.next())
                .param("matter", matter.id())
                .param("unit", to.unit())
                .param("path", to.path().text())
                .param("term", to.term().toString())
                .param("now", Sql.at(now))
                .param("due", Sql.at(derived.dueAt()))
                .param("warn", Sql.at(derived.warnAt()))
                .update();
    }

    boolean open(int county, UUID matter, UUID unit) {
        return db.sql(
                        """
                        select exists (
                            select 1 from matter.part
                            where county = :county and matter_id = :matter and unit_id = :unit and reported_at is null)
                        """)
                .param("county", county)
                .param("matter", matter)
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }

    /** Whether the unit has, or had, a part. */
    boolean any(int county, UUID matter, UUID unit) {
        return db.sql(
                        """
                        select exists (
                            select 1 from matter.part
                            where county = :county and matter_id = :matter and unit_id = :unit)
                        """)
                .param("county", county)
                .param("matter", matter)
                .param("unit", unit)
                .query(Boolean.class)
                .single();
    }

    void report(Matter matter, Step.CoReport report, Instant now) {
        db.sql(
                        """
                        update matter.part
                        set reported_at = :now, report = :report
                        where county = :county and matter_id = :matter and unit_id = :unit and reported_at is null
                        """)
                .param("county", matter.county())
                .param("matter", matter.id())
                .param("unit", report.unit())
                .param("report", report.note())
                .param("now", Sql.at(now))
                .update();
    }

    List<Part> of(int county, UUID matter) {
        return db.sql(
                        """
                        select unit_id, given_at, due_at, warn_at, reported_at, report
                        from matter.part
                        where county = :county and matter_id = :matter
                        order by given_at, id
                        limit :limit
                        """)
                .param("county", county)
                .param("matter", matter)
                .param("limit", PARTS_MAX)
                .query((row, _) ->
                        new Part(
                                Sql.uuid(row, "unit_id"),
                                Sql.instant(row, "given_at"),
                                Sql.instant(row, "due_at"),
                                Sql.instant(row, "warn_at"),
                                Sql.instantOrNull(row, "reported_at"),
                                row.getString("report")))
                .list();
    }
}
