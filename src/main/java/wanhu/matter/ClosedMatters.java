package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Sql;
import wanhu.base.Wall;

/**
 * Matters as something to learn from: what they were about in the end, and who handled them.
 * Reports of wrongdoing and what is secret are not among them; nor is anything of who asked. What
 * is learned is a county's, whoever asks for it.
 */
@Service
public class ClosedMatters {
    private static final int PIECE_ROWS = 1_000;
    private static final UUID LAST_ID = new UUID(-1, -1);
    private static final Instant LAST_TIME = Instant.parse("9999-01-01T00:00:00Z");

    private final JdbcClient db;

    ClosedMatters(JdbcClient db) {
        this.db = db;
    }

    /**
     * What there is to learn from one matter.
     *
     * @param text its title and what was told, as it was written
     * @param handler the unit that solved it, or has it now
     */
    public record Lesson(UUID id, String category, String text, UUID handler, Instant reported) {}

    /** Hands over the closed and solved matters, the latest first, at most so many. */
    public void each(int county, int most, Consumer<Lesson> to) {
        Wall.whole(() -> pieces(county, most, to));
    }

    private void pieces(int county, int most, Consumer<Lesson> to) {
        var at = LAST_TIME;
        var id = LAST_ID;
        int left = most;
        while (left > 0) {
            var rows = piece(county, at, id, Math.min(left, PIECE_ROWS));
            rows.forEach(to);
            if (rows.size() < PIECE_ROWS) {
                return;
            }
            left -= rows.size();
            at = rows.getLast().reported();
            id = rows.getLast().id();
        }
    }

    private List<Lesson> piece(int county, Instant at, UUID id, int rows) {
        return db.sql(
                        """
                        select m.id, m.category, m.title, m.body, m.handler_id, m.reported_at
                        from matter.matter m
                        where m.county = :county
                          and (m.reported_at, m.id) < (:at, :id)
                          and m.stage in ('CLOSED', 'ARCHIVED')
                          and m.result is not null
                          and m.handler_id is not null
                          and m.kind <> 'REPORT'
                          and not m.secret
                        order by m.reported_at desc, m.id desc
                        limit :rows
                        """)
                .param("county", county)
                .param("at", Sql.at(at))
                .param("id", id)
                .param("rows", rows)
                .query(ClosedMatters::lesson)
                .list();
    }

    /** Those of the named matters from which one may learn, closed or not. */
    @Transactional(readOnly = true)
    public List<Lesson> list(int county, Collection<UUID> ids) {
        return Wall.whole(() -> named(county, ids));
    }

    private List<Lesson> named(int county, Collection<UUID> ids) {
        return db.sql(
                        """
                        select m.id, m.category, m.title, m.body,
                            coalesce(m.handler_id, m.holder_id) as handler_id, m.reported_at
                        from matter.matter m
                        where m.county = :county
                          and m.id = any(:ids)
                          and m.kind <> 'REPORT'
                          and not m.secret
                        """)
                .param("county", county)
                .param("ids", ids.toArray(UUID[]::new))
                .query(ClosedMatters::lesson)
                .list();
    }

    /** How many there are, counted no further than the limit. */
    @Transactional(readOnly = true)
    public int count(int county, int most) {
        return Wall.whole(() -> counted(county, most));
    }

    private int counted(int county, int most) {
        return db.sql(
                        """
                        select count(*)
                        from (
                            select 1
                            from matter.matter m
                            where m.county = :county
                              and m.stage in ('CLOSED', 'ARCHIVED')
                              and m.result is not null
                              and m.handler_id is not null
                              and m.kind <> 'REPORT'
                              and not m.secret
                            limit :most) as counted
                        """)
                .param("county", county)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private static Lesson lesson(ResultSet row, int number) throws SQLException {
        return new Lesson(
                Sql.uuid(row, "id"),
                row.getString("category"),
                row.getString("title") + "\n" + row.getString("body"),
                Sql.uuid(row, "handler_id"),
                Sql.instant(row, "reported_at"));
    }
}
