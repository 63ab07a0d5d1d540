package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.OrgPath;
import wanhu.base.Sql;
import wanhu.base.Wall;
import wanhu.base.Zones;

/**
 * Figures of a county or township for some days, told to everybody who belongs to it: the same
 * whoever asks. Reports of wrongdoing are counted apart and never by day, category or place. Else
 * the same definitions as {@link MatterFigures}.
 */
@Service
public class PeriodFigures {
    private static final String SOLVED = " and " + ListWhere.SOLVED;

    private final JdbcClient db;
    private final Clock clock;

    PeriodFigures(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Days, both inclusive. */
    public record Span(LocalDate from, LocalDate until) {}

    /**
     * Matters of one day, category and place.
     *
     * @param category code at the top of the tree
     * @param place directly below the place that was asked for, or that place itself
     */
    public record Cell(LocalDate day, String category, OrgPath place, int count) {}

    /**
     * What was counted.
     *
     * @param cells of the first span
     * @param others how many there were in each of the other spans
     */
    public record Counted(List<Cell> cells, List<Integer> others) {
        public Counted {
            cells = List.copyOf(cells);
            others = List.copyOf(others);
        }
    }

    /** Open matters of a place now, and how many of them are late. */
    public record Standing(OrgPath place, int open, int overdue) {}

    /** What was reported in the span, and how many in each of the others, which lie apart. */
    @Transactional(readOnly = true)
    public Counted reported(int county, OrgPath place, Span span, List<Span> others) {
        return Wall.whole(
                () -> counted("m.reported_at", "", parameters(county, place), spans(span, others)));
    }

    /** What was solved in the span, whenever it was reported, and how many in the others. */
    @Transactional(readOnly = true)
    public Counted solved(int county, OrgPath place, Span span, List<Span> others) {
        return Wall.whole(() ->
                counted("m.solved_at", SOLVED, parameters(county, place), spans(span, others)));
    }

    private static List<Span> spans(Span span, List<Span> others) {
        var all = new ArrayList<Span>();
        all.add(span);
        all.addAll(others);
        return all;
    }

    private static Map<String, Object> parameters(int county, OrgPath place) {
        boolean whole = place.text().length() <= OrgPath.COUNTY_LENGTH;
        return Map.of("county", county, "whole", whole, "place", place.text());
    }

    private record Row(int span, @Nullable LocalDate day, String category, String place, int n) {}

    private Counted counted(
            String column, String also, Map<String, Object> place, List<Span> spans) {
        var parameters = new HashMap<>(place);
        var which = new StringBuilder();
        var any = new StringBuilder();
        for (int at = 0; at < spans.size(); at++) {
            var in = "%1$s >= :from%2$d and %1$s < :until%2$d".formatted(column, at);
            which.append(" when %s then %d".formatted(in, at));
            any.append(at == 0 ? "" : " or ").append(in);
            parameters.put("from" + at, Sql.at(Zones.startOf(spans.get(at).from())));
            var after = spans.get(at).until().plusDays(1);
            parameters.put("until" + at, Sql.at(Zones.startOf(after)));
        }
        var text =
                """
                select case %1$s end as span,
                    case when %2$s >= :from0 and %2$s < :until0
                        then cast(%2$s at time zone 'Asia/Shanghai' as date) end as day,
                    split_part(m.category, '.', 1) as category,
                    case when :whole then coalesce(m.place_middle, left(m.place_path, 9))
                        else coalesce(m.place_low, m.place_middle) end as place,
                    count(*) as n
                from matter.counted m
                where m.county = :county
                  and (:whole or m.place_middle = :place)
                  and m.kind <> 'REPORT'
                  and (%3$s) %4$s
                group by 1, 2, 3, 4
                """
                        .formatted(which, column, any, also);
        // Composed; tried by PeriodFiguresTest.
        var rows = db.sql(text).params(parameters).query(PeriodFigures::row).list();
        return counted(rows, spans.size());
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        return new Row(
                row.getInt("span"),
                row.getObject("day", LocalDate.class),
                row.getString("category"),
                row.getString("place"),
                row.getInt("n"));
    }

    private static Counted counted(List<Row> rows, int spans) {
        var cells = new ArrayList<Cell>();
        var others = new int[spans];
        for (Row row : rows) {
            others[row.span()] += row.n();
            var day = row.day();
            if (day != null) {
                cells.add(new Cell(day, row.category(), new OrgPath(row.place()), row.n()));
            }
        }
        return new Counted(cells, java.util.Arrays.stream(others).skip(1).boxed().toList());
    }

    /** Where the open matters stand now, by the place below. */
    @Transactional(readOnly = true)
    public List<Standing> standing(int county, OrgPath place) {
        return Wall.whole(() ->
                db.sql(
                                """
                                select case when :whole then coalesce(m.place_middle, left(m.place_path, 9))
                                        else coalesce(m.place_low, m.place_middle) end as place,
                                    count(*) as open,
                                    count(*) filter (where m.due_at <= :now) as overdue
                                from matter.counted m
                                where m.county = :county
                                  and (:whole or m.place_middle = :place)
                                  and m.kind <> 'REPORT'
                                  and m.open
                                group by 1
                                """)
                        .params(parameters(county, place))
                        .param("now", Sql.at(clock.instant()))
                        .query((row, _) ->
                                new Standing(
                                        new OrgPath(row.getString("place")),
                                        row.getInt("open"),
                                        row.getInt("overdue")))
                        .list());
    }

    /**
     * Reports of wrongdoing told in the span, but for those that accuse the place itself or one
     * above it. To be shown as one sum that is large enough, never as a list.
     */
    @Transactional(readOnly = true)
    public int accusing(int county, OrgPath place, Span span) {
        return Wall.whole(() ->
                db.sql(
                                """
                                select count(*)
                                from matter.counted m
                                where m.county = :county
                                  and (:whole or m.place_middle = :place)
                                  and m.kind = 'REPORT'
                                  and m.reported_at >= :from
                                  and m.reported_at < :until
                                  and (m.complained_of is null or not starts_with(:place, m.complained_of))
                                """)
                        .params(parameters(county, place))
                        .param("from", Sql.at(Zones.startOf(span.from())))
                        .param("until", Sql.at(Zones.startOf(span.until().plusDays(1))))
                        .query(Integer.class)
                        .single());
    }

    /** The day on which the first matter of a place was reported; empty when there is none. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> first(int county, OrgPath place) {
        return Wall.whole(() ->
                db.sql(
                                """
                                select m.reported_at
                                from matter.counted m
                                where m.county = :county
                                  and (:whole or m.place_middle = :place)
                                order by m.reported_at
                                limit 1
                                """)
                        .params(parameters(county, place))
                        .query((row, _) -> Zones.day(Sql.instant(row, "reported_at")))
                        .optional());
    }
}
