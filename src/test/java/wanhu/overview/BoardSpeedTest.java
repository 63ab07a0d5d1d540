package wanhu.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import wanhu.board.Months;
import wanhu.cost.Explained;
import wanhu.embedded.TestServer;
import wanhu.matter.ManyMatters;
import wanhu.matter.MatterStandings;
import wanhu.matter.MatterStandings.Standing;
import wanhu.matter.PeriodFigures;
import wanhu.matter.PeriodFigures.Span;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

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

    /** Of 441 units: thirteen months and three of 21 places, three of the sums of rates. */
    private static final long BLOCKS_MAX = 2_000;

    @Autowired Overviews overviews;
    @Autowired WallBoards walls;
    @Autowired MatterStandings standings;
    @Autowired PeriodFigures periods;
    @Autowired Months months;
    @Autowired Residents residents;
    @Autowired Staff staff;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private ManyMatters many;
    private List<Unit> grids;
    private Actor leader;

    @BeforeAll
    void manyMatters() {
        clock.set(TestClock.START);
        many = new ManyMatters(staff, db, COUNTY);
        leader = staff.actor(Role.LEADER, many.county());
        grids =
                many.villages().stream()
                        .map(village -> staff.below(village, UnitKind.GRID, "快格"))
                        .toList();
        many.fill(MATTERS, EVERY, grids);
        rated();
        TestServer.keepCounts();
        months.follow(COUNTY);
        Wall.NOTHING.behind(() ->
                db.sql(
                                "vacuum analyze matter.matter, rate.cell, board.month_whole, board.month_own, board.day, board.standing, org.unit")
                        .update());
    }

    /** Sums as the rates leave them month after month: nine findings of each unit and category. */
    private void rated() {
        var last = YearMonth.from(Zones.day(TestClock.START));
        db.sql(
                        """
                        insert into rate.cell (county, category, month, unit_id, finding, excluded, n)
                        select :county, category, cast(:last as date) - month * interval '1 month', u.id, finding, false, 9
                        from (select county, id from org.unit
                              union all select :county, '00000000-0000-0000-0000-000000000000') as u,
                            generate_series(0, 2) as month, unnest(array['', 'farm', 'road']) as category,
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
    }

    private Map<String, Runnable> pages() {
        var pages = new LinkedHashMap<String, Runnable>();
        pages.put("grid", () -> overviews.overview(leader, grids.getFirst()));
        pages.put("village", () -> overviews.overview(leader, many.villages().getFirst()));
        pages.put("township", () -> overviews.overview(leader, many.townships().getFirst()));
        pages.put("county", () -> overviews.overview(leader, many.county()));
        pages.put("wall", () -> walls.board(leader));
        return pages;
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
