package wanhu.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Alone;
import wanhu.Large;
import wanhu.Settled;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.Sql;
import wanhu.base.Wall;
import wanhu.base.Zones;
import wanhu.board.Histories;
import wanhu.board.Months;
import wanhu.cost.Explained;
import wanhu.embedded.TestServer;
import wanhu.matter.ManyMatters;
import wanhu.matter.MatterFigures;
import wanhu.matter.MatterStandings;
import wanhu.matter.MatterStandings.Standing;
import wanhu.matter.PeriodFigures;
import wanhu.matter.PeriodFigures.Span;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.people.Staff;
import wanhu.rate.RateFigures;

/**
 * What the overviews and the wall board cost the database in a county of many matters, statement by
 * statement, and beside it what counting the same from the matters would. Blocks are the bound,
 * because they are the same on each machine, and because they may not grow with the matters; that
 * of milliseconds is generous. {@code -Dwanhu.boards.matters=200000 -Dwanhu.boards.every=2}: so
 * many, one of two open.
 */
@Alone
@Large
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardSpeedTest {
    private static final int COUNTY = 154_853;
    private static final int MATTERS = Integer.getInteger("wanhu.boards.matters", 20_000);
    private static final int EVERY = Integer.getInteger("wanhu.boards.every", 20);
    private static final double MILLIS_MAX = 60;

    /** Thirteen months, three of 21 places, three of the sums of rates, five years of figures. */
    private static final long BLOCKS_MAX = 2_000;

    /** So many times a page is asked for, of which the 99th of a hundred is told. */
    private static final int TIMES = Integer.getInteger("wanhu.boards.times", 20);

    private static final int YEARS_MINUTES = 5 * 365 * 24 * 60;

    private static final List<String> ABOUT =
            List.of(
                    "farm.power",
                    "road",
                    "water",
                    "school",
                    "health",
                    "land",
                    "house",
                    "order",
                    "market",
                    "other");

    @Autowired Overviews overviews;
    @Autowired WallBoards walls;
    @Autowired MatterStandings standings;
    @Autowired PeriodFigures periods;
    @Autowired Months months;
    @Autowired Histories histories;
    @Autowired MatterFigures figures;
    @Autowired RateFigures rates;
    @Autowired Residents residents;
    @Autowired Staff staff;
    @Autowired Units units;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private ManyMatters many;
    private List<Unit> grids;
    private Actor leader;
    private final Map<Unit, Actor> leaders = new LinkedHashMap<>();

    @BeforeAll
    void manyMatters() {
        clock.set(TestClock.START);
        many = new ManyMatters(staff, db, COUNTY);
        leader = staff.actor(Role.LEADER, many.county());
        territories().forEach(unit -> leaders.put(unit, staff.actor(Role.LEADER, unit)));
        grids =
                many.villages().stream()
                        .map(village -> staff.below(village, UnitKind.GRID, "快格"))
                        .toList();
        many.fill(MATTERS, EVERY, grids, new ManyMatters.Spread(YEARS_MINUTES / MATTERS, ABOUT));
        rated();
        TestServer.keepCounts();
        months.follow(COUNTY);
        Wall.NOTHING.behind(() ->
                db.sql(
                                "vacuum analyze matter.matter, rate.cell, board.history, board.month_whole, board.month_own, board.day, board.standing, org.unit")
                        .update());
    }

    /** Sums as the rates leave them month after month: nine findings of each unit and category. */
    private void rated() {
        var last = YearMonth.from(Zones.day(TestClock.START));
        db.sql(
                        """
                        insert into rate.cell (county, category, month, unit_id, finding, excluded, n)
                        select :county, category, cast(:last as date) - month * interval '1 month', u.id, finding, false, 9
                        from org.unit u,
                            generate_series(0, 11) as month, unnest(array['', 'farm', 'road']) as category,
                            unnest(array['HANDLED', 'SIGNED', 'SIGNED_LATE', 'CONTACTED', 'CONTACTED_LATE',
                                'SOLVED', 'UNSOLVED', 'SATISFIED', 'DISSATISFIED']) as finding
                        where u.county = :county
                        order by month desc, u.id, finding, category
                        """)
                .param("county", COUNTY)
                .param("last", last.atDay(1).toString())
                .update();
        db.sql("insert into rate.fold (county, seen, folded_at) values (:county, 1, :now)")
                .param("county", COUNTY)
                .param("now", Sql.at(TestClock.START))
                .update();
        rates.month(COUNTY, many.county().id(), last);
    }

    private Map<String, Runnable> pages() {
        var pages = new LinkedHashMap<String, Runnable>();
        pages.put("grid", () -> overviews.overview(leader, grids.getFirst()));
        pages.put("village", () -> overviews.overview(leader, many.villages().getFirst()));
        pages.put("township", () -> overviews.overview(leader, many.townships().getFirst()));
        pages.put("county", () -> overviews.overview(leader, many.county()));
        pages.put("wall", () -> walls.board(leader));
        for (Unit unit : territories()) {
            for (int years : List.of(1, 5)) {
                pages.put(years + " years " + unit.level(), () -> history(unit, years));
            }
        }
        return pages;
    }

    private Actor leader(Unit unit) {
        return Objects.requireNonNull(leaders.get(unit));
    }

    private List<Unit> territories() {
        return List.of(many.county(), many.townships().getFirst(), many.villages().getFirst());
    }

    /** The figures of as many months as so many years have, up to today. */
    private Histories.History history(Unit unit, int years) {
        return histories.history(leader(unit), AddedUp.first(years), Zones.day(TestClock.START));
    }

    private static List<Explained> told(String name, Runnable work) {
        return told(name, Explained.of(work));
    }

    private static List<Explained> told(String name, List<Explained> statements) {
        System.out.printf(
                "board %-22s %8.2f ms %6d blocks, %d statements among %d matters%n",
                name,
                Explained.millis(statements),
                Explained.blocks(statements),
                statements.size(),
                MATTERS);
        statements.forEach(each -> System.out.println("    " + each.line()));
        return statements;
    }

    @Test
    void noPageReadsWhatGrowsWithTheMatters() {
        var dear = new ArrayList<String>();
        pages().forEach((name, page) -> {
            var statements = told(name, page);
            double millis = Explained.millis(statements);
            long blocks = Explained.blocks(statements);
            if (millis > MILLIS_MAX || blocks > BLOCKS_MAX) {
                dear.add(name + " " + millis + " ms " + blocks);
            }
        });

        assertThat(dear).isEmpty();
    }

    @Test
    void whatTheDatabaseSpendsOnPagesAskedForAgainAndAgain() {
        pages().forEach((name, page) ->
                System.out.printf("board %-50s %s%n", name, Spent.of(page, TIMES).line()));
        new AddedUp(db, figures, units.tree(COUNTY), leaders)
                .pages()
                .forEach((name, page) ->
                        System.out.printf("board %-50s %s%n", name, Spent.of(page, TIMES).line()));
        db.sql(
                        """
                        select format('%s.%s', relnamespace::regnamespace, relname) as name,
                            pg_total_relation_size(oid) / 1024 as kilobytes
                        from pg_class
                        where relkind = 'r'
                          and (relnamespace::regnamespace::text in ('board', 'rate') and relname <> 'fold'
                              or oid = 'matter.matter'::regclass)
                        order by 2 desc
                        """)
                .query((row, _) -> row.getString("name") + " " + row.getLong("kilobytes") + " kB")
                .list()
                .forEach(line -> System.out.println("board kept " + line));
    }

    @Test
    void theFiguresOfYearsAreThoseOfTheMatters() {
        for (Unit unit : territories()) {
            var actor = leader(unit);
            var from = AddedUp.first(5).atDay(1);
            var until = Zones.day(TestClock.START);
            var kept = history(unit, 5);

            assertThat(kept.months()).isEqualTo(figures.months(actor, from, until));
            assertThat(kept.abouts()).isEqualTo(figures.categories(actor, from, until));
            assertThat(kept.solved()).isEqualTo(figures.solved(actor, from, until));
        }
    }

    private Span days() {
        var today = Zones.day(TestClock.START);
        return new Span(WallBoard.first(today), today);
    }

    private int cells(PeriodFigures.Counted counted) {
        return counted.cells().stream().mapToInt(PeriodFigures.Cell::count).sum();
    }

    @Test
    void theFiguresAreThoseOfTheMattersAndReadLess() {
        var place = many.county().path();
        var page = overviews.overview(leader, many.county()).whole().now();
        var wall = walls.board(leader).recent();
        var open = standings.standing(leader, place, 1);

        assertThat(page.open()).isEqualTo(open.stream().mapToInt(Standing::open).sum());
        assertThat(page.soon()).isEqualTo(open.stream().mapToInt(Standing::soon).sum());
        assertThat(page.overdue()).isEqualTo(open.stream().mapToInt(Standing::overdue).sum());
        assertThat(wall.came()).hasValue(cells(periods.reported(COUNTY, place, days(), List.of())));
        assertThat(wall.solved()).hasValue(cells(periods.solved(COUNTY, place, days(), List.of())));
        var counted =
                told(
                        "wall, counted at once",
                        () -> {
                            standings.standing(leader, place, 2);
                            periods.reported(COUNTY, place, days(), List.of());
                            periods.solved(COUNTY, place, days(), List.of());
                        });
        var kept = told("wall, kept", () -> walls.board(leader));
        System.out.printf(
                "board wall kept : counted = 1 : %.1f in time, 1 : %.1f in blocks%n",
                Explained.millis(counted) / Explained.millis(kept),
                (double) Explained.blocks(counted) / Explained.blocks(kept));
        assertThat(Explained.blocks(kept)).isLessThan(Explained.blocks(counted));
    }

    /** What follows a report, beside its own transaction. */
    @Test
    void aTurnAfterOneReportIsSmall() {
        var village = many.villages().getLast();
        residents.told(village, "机井没电");
        Settled.await(db);
        var turn = told("turn after a report", Explained.once(() -> months.follow(COUNTY)));

        assertThat(Explained.millis(turn)).isLessThan(MILLIS_MAX);
    }
}
