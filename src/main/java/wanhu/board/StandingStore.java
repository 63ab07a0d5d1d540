package wanhu.board;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.OrgPath;
import wanhu.base.Sql;
import wanhu.life.Stage;

/** Where open matters stand: rows of places themselves, and of places with all below them. */
@Repository
class StandingStore {
    private final JdbcClient db;

    StandingStore(JdbcClient db) {
        this.db = db;
    }

    /** A row: of a place itself, or of it with all below it. */
    record Key(boolean whole, OrgPath place, Stage stage) {}

    /** A row with its figures. */
    record Kept(Key key, int open, int soon, int overdue) {}

    void clear(int county) {
        db.sql("delete from board.standing where county = :county")
                .param("county", county)
                .update();
        db.sql("delete from board.standing_turn where county = :county")
                .param("county", county)
                .update();
    }

    /** The townships, and the county for what is its own, in which time alone changes something. */
    List<OrgPath> due(int county, Instant now) {
        return db.sql(
                        """
                        -- Counted later than now: the clock was set back.
                        select place_path
                        from board.standing_turn
                        where county = :county and (next_at <= :now or counted_at > :now)
                        """)
                .param("county", county)
                .param("now", Sql.at(now))
                .query((row, _) -> new OrgPath(row.getString("place_path")))
                .list();
    }

    void turned(int county, OrgPath at, Instant now, @Nullable Instant next) {
        db.sql(
                        """
                        insert into board.standing_turn (county, place_path, counted_at, next_at)
                        values (:county, :place, :now, :next)
                        on conflict (county, place_path) do update set counted_at = :now, next_at = :next
                        """)
                .param("county", county)
                .param("place", at.text())
                .param("now", Sql.at(now))
                .param("next", Sql.atOrNull(next))
                .update();
    }

    /** The rows of places themselves at a township and below it, or of the county itself. */
    List<Kept> own(int county, OrgPath at) {
        return db.sql(
                        """
                        select whole, place_path, stage, open, soon, overdue
                        from board.standing
                        where county = :county
                          and not whole
                          and place_path >= :place
                          and place_path < :until
                        """)
                .param("county", county)
                .param("place", at.text())
                .param("until", until(at))
                .query(StandingStore::kept)
                .list();
    }

    /** Of a county nothing but itself. */
    private static String until(OrgPath at) {
        return at.text().length() > OrgPath.COUNTY_LENGTH ? at.until() : at.text() + '!';
    }

    /** All rows of places themselves. */
    List<Kept> own(int county) {
        return db.sql(
                        """
                        select whole, place_path, stage, open, soon, overdue
                        from board.standing
                        where county = :county and not whole
                        """)
                .param("county", county)
                .query(StandingStore::kept)
                .list();
    }

    /** The rows of some places with all below them. */
    List<Kept> wholes(int county, Collection<OrgPath> places) {
        return db.sql(
                        """
                        select whole, place_path, stage, open, soon, overdue
                        from board.standing
                        where county = :county and whole and place_path = any(:places)
                        """)
                .param("county", county)
                .param("places", places.stream().map(OrgPath::text).toArray(String[]::new))
                .query(StandingStore::kept)
                .list();
    }

    private static Kept kept(ResultSet row, int line) throws SQLException {
        var key =
                new Key(
                        row.getBoolean("whole"),
                        new OrgPath(row.getString("place_path")),
                        Stage.valueOf(row.getString("stage")));
        return new Kept(key, row.getInt("open"), row.getInt("soon"), row.getInt("overdue"));
    }

    /** Moves the figures of some rows; what comes to nothing goes. */
    void move(int county, List<Changes.Row<Key>> rows) {
        Map<String, Object> keys =
                Map.of(
                        "county",
                        county,
                        "whole",
                        column(rows, each -> each.key().whole(), Boolean[]::new),
                        "places",
                        column(rows, each -> each.key().place().text(), String[]::new),
                        "stages",
                        column(rows, each -> each.key().stage().name(), String[]::new));
        add(keys, rows);
        forget(keys);
    }

    private void add(Map<String, Object> keys, List<Changes.Row<Key>> rows) {
        db.sql(
                        """
                        insert into board.standing (county, whole, place_path, stage, open, soon, overdue)
                        select :county, c.whole, c.place, c.stage, c.open, c.soon, c.overdue
                        from unnest(cast(:whole as boolean[]), cast(:places as text[]), cast(:stages as text[]),
                            cast(:open as int[]), cast(:soon as int[]), cast(:overdue as int[]))
                            as c (whole, place, stage, open, soon, overdue)
                        on conflict (county, whole, place_path, stage)
                            do update set open = standing.open + excluded.open,
                                soon = standing.soon + excluded.soon,
                                overdue = standing.overdue + excluded.overdue
                        """)
                .params(keys)
                .param("open", column(rows, each -> each.figures()[0], Integer[]::new))
                .param("soon", column(rows, each -> each.figures()[1], Integer[]::new))
                .param("overdue", column(rows, each -> each.figures()[2], Integer[]::new))
                .update();
    }

    private void forget(Map<String, Object> keys) {
        db.sql(
                        """
                        delete from board.standing s
                        using unnest(cast(:whole as boolean[]), cast(:places as text[]), cast(:stages as text[]))
                            as c (whole, place, stage)
                        where s.county = :county
                          and s.whole = c.whole
                          and s.place_path = c.place
                          and s.stage = c.stage
                          and s.open = 0
                        """)
                .params(keys)
                .update();
    }

    private static <T> T[] column(
            List<Changes.Row<Key>> rows,
            Function<Changes.Row<Key>, T> value,
            IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    /** How many rows of places with all below them are not the sum of the places themselves. */
    int unsummed(int county) {
        return db.sql(
                        """
                        select count(*)
                        from (
                            select p.place_path, o.stage, sum(o.open) as open, sum(o.soon) as soon,
                                sum(o.overdue) as overdue
                            from board.standing o
                            cross join lateral (
                                select distinct left(o.place_path, n)
                                from unnest(array[9, 14, 19, 24]) as n) as p (place_path)
                            where o.county = :county and not o.whole
                            group by p.place_path, o.stage) as summed
                        full join (
                            select place_path, stage, open, soon, overdue
                            from board.standing
                            where county = :county and whole) as kept
                            using (place_path, stage)
                        where (summed.open, summed.soon, summed.overdue)
                            is distinct from (kept.open, kept.soon, kept.overdue)
                        """)
                .param("county", county)
                .query(Integer.class)
                .single();
    }
}
