package wanhu.board;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.OrgPath;

/**
 * The door to month rows: what came in and was solved at a place and below it, from the grid to the
 * county, without reports of wrongdoing. Whoever asks has made sure that the place may be read.
 */
@Service
public class Months {
    private final Folding folding;
    private final Rollups rollups;
    private final JdbcClient db;

    Months(Folding folding, Rollups rollups, JdbcClient db) {
        this.folding = folding;
        this.rollups = rollups;
        this.db = db;
    }

    /** What came in and was solved in a month. */
    public record Line(YearMonth month, int came, int solved) {}

    /**
     * What came in and was solved in some months.
     *
     * @param days how many were solved after so many days
     */
    public record Sum(int came, int solved, SortedMap<Integer, Integer> days) {
        public Sum {
            days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
        }

        /** Nothing at all. */
        public static final Sum NOTHING = new Sum(0, 0, new TreeMap<>());

        /** Half of what was solved took no longer than so many days; empty without any. */
        public OptionalInt median() {
            int left = (solved + 1) / 2;
            for (Map.Entry<Integer, Integer> each : days.entrySet()) {
                left -= each.getValue();
                if (left <= 0 && solved > 0) {
                    return OptionalInt.of(each.getKey());
                }
            }
            return OptionalInt.empty();
        }

        private Sum plus(Sum more) {
            var all = new TreeMap<>(days);
            more.days.forEach((day, n) -> all.merge(day, n, Integer::sum));
            return new Sum(came + more.came, solved + more.solved, all);
        }
    }

    /** Brings the rows of a county up to now, and says up to when what happened is in. */
    public Instant follow(int county) {
        rollups.follow(folding, county);
        return rollups.at(folding, county);
    }

    /** The months of a place, both inclusive, the first first; months without any are left out. */
    @Transactional(readOnly = true)
    public List<Line> lines(int county, OrgPath place, YearMonth from, YearMonth until) {
        return db.sql(
                        """
                        select to_char(month, 'YYYY-MM') as name, sum(came)::int as came,
                            sum(solved)::int as solved
                        from board.month_whole
                        where county = :county
                          and place_path = :place
                          and month >= cast(:from as date)
                          and month <= cast(:until as date)
                        group by month
                        order by month
                        """)
                .param("county", county)
                .param("place", place.text())
                .param("from", from.atDay(1).toString())
                .param("until", until.atDay(1).toString())
                .query((row, _) ->
                        new Line(
                                YearMonth.parse(row.getString("name")),
                                row.getInt("came"),
                                row.getInt("solved")))
                .list();
    }

    /** The sums of some places over some months, both inclusive; without those that have none. */
    @Transactional(readOnly = true)
    public Map<OrgPath, Sum> sums(
            int county, Collection<OrgPath> places, YearMonth from, YearMonth until) {
        var sums = new HashMap<OrgPath, Sum>();
        db.sql(
                        """
                        select place_path, days, sum(came)::int as came, sum(solved)::int as solved
                        from board.month_whole
                        where county = :county
                          and place_path = any(:places)
                          and month >= cast(:from as date)
                          and month <= cast(:until as date)
                        group by place_path, days
                        """)
                .param("county", county)
                .param("places", places.stream().map(OrgPath::text).toArray(String[]::new))
                .param("from", from.atDay(1).toString())
                .param("until", until.atDay(1).toString())
                .query((row, _) -> {
                    var solved = new TreeMap<Integer, Integer>();
                    solved.put(row.getInt("days"), row.getInt("solved"));
                    var sum = new Sum(row.getInt("came"), row.getInt("solved"), solved);
                    return sums.merge(new OrgPath(row.getString("place_path")), sum, Sum::plus);
                })
                .list();
        return sums;
    }
}
