package wanhu.supervise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

/** The rows of stage reports. */
@Repository
class StageReportStore {
    private static final String COLUMNS =
            """
            s.county, s.id, s.matter_id, s.matter_number, s.turn, s.unit_id, s.first_unit, s.owed_at, s.due_at,
            s.given_at, s.given_by, s.text, s.next_step, s.expected_on
            """;

    private final JdbcClient db;

    StageReportStore(JdbcClient db) {
        this.db = db;
    }

    /** Keeps that one is owed; false when one of this turn is known. */
    boolean add(StageReport report) {
        return db.sql(
                                """
                                insert into supervise.report (county, id, matter_id, matter_number, turn, unit_id, first_unit,
                                    owed_at, due_at)
                                values (:county, :id, :matter, :number, :turn, :unit, :first, :owed, :due)
                                on conflict (county, matter_id, turn) do nothing
                                """)
                        .param("county", report.county())
                        .param("id", report.id())
                        .param("matter", report.of().matter())
                        .param("number", report.of().number())
                        .param("turn", report.turn())
                        .param("unit", report.unit())
                        .param("first", report.first())
                        .param("owed", Sql.at(report.owed()))
                        .param("due", Sql.at(report.due()))
                        .update()
                == 1;
    }

    /** The last turn of a matter; 0 before the first. */
    int turns(int county, UUID matter) {
        return db.sql(
                        """
                        select coalesce(max(turn), 0)
                        from supervise.report
                        where county = :county and matter_id = :matter
                        """)
                .param("county", county)
                .param("matter", matter)
                .query(Integer.class)
                .single();
    }

    /** What was said; false when it was given or lapsed before. */
    boolean give(StageReport report, StageReport.Given given) {
        return db.sql(
                                """
                                update supervise.report
                                set given_at = :at, given_by = :by, text = :text, next_step = :next, expected_on = :expected
                                where county = :county and id = :id and given_at is null and lapsed_at is null
                                """)
                        .param("county", report.county())
                        .param("id", report.id())
                        .param("at", Sql.at(given.at()))
                        .param("by", given.by())
                        .param("text", given.text())
                        .param("next", given.next())
                        .param("expected", given.expected(), java.sql.Types.DATE)
                        .update()
                == 1;
    }

    /** The ones that a matter still owed are owed no longer. */
    List<UUID> lapse(int county, UUID matter, Instant now) {
        return db.sql(
                        """
                        update supervise.report
                        set lapsed_at = :now
                        where county = :county and matter_id = :matter and given_at is null and lapsed_at is null
                        returning id
                        """)
                .param("county", county)
                .param("matter", matter)
                .param("now", Sql.at(now))
                .query(UUID.class)
                .list();
    }

    /** One that is owed, locked. */
    Optional<StageReport> lock(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from supervise.report s
                        where s.county = :county and s.id = :id and s.given_at is null and s.lapsed_at is null
                        for update
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("id", id)
                .query(StageReportStore::read)
                .optional();
    }

    /** The reports of a matter, newest first. */
    List<StageReport> ofMatter(int county, UUID matter) {
        return db.sql(
                        """
                        select %s
                        from supervise.report s
                        where s.county = :county and s.matter_id = :matter and s.lapsed_at is null
                        order by s.turn desc
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("matter", matter)
                .param("limit", SupervisionStore.OF_MATTER_ROWS_MAX)
                .query(StageReportStore::read)
                .list();
    }

    /** A piece of those that are owed, the first due first. */
    List<StageReport> owed(Map<String, Object> seen, Key after, int limit) {
        return db.sql(
                        """
                        select %s
                        from supervise.report s
                        where %s and s.given_at is null and s.lapsed_at is null
                            and (s.due_at, s.id) > (:after, :afterId)
                        order by s.due_at, s.id
                        limit :limit
                        """
                                .formatted(COLUMNS, Seen.ROWS.formatted("unit_id", "unit_id")))
                .params(seen)
                .param("after", Sql.at(after.at()))
                .param("afterId", after.id())
                .param("limit", limit)
                .query(StageReportStore::read)
                .list();
    }

    /** The ones that were given last. */
    List<StageReport> given(Map<String, Object> seen, int limit) {
        return db.sql(
                        """
                        select %s
                        from supervise.report s
                        where %s and s.given_at is not null
                        order by s.given_at desc, s.id desc
                        limit :limit
                        """
                                .formatted(COLUMNS, Seen.ROWS.formatted("unit_id", "unit_id")))
                .params(seen)
                .param("limit", limit)
                .query(StageReportStore::read)
                .list();
    }

    private static StageReport read(ResultSet row, int rowNumber) throws SQLException {
        var at = Sql.instantOrNull(row, "given_at");
        return new StageReport(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                new Supervision.Of(Sql.uuid(row, "matter_id"), row.getString("matter_number")),
                row.getInt("turn"),
                Sql.uuid(row, "unit_id"),
                Sql.uuid(row, "first_unit"),
                Sql.instant(row, "owed_at"),
                Sql.instant(row, "due_at"),
                at == null
                        ? null
                        : new StageReport.Given(
                                at,
                                row.getString("given_by"),
                                row.getString("text"),
                                row.getString("next_step"),
                                row.getObject("expected_on", LocalDate.class)));
    }
}
