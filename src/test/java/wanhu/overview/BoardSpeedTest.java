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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Alone;
import wanhu.Large;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.base.Sql;
import wanhu.base.Zones;
import wanhu.cost.Explained;
import wanhu.embedded.TestServer;
import wanhu.matter.ManyMatters;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/**
 * What the overviews and the wall board cost the database in a county of many matters, statement by
 * statement. {@code -Dwanhu.boards.matters=100000 -Dwanhu.boards.every=20}: so many, one of twenty
 * open.
 */
@Alone
@Large
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoardSpeedTest {
    private static final int COUNTY = 154_829;
    private static final int MATTERS = Integer.getInteger("wanhu.boards.matters", 20_000);
    private static final int EVERY = Integer.getInteger("wanhu.boards.every", 20);
    private static final double MILLIS_MAX = 20;

    @Autowired Overviews overviews;
    @Autowired WallBoards walls;
    @Autowired Staff staff;
    @Autowired JdbcClient db;
    @Autowired JdbcTemplate plain;

    private ManyMatters many;
    private List<Unit> grids;

    @BeforeAll
    void manyMatters() {
        many = new ManyMatters(staff, db, COUNTY);
        grids =
                many.villages().stream()
                        .map(village -> staff.below(village, UnitKind.GRID, "快格"))
                        .toList();
        many.fill(MATTERS, EVERY, grids);
        rated();
        TestServer.keepCounts();
        walls.board(staff.actor(Role.LEADER, many.county()));
        plain.execute(
                "vacuum analyze matter.matter, rate.cell, board.month_whole, board.month_own, org.unit");
    }

    /** Sums as the rates of three months leave them: each finding for each unit. */
    private void rated() {
        var last = YearMonth.from(Zones.day(TestClock.START));
        db.sql(
                        """
                        insert into rate.cell (county, category, month, unit_id, finding, excluded, n)
                        select :county, '', cast(:last as date) - month * interval '1 month', u.id, finding, false, 9
                        from org.unit u, generate_series(0, 2) as month,
                            unnest(array['HANDLED', 'SIGNED', 'SIGNED_LATE', 'CONTACTED', 'CONTACTED_LATE',
                                'SOLVED', 'UNSOLVED', 'SATISFIED', 'DISSATISFIED']) as finding
                        where u.county = :county
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
        var leader = staff.actor(Role.LEADER, many.county());
        var pages = new LinkedHashMap<String, Runnable>();
        pages.put("grid", () -> overviews.overview(leader, grids.getFirst()));
        pages.put("village", () -> overviews.overview(leader, many.villages().getFirst()));
        pages.put("township", () -> overviews.overview(leader, many.townships().getFirst()));
        pages.put("county", () -> overviews.overview(leader, many.county()));
        pages.put("wall", () -> walls.board(leader));
        return pages;
    }

    @Test
    void noPageCostsTheDatabaseMuch() {
        var dear = new ArrayList<String>();
        pages().forEach((name, page) -> {
            var statements = Explained.of(page);
            double millis = Explained.millis(statements);
            System.out.printf(
                    "board %-9s %8.2f ms %6d blocks, %d statements among %d matters%n",
                    name, millis, Explained.blocks(statements), statements.size(), MATTERS);
            statements.forEach(each -> System.out.println("    " + each.line()));
            if (millis > MILLIS_MAX) {
                dear.add(name + " " + millis);
            }
        });

        assertThat(dear).isEmpty();
    }
}
