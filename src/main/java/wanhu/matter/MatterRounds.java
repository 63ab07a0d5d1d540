package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.OrgPath;
import wanhu.base.Sql;
import wanhu.base.Wall;
import wanhu.life.Hold;
import wanhu.life.Stage;
import wanhu.org.Level;

/** What meetings ask of matters: which wait at a body, where some stand now, and how all moved. */
@Service
public class MatterRounds {
    /** Rows that one statement reads. */
    static final int BATCH_ROWS_MAX = 1_000;

    /** Matters whose standing is asked at once, at most. */
    public static final int IDS_MAX = 10_000;

    private static final String COLUMNS =
            """
            m.id, m.number, m.title, m.place_id, m.place_path, m.holder_id, m.stage, m.urgent,
            m.danger, m.supporters, m.due_at,
            coalesce((
                select max(s.recorded_at)
                from matter.step s
                where s.county = m.county and s.matter_id = m.id and s.holder_to = m.holder_id
                    and s.holder_from <> s.holder_to), m.reported_at) as came_at
            """;

    private final JdbcClient db;

    MatterRounds(JdbcClient db) {
        this.db = db;
    }

    /**
     * The unsolved matters that lie with a body and came to it before an instant: a village answers
     * for its grids too, a township or county for what it holds itself.
     *
     * @param until cut-off, exclusive
     */
    @Transactional(readOnly = true)
    public List<Waiting> openFor(int county, Hold body, Instant until) {
        var all = new ArrayList<Waiting>();
        var after = new UUID(0, 0);
        while (true) {
            var batch = batch(county, body, until, after);
            all.addAll(batch);
            if (batch.size() < BATCH_ROWS_MAX) {
                return List.copyOf(all);
            }
            after = batch.getLast().id();
        }
    }

    private List<Waiting> batch(int county, Hold body, Instant until, UUID after) {
        var statement =
                db.sql(
                                """
                                select *
                                from (
                                    select %s
                                    from matter.matter m
                                    where m.county = :county and m.open and m.unsolved and %s and m.id > :after
                                ) waiting
                                where came_at < :until
                                order by id
                                limit :limit
                                """
                                        .formatted(COLUMNS, held(body)))
                        .param("county", county)
                        .param("after", after)
                        .param("until", Sql.at(until))
                        .param("limit", BATCH_ROWS_MAX);
        return with(statement, body).query(MatterRounds::waiting).list();
    }

    /**
     * How many unsolved matters lie with a body now.
     *
     * @param place at or below which they lie
     * @param without those that are not counted
     */
    @Transactional(readOnly = true)
    public int countFor(int county, Hold body, OrgPath place, Set<UUID> without) {
        var statement =
                db.sql(
                                """
                                select count(*)
                                from matter.counted m
                                where m.county = :county and m.open and m.unsolved and %s
                                    and m.place_path >= :place and m.place_path < :beyond
                                    and m.id <> all(:without)
                                """
                                        .formatted(held(body)))
                        .param("county", county)
                        .param("place", place.from())
                        .param("beyond", place.until())
                        .param("without", without.toArray(UUID[]::new));
        return with(statement, body).query(Integer.class).single();
    }

    private static String held(Hold body) {
        return body.level() == Level.VILLAGE ? "m.holder_low = :path" : "m.holder_id = :unit";
    }

