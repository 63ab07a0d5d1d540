package wanhu.matter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.base.Sql;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** A county with so many matters that speed can be measured, told and ended over months. */
public final class ManyMatters {
    private static final int TOWNSHIPS = 20;
    private static final int VILLAGES = 10;
    private static final int DEPARTMENTS = 20;
    private static final int RUNS = 5;
    private static final String COLUMNS =
            """
            county, id, number, version, kind, category, channel, danger, title,
                body, place_id, place_path, place_note, anonymous, secret, publishable, stage, open,
                unsolved, holder_id, holder_path, holder_level, handler_id, handler_path, handler_level,
                dispatcher_id, dispatcher_path, dispatcher_level, result, reported_at, changed_at,
                due_at, warn_at, due_clock, solved_at, closed_at, words_unit
            """;

    private final JdbcClient db;
    private final Unit county;
    private final List<Unit> villages = new ArrayList<>();
    private final List<Unit> townships = new ArrayList<>();
    private final List<Unit> departments = new ArrayList<>();

    /** Founds the county's units. */
    public ManyMatters(Staff staff, JdbcClient db, int code) {
        this.db = db;
        this.county = staff.county(code);
        for (int at = 0; at < TOWNSHIPS; at++) {
            var township = staff.below(county, UnitKind.TOWNSHIP, "快镇" + at);
            townships.add(township);
            for (int each = 0; each < VILLAGES; each++) {
                villages.add(staff.below(township, UnitKind.VILLAGE, "快村" + at + "-" + each));
            }
        }
        for (int at = 0; at < DEPARTMENTS; at++) {
            departments.add(staff.below(county, UnitKind.DEPARTMENT, "快局" + at));
        }
    }

    /** Small counties beside the large one: a few rows each, under numbers that are nobody's. */
    void beside(int counties, int matters) {
        db.sql(
                        """
                        insert into matter.matter (%s)
                        select 990000 + other, gen_random_uuid(), %s
                        from matter.matter, generate_series(1, :counties) as other
                        where county = :county and number = any(:numbers)
                        """
                                .formatted(COLUMNS, COLUMNS.substring(COLUMNS.indexOf("number"))))
                .param("county", county.county())
                .param("counties", counties)
                .param("numbers", numbers(matters))
                .update();
    }

    private static String[] numbers(int matters) {
        return IntStream.rangeClosed(1, matters).mapToObj(n -> "n" + n).toArray(String[]::new);
    }

    /** The county. */
    public Unit county() {
        return county;
    }

    /** Its townships. */
    public List<Unit> townships() {
        return townships;
    }

    /** Their villages. */
    public List<Unit> villages() {
        return villages;
    }

    List<Unit> departments() {
        return departments;
    }

    /** Half of them open, half ended, all told of villages. */
    void fill(int matters) {
        fill(matters, 2, villages);
    }

    /**
     * Of ten open matters seven are with villages, one each with a township, a department, the
     * county.
     *
     * @param every one of so many is open, the others have ended
     * @param places of which they are told in turn
     */
    public void fill(int matters, int every, List<Unit> places) {
        fill(matters, every, places, new Spread(3, List.of("farm.power")));
    }

    /**
     * How matters differ.
     *
     * @param minutes between one and the next
     * @param categories what they are about in turn
     */
    public record Spread(int minutes, List<String> categories) {
        public Spread {
            categories = List.copyOf(categories);
        }
    }

    /** So many, of which one of so many is open, told of some places in turn, in that order. */
    public void fill(int matters, int every, List<Unit> places, Spread spread) {
        var holders = new ArrayList<Unit>();
        var levels = new ArrayList<String>();
        for (int at = 0; at < villages.size(); at++) {
            for (int each = 0; each < 7; each++) {
                holders.add(villages.get(at));
                levels.add("VILLAGE");
            }
            holders.add(townships.get(at % TOWNSHIPS));
            levels.add("TOWNSHIP");
            holders.add(departments.get(at % DEPARTMENTS));
            levels.add("COUNTY");
            holders.add(county);
            levels.add("COUNTY");
        }
        db.sql(
                        """
                        insert into matter.matter (%s)
                        select :county, uuidv7(-n * w.between), 'n' || n, 1, 'HELP',
                            (cast(:categories as text[]))[n %% cardinality(cast(:categories as text[])) + 1], 'WEB', false, '第' || n || '件事',
                            '', v.id, v.path, '', false, false, true,
                            case when ended then 'CLOSED' when u.level = 'VILLAGE' then 'IN_PROGRESS' else 'DISPATCHED' end,
                            not ended, not ended, u.id, u.path, u.level, u.id, u.path, u.level,
                            cast(:countyId as uuid), :countyPath, 'COUNTY', case when ended then 'SOLVED' end,
                            :now - n * w.between, :now - n * w.between / 3,
                            case when not ended then :now + (n %% 5000 - 500) * interval '1 hour' end,
                            case when not ended then :now + (n %% 5000 - 600) * interval '1 hour' end,
                            case when not ended then 'FINISH' end,
                            case when ended then :now - n * w.between * 2 / 3 end,
                            case when ended then :now - n * w.between / 3 end,
                            case when not starts_with(v.path, u.path) then u.id end
                        from (select n, n %% :every <> 1 as ended, (n / :every) %% :holders + 1 as holder,
                                  (n / :every) %% :places + 1 as place
                              from generate_series(1, :matters) as n) as g
                        cross join (select :minutes * interval '1 minute' as between) as w
                        join unnest(cast(:ids as uuid[]), cast(:paths as text[]), cast(:levels as text[]))
                            with ordinality as u(id, path, level, line) on u.line = g.holder
                        join unnest(cast(:placeIds as uuid[]), cast(:placePaths as text[]))
                            with ordinality as v(id, path, line) on v.line = g.place
                        """
                                .formatted(COLUMNS))
                .param("county", county.county())
                .param("countyId", county.id())
                .param("countyPath", county.path().text())
                .param("now", Sql.at(TestClock.START))
                .param("holders", holders.size())
                .param("places", places.size())
                .param("every", every)
                .param("minutes", spread.minutes())
                .param("categories", spread.categories().toArray(String[]::new))
                .param("matters", matters)
                .param("ids", ids(holders))
                .param("paths", paths(holders))
                .param("levels", levels.toArray(String[]::new))
                .param("placeIds", ids(places))
                .param("placePaths", paths(places))
                .update();
    }

    /** Of so many one is handled by a department, wherever it lies; to be said before its words. */
    void give(Unit department, int each) {
        db.sql(
                        """
                        update matter.matter
                        set handler_id = :unit, handler_path = :path, handler_level = 'DEPARTMENT', words_unit = :unit
                        where county = :county and cast(substr(number, 2) as int) % :each = 2
                        """)
                .param("county", county.county())
                .param("unit", department.id())
                .param("path", department.path().text())
                .param("each", each)
                .update();
    }

    private static String[] ids(List<Unit> units) {
        return units.stream().map(Unit::id).map(UUID::toString).toArray(String[]::new);
    }

    private static String[] paths(List<Unit> units) {
        return units.stream().map(unit -> unit.path().text()).toArray(String[]::new);
    }

    /** Milliseconds of the quickest of some runs, when warm. */
    static double best(Runnable work) {
        work.run();
        work.run();
        var nanos = new long[RUNS];
        for (int at = 0; at < RUNS; at++) {
            long start = System.nanoTime();
            work.run();
            nanos[at] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        return nanos[0] / 1e6;
    }
}
