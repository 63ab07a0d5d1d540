package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.Large;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.embedded.TestServer;
import wanhu.matter.MatterQuery.Sort;
import wanhu.people.Staff;

/**
 * Work-lists of 50 rows among 100,000 open matters of one county and as many ended ones. The limits
 * are generous, because tests share a machine; the printed figures are what counts.
 */
@Large
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorkListSpeedTest {
    private static final int COUNTY = 150995;
    private static final int MATTERS = 200_000;
    private static final int ROWS = 50;
    private static final double LIST_MILLIS_MAX = 60;
    private static final int WARM_RUNS = 30;
    private static final double WALL_RATIO_MAX = 1.5;
    private static final double WALL_MILLIS_MAX = 10;
    private static final int WALL_ROUNDS = 3;
    private static final List<String> PAGES =
            List.of(
                    "/matters?size=50",
                    "/matters?size=50&lens=BELOW",
                    "/desk",
                    "/figures",
                    "/overview");
    private static final double PAGE_MILLIS_MAX = 400;
    private static final int NEIGHBOURS = 100;
    private static final int NEIGHBOUR_MATTERS = 20;
    private static final int TILL_KNOWN = 20;

    @Autowired JdbcClient db;
    @Autowired MatterLists lists;
    @Autowired MatterFigures figures;
    @Autowired Staff staff;
    @Autowired TestClock clock;

    private ManyMatters many;

    @BeforeAll
    void manyMatters() {
        many = new ManyMatters(staff, db, COUNTY);
        many.fill(MATTERS);
        many.beside(NEIGHBOURS, NEIGHBOUR_MATTERS);
        TestServer.keepCounts();
        db.sql("analyze matter.matter").update();
    }

    private Map<String, Actor> posts() {
        return Map.of(
                "village", staff.actor(Role.VILLAGE_CLERK, many.villages().get(42)),
                "township", staff.actor(Role.TOWNSHIP_CLERK, many.townships().get(3)),
                "department", staff.actor(Role.DEPARTMENT_CLERK, many.departments().get(5)),
                "county", staff.actor(Role.COUNTY_CLERK, many.county()),
                "leader", staff.actor(Role.LEADER, many.county()),
                "follow-up", staff.actor(Role.FOLLOW_UP, many.departments().get(1)));
    }

    @Test
    void fiftyRowsOfAHundredThousandOpenOnesComeQuicklyToEveryPost() {
        var slow = new ArrayList<String>();
        posts().forEach((name, actor) -> {
            for (Lens lens : Lens.values()) {
                for (Sort sort : Sort.values()) {
                    double millis =
                            ManyMatters.best(
                                    () -> lists.list(actor, MatterQuery.of(lens, sort, ROWS)));
                    System.out.printf("list %-10s %-8s %-6s %6.1f ms%n", name, lens, sort, millis);
                    if (Boolean.getBoolean("explain") && millis > 8) {
                        System.out.println(
                                plan(
                                        "explain (analyze, buffers) ",
                                        actor,
                                        MatterQuery.of(lens, sort, ROWS)));
                    }
                    if (millis > LIST_MILLIS_MAX) {
                        slow.add(name + " " + lens + " " + sort + " " + millis);
                    }
                }
            }
            for (Lens lens : Lens.values()) {
                double millis =
                        ManyMatters.best(() ->
                                lists.counts(actor, List.of(lens), MatterLists.BADGE_ROWS_MAX));
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
    void aListStaysQuickWhenItIsAskedForOftenInALargeCountyBesideManySmallOnes() {
        var slow = new ArrayList<String>();
        for (Role role : List.of(Role.COUNTY_CLERK, Role.LEADER)) {
            var actor = staff.actor(role, many.county());
            for (Lens lens : List.of(Lens.BELOW, Lens.WAITING)) {
                var query = MatterQuery.of(lens, Sort.NEWEST, ROWS);
                for (int at = 0; at < TILL_KNOWN; at++) {
                    lists.list(actor, query);
                }
                double millis = ManyMatters.best(() -> lists.list(actor, query));
                System.out.printf("often %s %s %.1f ms%n", role, lens, millis);
                if (millis > LIST_MILLIS_MAX) {
                    slow.add(role + " " + lens + " " + millis);
                }
            }
        }

        assertThat(slow).isEmpty();
    }

    @Test
    void theSecondWallCostsAListOrItsCountLittle() throws SQLException {
        var dear = new ArrayList<String>();
        try (var superuser = TestServer.superuser()) {
            // For a superuser there is no wall.
            var source = new SingleConnectionDataSource(superuser, true);
            var bare = new MatterLists(new MatterListStore(JdbcClient.create(source)), clock);
            var transaction = new TransactionTemplate(new JdbcTransactionManager(source));
            posts().forEach((name, actor) -> {
                for (Lens lens : Lens.values()) {
                    var query = MatterQuery.of(lens, Sort.DUE, ROWS);
                    cost(
                                    name + " " + lens + " list",
                                    () -> lists.list(actor, query),
                                    () -> transaction.execute(_ -> bare.list(actor, query)))
                            .ifPresent(dear::add);
                    var one = List.of(lens);
                    cost(
                                    name + " " + lens + " count",
                                    () -> lists.counts(actor, one, ROWS),
                                    () -> transaction.execute(_ -> bare.counts(actor, one, ROWS)))
                            .ifPresent(dear::add);
                }
            });
        }

        assertThat(dear).isEmpty();
    }

    /** What was measured, when it is too much. */
    private static Optional<String> cost(String what, Runnable walled, Runnable bare) {
        double with = Double.MAX_VALUE;
        double without = Double.MAX_VALUE;
        for (int at = 0; at < WALL_ROUNDS; at++) {
            with = Math.min(with, ManyMatters.best(walled));
            without = Math.min(without, ManyMatters.best(bare));
        }
        var said =
                "wall %-24s %6.2f ms instead of %6.2f ms, %4.2f times"
                        .formatted(what, with, without, with / without);
        System.out.println(said);
        return with > without * WALL_RATIO_MAX + WALL_MILLIS_MAX
                ? Optional.of(said)
                : Optional.empty();
    }

    @Test
    void theWholePageIsQuickToo() {
        var slow = new ArrayList<String>();
        for (int at = 0; at < WARM_RUNS; at++) {
            PAGES.forEach(visitor("township")::get);
        }
        posts().forEach((name, actor) -> {
            var visitor = visitor(name);
            for (String path : PAGES) {
                double millis = ManyMatters.best(() -> visitor.get(path));
                System.out.printf("page %-10s %-28s %6.1f ms%n", name, path, millis);
                if (millis > PAGE_MILLIS_MAX) {
                    slow.add(name + " " + path + " " + millis);
                }
            }
        });

        assertThat(slow).isEmpty();
    }

    private Visitor visitor(String name) {
        return switch (name) {
            case "village" -> staff.as(Role.VILLAGE_CLERK, many.villages().get(42));
            case "township" -> staff.as(Role.TOWNSHIP_CLERK, many.townships().get(3));
            case "department" -> staff.as(Role.DEPARTMENT_CLERK, many.departments().get(5));
            case "county" -> staff.as(Role.COUNTY_CLERK, many.county());
            case "leader" -> staff.as(Role.LEADER, many.county());
            default -> staff.as(Role.FOLLOW_UP, many.departments().get(1));
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
}
