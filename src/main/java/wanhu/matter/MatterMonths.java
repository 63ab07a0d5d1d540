package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import wanhu.base.OrgPath;
import wanhu.matter.MatterTallies.Cell;

/**
 * What came in and what was solved by place, down to grids, and month. Reports of wrongdoing are in
 * none of it, so that it is the same for every reader and hints at nobody.
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

    /** What came in and was solved in a cell and in the grids below it. */
    public List<Spell> spells(int county, Cell cell) {
        var at = MatterTallies.lying(cell.place()) + " and left(m.place_path, 19) = :place";
        // Composed; tried by MonthsTest.
        return db.sql(text(at + " and " + CAME_THEN, at + " and " + SOLVED_THEN))
                .params(
                        Map.of(
                                "county",
                                county,
                                "place",
                                cell.place().text(),
                                "from",
                                ListWhere.startOf(cell.month().atDay(1)),
                                "until",
                                ListWhere.startOf(cell.month().plusMonths(1).atDay(1))))
                .param("most", DAYS_MAX)
                .query(MatterMonths::spell)
                .list();
    }

    /** All that ever came in and was solved in a county. */
    public List<Spell> spells(int county) {
        // Composed; tried by MonthsTest.
        return db.sql(text(EVERYWHERE, EVERYWHERE))
                .param("county", county)
                .param("most", DAYS_MAX)
                .query(MatterMonths::spell)
                .list();
    }

    private static String text(String came, String solved) {
        return """
        select place, month, days, sum(came)::int as came, sum(solved)::int as solved
        from (
            select left(m.place_path, 24) as place,
                to_char(m.reported_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month,
                0 as days, count(*) as came, 0 as solved
            from matter.matter m
            where m.county = :county
              and m.kind <> 'REPORT'
              and %s
            group by 1, 2
            union all
            select left(m.place_path, 24),
                to_char(m.solved_at at time zone 'Asia/Shanghai', 'YYYY-MM'),
                least(:most, greatest(0,
                    cast(m.solved_at at time zone 'Asia/Shanghai' as date)
                        - cast(m.reported_at at time zone 'Asia/Shanghai' as date))),
                0, count(*)
            from matter.matter m
            where m.county = :county
              and m.kind <> 'REPORT'
              and %s
              and %s
            group by 1, 2, 3) as each
        group by place, month, days
        """
                .formatted(came, solved, ListWhere.SOLVED);
    }

    private static Spell spell(ResultSet row, int line) throws SQLException {
        return new Spell(
                new OrgPath(row.getString("place")),
                YearMonth.parse(row.getString("month")),
                row.getInt("days"),
                row.getInt("came"),
                row.getInt("solved"));
    }
}