    private static JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, Hold body) {
        return body.level() == Level.VILLAGE
                ? statement.param("path", body.path().text())
                : statement.param("unit", body.unit());
    }

    /** Those of the matters that still wait at the body now; the others were solved or went on. */
    @Transactional(readOnly = true)
    public List<Waiting> stillWith(int county, Hold body, Collection<UUID> ids) {
        if (ids.size() > IDS_MAX) {
            throw new IllegalArgumentException(
                    "Expected at most " + IDS_MAX + " ids but got " + ids.size());
        }
        var statement =
                db.sql(
                                """
                                select %s
                                from matter.matter m
                                where m.county = :county and m.id = any(:ids) and m.unsolved and %s
                                """
                                        .formatted(COLUMNS, held(body)))
                        .param("county", county)
                        .param("ids", ids.toArray(UUID[]::new));
        return with(statement, body).query(MatterRounds::waiting).list();
    }

    /** What was raised urgently to the unit and is not decided there yet, first due first. */
    @Transactional(readOnly = true)
    public List<Waiting> urgentAt(int county, UUID unit) {
        return db.sql(
                        """
                        select %s
                        from matter.matter m
                        where m.county = :county and m.open and m.holder_id = :unit and m.urgent
                            and m.stage = 'ESCALATED'
                        order by m.due_at, m.id
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("unit", unit)
                .param("limit", BATCH_ROWS_MAX)
                .query(MatterRounds::waiting)
                .list();
    }

    /**
     * Which moves are asked for.
     *
     * @param place at or below which the matters lie; what accuses it or a unit above it is left
     *     out
     * @param since matters that had ended before are left out
     * @param until moves at or after it are left out
     */
    public record Moves(OrgPath place, Instant since, Instant until) {}

    /** Tells the moves, those of a matter together and in order. */
    @Transactional(readOnly = true)
    public void traces(int county, Moves wanted, Consumer<Trace> reader) {
        var ids = placed(county, wanted.place(), wanted.since(), new UUID(0, 0));
        while (!ids.isEmpty()) {
            moves(county, ids, wanted.until()).forEach(reader);
            ids = placed(county, wanted.place(), wanted.since(), ids.getLast());
        }
    }

    private List<UUID> placed(int county, OrgPath place, Instant since, UUID after) {
        return db.sql(
                        """
                        select id
                        from matter.matter
                        where county = :county and place_path >= :from and place_path < :until and id > :after
                            and (closed_at is null or closed_at >= :since)
                            and (complained_of is null or left(:from, length(complained_of)) <> complained_of)
                        order by id
                        limit :limit
                        """)
                .param("county", county)
                .param("from", place.from())
                .param("until", place.until())
                .param("after", after)
                .param("since", Sql.at(since))
                .param("limit", BATCH_ROWS_MAX)
                .query(UUID.class)
                .list();
    }

    private List<Trace> moves(int county, List<UUID> ids, Instant until) {
        return db.sql(
                        """
                        select matter_id, seq, step, stage_to, holder_to, recorded_at
                        from matter.step
                        where county = :county and matter_id = any(:ids) and recorded_at < :until
                            and (seq = 1 or stage_from <> stage_to or holder_from <> holder_to)
                        order by matter_id, seq
                        """)
                .param("county", county)
                .param("ids", ids.toArray(UUID[]::new))
                .param("until", Sql.at(until))
                .query(MatterRounds::trace)
                .list();
    }

    /** Number and title of matters, by id, for a list that knows only ids. */
    @Transactional(readOnly = true)
    public List<Waiting> named(int county, Collection<UUID> ids) {
        return db.sql(
                        """
                        select %s
                        from matter.matter m
                        where m.county = :county and m.id = any(:ids)
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("ids", ids.toArray(UUID[]::new))
                .param("limit", BATCH_ROWS_MAX)
                .query(MatterRounds::waiting)
                .list();
    }

    /** Matters that accuse the unit at a place or one above it, for which they do not exist. */
    @Transactional(readOnly = true)
    public Set<UUID> shutTo(int county, OrgPath place) {
        // Asked by those who do not see them.
        return Wall.whole(() ->
                Set.copyOf(
                        db.sql(
                                        """
                                        select id
                                        from matter.counted
                                        where county = :county and complained_of is not null
                                            and left(:place, length(complained_of)) = complained_of
                                        limit :limit
                                        """)
                                .param("county", county)
                                .param("place", place.text())
                                .param("limit", IDS_MAX)
                                .query(UUID.class)
                                .list()));
    }

    private static Waiting waiting(ResultSet row, int rowNumber) throws SQLException {
        return new Waiting(
                Sql.uuid(row, "id"),
                row.getString("number"),
                row.getString("title"),
                Sql.uuid(row, "place_id"),
                new OrgPath(row.getString("place_path")),
                Sql.uuid(row, "holder_id"),
                Stage.valueOf(row.getString("stage")),
                new Waiting.Urgency(
                        row.getBoolean("urgent"),
                        row.getBoolean("danger"),
                        row.getInt("supporters")),
                Sql.instant(row, "came_at"),
                Sql.instantOrNull(row, "due_at"));
    }

    private static Trace trace(ResultSet row, int rowNumber) throws SQLException {
        return new Trace(
                Sql.uuid(row, "matter_id"),
                row.getInt("seq"),
                row.getString("step"),
                Stage.valueOf(row.getString("stage_to")),
                Sql.uuid(row, "holder_to"),
                Sql.instant(row, "recorded_at"));
    }
}
