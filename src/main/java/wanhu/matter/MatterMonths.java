package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import wanhu.base.OrgPath;
import wanhu.matter.MatterTallies.Cell;

/**
 * What came in and what was solved by place, down to grids, and month; and by village and day.
 * Reports of wrongdoing are in none of it, so that it is the same for every reader and hints at
 * nobody.
 */
@Service
public class MatterMonths {
    /** What took longer counts as so many days. */
    public static final int DAYS_MAX = 999;

    private static final String EVERYWHERE = "true";
    private static final String CAME_THEN = "m.reported_at >= :from and m.reported_at < :until";
    private static final String SOLVED_THEN = "m.solved_at >= :from and m.solved_at < :until";

    private final JdbcClient db;

    MatterMonths(JdbcClient db) {
        this.db = db;
    }

    /**
     * Matters of a place itself in a month.
     *
     * @param place a grid, or a larger place for what was reported of it as a whole
     * @param days from the day of the report to that of the solution; 0 of those that came in
     * @param came reported in the month
     * @param solved solved in the month so many days after their report
     */
    public record Spell(OrgPath place, YearMonth month, int days, int came, int solved) {}

    /**
     * Matters of a village, or of a larger place itself, on a day.
     *
     * @param came reported on the day
     * @param solved solved on the day
     */
    public record Day(OrgPath place, LocalDate day, int came, int solved) {}

    /** What came in and was solved, by month and by day. */
    public record Told(List<Spell> spells, List<Day> days) {
        public Told {
            spells = List.copyOf(spells);
            days = List.copyOf(days);
        }
    }

    /** What came in and was solved in a cell and in the grids below it. */
    public Told told(int county, Cell cell) {
        var at = MatterTallies.lying(cell.place()) + " and left(m.place_path, 19) = :place";
        // Composed; tried by MonthsTest.
        return told(
                text(at + " and " + CAME_THEN, at + " and " + SOLVED_THEN),
                Map.of(
                        "county",
                        county,
                        "place",
                        cell.place().text(),
                        "from",
                        ListWhere.startOf(cell.month().atDay(1)),
                        "until",
                        ListWhere.startOf(cell.month().plusMonths(1).atDay(1))));
    }

    /** All that ever came in and was solved in a county. */
    public Told told(int county) {
        return told(text(EVERYWHERE, EVERYWHERE), Map.of("county", county));
    }

    private Told told(String text, Map<String, Object> parameters) {
        var spells = new ArrayList<Spell>();
        var days = new ArrayList<Day>();
        // Composed; tried by MonthsTest.
        db.sql(text)
                .params(parameters)
                .param("most", DAYS_MAX)
                .query(row -> {
                    if (row.getString("month") == null) {
                        days.add(day(row));
                    } else {
                        spells.add(spell(row));
                    }
                });
        return new Told(spells, days);
    }

    /** Each matter is read once, and counted for its month and for its day. */
    private static String text(String came, String solved) {
        return """
        select place, village, month, days, day, sum(came)::int as came, sum(solved)::int as solved
        from (
            select left(m.place_path, 24) as place, left(m.place_path, 19) as village,
                to_char(m.reported_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
                0 as days, cast(m.reported_at at time zone 'Asia/Shanghai' as date) as day,
                1 as came, 0 as solved
            from matter.matter m
            where m.county = :county
              and m.kind <> 'REPORT'
              and %s
            union all
            select left(m.place_path, 24), left(m.place_path, 19),
                to_char(m.solved_at at time zone 'Asia/Shanghai', 'YYYY-MM'),
                least(:most, greatest(0,
                    cast(m.solved_at at time zone 'Asia/Shanghai' as date)
                        - cast(m.reported_at at time zone 'Asia/Shanghai' as date))),
                cast(m.solved_at at time zone 'Asia/Shanghai' as date),
                0, 1
            from matter.matter m
            where m.county = :county
              and m.kind <> 'REPORT'
              and %s
              and %s) as each
        group by grouping sets ((place, month, days), (village, day))
        """
                .formatted(came, solved, ListWhere.SOLVED);
    }

    private static Spell spell(ResultSet row) throws SQLException {
        return new Spell(
                new OrgPath(row.getString("place")),
                YearMonth.parse(row.getString("month")),
                row.getInt("days"),
                row.getInt("came"),
                row.getInt("solved"));
    }

    private static Day day(ResultSet row) throws SQLException {
        return new Day(
                new OrgPath(row.getString("village")),
                row.getObject("day", LocalDate.class),
                row.getInt("came"),
                row.getInt("solved"));
    }
}
