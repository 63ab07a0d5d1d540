package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.Sql;
import wanhu.matter.MatterQuery.Sort;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/**
 * Work-lists of 50 rows among 100,000 open matters of one county and as many ended ones. The limits
 * are generous, because tests share a machine; the printed figures are what counts.
 */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkListSpeedTest {
    private static final int COUNTY = 150941;
    private static final int MATTERS = 200_000;
    private static final int TOWNSHIPS = 20;
    private static final int VILLAGES = 10;
    private static final int DEPARTMENTS = 20;
    private static final int ROWS = 50;
    private static final int RUNS = 7;
    private static final double LIST_MILLIS_MAX = 60;
    private static final double SORTED_MILLIS_MAX = 250;
    private static final double PAGE_MILLIS_MAX = 400;

    @Autowired JdbcClient db;
    @Autowired MatterLists lists;
    @Autowired MatterFigures figures;
    @Autowired Staff staff;

    private final List<Unit> villages = new ArrayList<>();
    private final List<Unit> townships = new ArrayList<>();
    private final List<Unit> departments = new ArrayList<>();
    private Unit county;

    @BeforeAll
    void manyMatters() {
        county = staff.county(COUNTY);
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
        fill();
        db.sql("analyze matter.matter").update();
    }

    /**
     * Of ten open matters seven are with villages, one each with a township, a department, the
     * county.
     */
    private void fill() {
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
                        insert into matter.matter (county, id, number, version, kind, category, channel, danger, title,
                            body, terms, place_id, place_path, place_note, anonymous, secret, publishable, stage, open,
                            unsolved, holder_id, holder_path, holder_level, handler_id, handler_path, handler_level,
                            dispatcher_id, dispatcher_path, dispatcher_level, result, reported_at, changed_at,
                            due_at, warn_at, due_clock, solved_at, closed_at)
                        select :county, gen_random_uuid(), 'n' || n, 1, 'HELP', 'farm.power', 'WEB', false, '第' || n || '件事',
                            '', array['第' || n % 97, '件事'], v.id, v.path, '', false, false, true,
                            case when ended then 'CLOSED' when u.level = 'VILLAGE' then 'IN_PROGRESS' else 'DISPATCHED' end,
                            not ended, not ended, u.id, u.path, u.level, u.id, u.path, u.level,
                            cast(:countyId as uuid), :countyPath, 'COUNTY', case when ended then 'SOLVED' end,
                            :now - n * interval '3 minutes', :now - n * interval '1 minute',
                            case when not ended then :now + (n % 5000 - 500) * interval '1 hour' end,
                            case when not ended then :now + (n % 5000 - 600) * interval '1 hour' end,
                            case when not ended then 'FINISH' end,
                            case when ended then :now - n * interval '2 minutes' end,
                            case when ended then :now - n * interval '1 minute' end
                        from (select n, n % 2 = 0 as ended, (n / 2) % :holders + 1 as holder, (n / 2) % :places + 1 as place
                              from generate_series(1, :matters) as n) as g
                        join unnest(cast(:ids as uuid[]), cast(:paths as text[]), cast(:levels as text[]))
                            with ordinality as u(id, path, level, line) on u.line = g.holder
                        join unnest(cast(:placeIds as uuid[]), cast(:placePaths as text[]))
                            with ordinality as v(id, path, line) on v.line = g.place
                        """)
                .param("county", COUNTY)
                .param("countyId", county.id())
                .param("countyPath", county.path().text())
                .param("now", Sql.at(TestClock.START))
                .param("holders", holders.size())
                .param("places", villages.size())
                .param("matters", MATTERS)
                .param("ids", ids(holders))
                .param("paths", paths(holders))
                .param("levels", levels.toArray(String[]::new))
                .param("placeIds", ids(villages))
                .param("placePaths", paths(villages))
                .update();
    }

    private static String[] ids(List<Unit> units) {
        return units.stream().map(Unit::id).map(UUID::toString).toArray(String[]::new);
    }

    private static String[] paths(List<Unit> units) {
        return units.stream().map(unit -> unit.path().text()).toArray(String[]::new);
    }

    private Map<String, Actor> posts() {
        return Map.of(
                "village", staff.actor(Role.VILLAGE_CLERK, villages.get(42)),
                "township", staff.actor(Role.TOWNSHIP_CLERK, townships.get(3)),
                "department", staff.actor(Role.DEPARTMENT_CLERK, departments.get(5)),
                "county", staff.actor(Role.COUNTY_CLERK, county),
                "leader", staff.actor(Role.LEADER, county),
                "follow-up", staff.actor(Role.FOLLOW_UP, departments.get(1)));
    }

    /** What is soon or late is found by its deadline; by another order it may have to be sorted. */
    private static double limit(Lens lens, Sort sort) {
        boolean sorted = sort != Sort.DUE && (lens == Lens.SOON || lens == Lens.OVERDUE);
        return sorted ? SORTED_MILLIS_MAX : LIST_MILLIS_MAX;
    }

    @Test
    void fiftyRowsOfAHundredThousandOpenOnesComeQuicklyToEveryPost() {
        var slow = new ArrayList<String>();
        posts().forEach((name, actor) -> {
            for (Lens lens : Lens.values()) {
                for (Sort sort : List.of(Sort.DUE, Sort.NEWEST)) {
                    double millis = best(() -> lists.list(actor, MatterQuery.of(lens, sort, ROWS)));
                    System.out.printf("list %-10s %-8s %-6s %6.1f ms%n", name, lens, sort, millis);
                    if (Boolean.getBoolean("explain") && millis > 8) {
                        System.out.println(
                                plan(
                                        "explain (analyze, buffers) ",
                                        actor,
                                        MatterQuery.of(lens, sort, ROWS)));
                    }
                    if (millis > limit(lens, sort)) {
                        slow.add(name + " " + lens + " " + sort + " " + millis);
                    }
                }
            }
            for (Lens lens : Lens.values()) {
                double millis =
                        best(() -> lists.counts(actor, List.of(lens), MatterLists.BADGE_ROWS_MAX));
                System.out.printf("tab  %-10s %-8s %6.1f ms%n", name, lens, millis);
                if (Boolean.getBoolean("explain") && millis > 5) {
                    var where =
                            ListWhere.of(
                                    actor, MatterQuery.of(lens, Sort.DUE, ROWS), TestClock.START);
                    System.out.println(
                            explained(
                                    "explain (analyze, buffers) "
                                            + MatterListStore.counting(where, lens == Lens.PART),
                                    where));
                }
            }
        });

        assertThat(slow).isEmpty();
    }

    @Test
    void theWholePageIsQuickToo() {
        var slow = new ArrayList<String>();
        posts().forEach((name, actor) -> {
            var visitor = visitor(name);
            for (String path :
                    List.of(
                            "/matters?size=50",
                            "/matters?size=50&lens=BELOW",
                            "/desk",
                            "/figures")) {
                double millis = best(() -> visitor.get(path));
                System.out.printf("page %-10s %-28s %6.1f ms%n", name, path, millis);
                if (millis > PAGE_MILLIS_MAX && !path.equals("/figures")) {
                    slow.add(name + " " + path + " " + millis);
                }
            }
        });

        assertThat(slow).isEmpty();
    }

    private Visitor visitor(String name) {
        return switch (name) {
            case "village" -> staff.as(Role.VILLAGE_CLERK, villages.get(42));
            case "township" -> staff.as(Role.TOWNSHIP_CLERK, townships.get(3));
            case "department" -> staff.as(Role.DEPARTMENT_CLERK, departments.get(5));
            case "county" -> staff.as(Role.COUNTY_CLERK, county);
            case "leader" -> staff.as(Role.LEADER, county);
            default -> staff.as(Role.FOLLOW_UP, departments.get(1));
        };
    }

    @Test
    void theListsOfOpenOnesUseThePartialIndexes() {
        assertThat(plan("village", Lens.TODO)).contains("matter_held_low");
        assertThat(plan("township", Lens.BELOW)).contains("matter_held_middle");
        assertThat(plan("department", Lens.TODO)).contains("matter_held_");
        assertThat(plan("county", Lens.BELOW)).contains("matter_held_county");
    }

    private String plan(String post, Lens lens) {
        return plan(
                "explain ",
                java.util.Objects.requireNonNull(posts().get(post)),
                MatterQuery.of(lens, Sort.DUE, ROWS));
    }

    private String plan(String explain, Actor actor, MatterQuery query) {
        var where = ListWhere.of(actor, query, TestClock.START);
        return explained(explain + MatterListStore.first(where, query), where);
    }

    private String explained(String statement, ListWhere where) {
        var lines =
                db.sql(statement)
                        .params(where.parameters())
                        .param("limit", ROWS + 1)
                        .query(String.class)
                        .list();
        return String.join("\n", lines);
    }

    private static double best(Runnable work) {
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
