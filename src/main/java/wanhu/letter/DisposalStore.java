package wanhu.letter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

/** The rows of disposals, and what they take away. */
@Repository
class DisposalStore {
    static final int ROWS_MAX = 100;

    private static final String COLUMNS =
            """
            d.county, d.id, d.unit, d.issued_before, d.term, d.source, d.reason, d.asked_by, d.asked_at,
            d.decided_by, d.decided_at, d.granted, d.letters
            """;

    private final JdbcClient db;

    DisposalStore(JdbcClient db) {
        this.db = db;
    }

    /** Letters of a unit whose time is over. */
    int due(int county, UUID unit, LocalDate before) {
        return db.sql(
                        """
                        select count(*)
                        from letter.letter
                        where county = :county and unit = :unit and issued_on < :before and kind <> 'MINUTES'
                            and disposal_id is null
                        """)
                .param("county", county)
                .param("unit", unit)
                .param("before", before)
                .query(Integer.class)
                .single();
    }

    /** Whether it is the only one of its unit that waits. */
    boolean insert(Disposal asked) {
        int rows =
                db.sql(
                                """
                                insert into letter.disposal (county, id, unit, issued_before, term, source, reason, asked_by, asked_at)
                                values (:county, :id, :unit, :before, :term, :source, :reason, :by, :at)
                                on conflict do nothing
                                """)
                        .param("county", asked.county())
                        .param("id", asked.id())
                        .param("unit", asked.unit())
                        .param("before", asked.before())
                        .param("term", asked.term())
                        .param("source", asked.source())
                        .param("reason", asked.reason())
                        .param("by", asked.askedBy())
                        .param("at", Sql.at(asked.askedAt()))
                        .update();
        return rows == 1;
    }

    /** What waits for a decision, locked. */
    Optional<Disposal> lock(int county, UUID unit) {
        return db.sql(
                        """
                        select %s
                        from letter.disposal d
                        where d.county = :county and d.unit = :unit and d.decided_by is null
                        for update
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("unit", unit)
                .query(DisposalStore::read)
                .optional();
    }

    /** All of a unit, the newest first. */
    List<Disposal> list(int county, UUID unit) {
        return db.sql(
                        """
                        select %s
                        from letter.disposal d
                        where d.county = :county and d.unit = :unit
                        order by d.id desc
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("unit", unit)
                .param("limit", ROWS_MAX)
                .query(DisposalStore::read)
                .list();
    }

    void decide(Disposal asked, Disposal.Decided decided) {
        db.sql(
                        """
                        update letter.disposal
                        set decided_by = :by, decided_at = :at, granted = :granted, letters = :letters
                        where county = :county and id = :id and decided_by is null
                        """)
                .param("county", asked.county())
                .param("id", asked.id())
                .param("by", decided.by())
                .param("at", Sql.at(decided.at()))
                .param("granted", decided.granted())
                .param("letters", decided.letters())
                .update();
    }

    /** Takes away what the letters of a granted disposal say; answers how many there were. */
    int dispose(Disposal granted) {
        return db.sql(
                        """
                        update letter.letter
                        set addressee = '', body = '', contact = '', copies = '', present = '', disposal_id = :id
                        where county = :county and unit = :unit and issued_on < :before and kind <> 'MINUTES'
                            and disposal_id is null
                        """)
                .param("county", granted.county())
                .param("unit", granted.unit())
                .param("before", granted.before())
                .param("id", granted.id())
                .update();
    }

    private static Disposal read(ResultSet row, int at) throws SQLException {
        var by = Sql.uuidOrNull(row, "decided_by");
        Instant when = Sql.instantOrNull(row, "decided_at");
        return new Disposal(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                Sql.uuid(row, "unit"),
                row.getObject("issued_before", LocalDate.class),
                row.getString("term"),
                row.getString("source"),
                row.getString("reason"),
                Sql.uuid(row, "asked_by"),
                Sql.instant(row, "asked_at"),
                by == null || when == null
                        ? null
                        : new Disposal.Decided(
                                by, when, row.getBoolean("granted"), row.getInt("letters")));
    }
}
