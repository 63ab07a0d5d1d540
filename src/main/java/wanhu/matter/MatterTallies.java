package wanhu.matter;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.OrgPath;

/**
 * Counts of matters by place and month, and which of them are to be counted anew because something
 * happened. The same definitions as {@link MatterFigures}.
 */
@Service
public class MatterTallies {
    private static final int LOW_LENGTH = 19;
    private static final int MIDDLE_LENGTH = 14;

    /**
     * The place at which a matter counts: where it was reported; what accuses the unit there, or
     * one above it, counts with the unit above the accused, whose own figures keep silent about it.
     */
    private static final String COUNTED =
            """
            case when left(m.place_path, length(m.complained_of)) = m.complained_of
                then left(m.complained_of, least(greatest(length(m.complained_of) - 5, 9), 19))
                else left(m.place_path, 19) end
            """;

    private final JdbcClient db;

    MatterTallies(JdbcClient db) {
        this.db = db;
    }

    /**
     * What was reported and solved at a place in a month.
     *
     * @param place a village, or a larger place for what was reported of it as a whole
     */
    public record Cell(OrgPath place, YearMonth month) {}

    /**
     * Matters reported at a place in a month about something.
     *
     * @param category code at the top of the tree
     * @param open those of them that have not ended
     */
    public record Reported(Cell cell, String category, int reported, int open) {}

    /**
     * Matters solved in a month that were reported at a place.
     *
     * @param level by whom; empty when nobody's
     */
    public record Solved(Cell cell, String level, int solved) {}

    /**
     * The transaction before which all have ended: what they wrote is seen by each later statement.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long settled() {
        return db.sql("select cast(pg_snapshot_xmin(pg_current_snapshot())::text as bigint)")
                .query(Long.class)
                .single();
    }

    /**
     * The cells of all matters to which something happened in or after a transaction.
     *
     * @param limit most cells that are given
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Cell> touched(int county, long since, int limit) {
        return anything(county, since) ? cells(county, since, limit) : List.of();
    }

    /** Asked first: mostly nothing happened, and to plan which cells takes longer than a page. */
    private boolean anything(int county, long since) {
        return db.sql(
                        """
                        select exists (
                            select 1
                            from matter.step
                            where county = :county and xid >= :since)
                        """)
                .param("county", county)
                .param("since", since)
                .query(Boolean.class)
                .single();
    }

    private List<Cell> cells(int county, long since, int limit) {
        return db.sql(
                        """
                        select distinct c.place,
                            to_char(t.at at time zone 'Asia/Shanghai', 'YYYY-MM') as month
                        from (
                            select distinct s.matter_id
                            from matter.step s
                            where s.county = :county and s.xid >= :since) as changed
                        join matter.matter m on m.county = :county and m.id = changed.matter_id
                        cross join lateral (
                            select m.reported_at as at
                            union
                            select s.recorded_at
                            from matter.step s
                            where s.county = :county and s.matter_id = m.id
                            union
                            select s.happened_at
                            from matter.step s
                            where s.county = :county and s.matter_id = m.id) as t
                        cross join lateral (values (left(m.place_path, 19)), (%s)) as c (place)
                        limit :limit
                        """
                                .formatted(COUNTED))
                .param("county", county)
                .param("since", since)
                .param("limit", limit)
                .query((row, _) ->
                        new Cell(
                                new OrgPath(row.getString("place")),
                                YearMonth.parse(row.getString("month"))))
                .list();
    }

    /** What was reported in a cell, counted. */
    public List<Reported> reported(int county, Cell cell) {
        // Composed; tried by HistoriesTest.
        return db.sql(
                        """
                        select split_part(m.category, '.', 1) as category,
                            count(*) as reported,
                            count(*) filter (where m.open) as open
                        from matter.matter m
                        where m.county = :county
                          and %s
                          and m.reported_at >= :from
                          and m.reported_at < :until
                        group by 1
                        """
                                .formatted(at(cell.place())))
                .params(parameters(county, cell))
                .query((row, _) ->
                        new Reported(
                                cell,
                                row.getString("category"),
                                row.getInt("reported"),
                                row.getInt("open")))
                .list();
    }

    /** What was solved in a cell, counted. */
    public List<Solved> solved(int county, Cell cell) {
        // Composed; tried by HistoriesTest.
        return db.sql(
                        """
                        select coalesce(m.handler_level, '') as level, count(*) as solved
                        from matter.matter m
                        where m.county = :county
                          and %s
                          and m.solved_at >= :from
                          and m.solved_at < :until
                          and %s
                        group by 1
                        """
                                .formatted(at(cell.place()), ListWhere.SOLVED))
                .params(parameters(county, cell))
                .query((row, _) -> new Solved(cell, row.getString("level"), row.getInt("solved")))
                .list();
    }

    private static String at(OrgPath place) {
        return "(" + lying(place) + " or m.complained_of is not null) and " + COUNTED + " = :place";
    }

    /** The condition that a matter was reported of exactly this place, down to villages. */
    static String lying(OrgPath place) {
        int length = place.text().length();
        if (length >= LOW_LENGTH) {
            return "m.place_low = :place";
        }
        return length == MIDDLE_LENGTH
                ? "m.place_middle = :place and m.place_low is null"
                : "m.place_middle is null and m.place_path = :place";
    }

    private static Map<String, Object> parameters(int county, Cell cell) {
        var parameters = new HashMap<String, Object>();
        parameters.put("county", county);
        parameters.put("place", cell.place().text());
        parameters.put("from", ListWhere.startOf(cell.month().atDay(1)));
        parameters.put("until", ListWhere.startOf(cell.month().plusMonths(1).atDay(1)));
        return parameters;
    }

    /** All that was ever reported in a county, counted. */
    public List<Reported> reported(int county) {
        return db.sql(
                        """
                        select %s as place,
                            to_char(m.reported_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
                            split_part(m.category, '.', 1) as category,
                            count(*) as reported,
                            count(*) filter (where m.open) as open
                        from matter.matter m
                        where m.county = :county
                        group by 1, 2, 3
                        """
                                .formatted(COUNTED))
                .param("county", county)
                .query((row, _) ->
                        new Reported(
                                new Cell(
                                        new OrgPath(row.getString("place")),
                                        YearMonth.parse(row.getString("month"))),
                                row.getString("category"),
                                row.getInt("reported"),
                                row.getInt("open")))
                .list();
    }

    /** All that was ever solved in a county, counted. */
    public List<Solved> solved(int county) {
        // Composed; tried by HistoriesTest.
        return db.sql(
                        """
                        select %s as place,
                            to_char(m.solved_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
                            coalesce(m.handler_level, '') as level,
                            count(*) as solved
                        from matter.matter m
                        where m.county = :county
                          and %s
                        group by 1, 2, 3
                        """
                                .formatted(COUNTED, ListWhere.SOLVED))
                .param("county", county)
                .query((row, _) ->
                        new Solved(
                                new Cell(
                                        new OrgPath(row.getString("place")),
                                        YearMonth.parse(row.getString("month"))),
                                row.getString("level"),
                                row.getInt("solved")))
                .list();
    }
}
