package wanhu.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Settled;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Lens;
import wanhu.matter.MatterLists;
import wanhu.matter.MatterQuery;
import wanhu.matter.MatterQuery.Filters;
import wanhu.matter.MatterQuery.Period;
import wanhu.matter.MatterQuery.Solved;
import wanhu.matter.Report;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Month rows are the number of rows of the lists, at each level, whatever happened. */
@WanhuTest
class MonthsTest {
    private static final int COUNTY = 154_837;
    private static final int LIVES = 24;

    @Autowired Months months;
    @Autowired DayFigures days;
    @Autowired Rollups rollups;
    @Autowired Folding folding;
    @Autowired MatterLists lists;
    @Autowired Residents residents;
    @Autowired Staff staff;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private Unit county;
    private Unit township;
    private Unit village;
    private Unit grid;

    @BeforeEach
    void units() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "月镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "月村");
        grid = staff.below(village, UnitKind.GRID, "月格");
    }

    private void solved(Matter matter) {
        var known = residents.take(Role.VILLAGE_CLERK, village, matter, new Step.TakeOn(""));
        known = residents.take(Role.VILLAGE_CLERK, village, known, new Step.Contact(true, "电话"));
        var reply = new Step.Reply(Reason.Result.SOLVED, "已修好。", "", "");
        known = residents.take(Role.VILLAGE_CLERK, village, known, reply);
        residents.take(Role.TOWNSHIP_CLERK, township, known, new Step.Approve(""));
    }

    private int rows(Unit unit, Period reported, Solved solved) {
        var none = Filters.NONE;
        var filters =
                new Filters(
                        "",
                        EnumSet.complementOf(EnumSet.of(Kind.REPORT)),
                        Set.of(),
                        null,
                        null,
                        none.state(),
                        unit.path(),
                        reported,
                        none.held(),
                        solved,
                        false,
                        0,
                        none.trouble());
        var query = new MatterQuery(Lens.AREA, filters, MatterQuery.Sort.NEWEST, 1, null);
        return lists.count(staff.actor(Role.LEADER, county), query);
    }

    private void assertRight(YearMonth from, YearMonth until) {
        Settled.await(db);
        months.follow(COUNTY);
        for (Unit unit : List.of(county, township, village, grid)) {
            for (Months.Line line : months.lines(COUNTY, unit.path(), from, until)) {
                var days = new Period(line.month().atDay(1), line.month().atEndOfMonth());
                assertThat(line.came()).isEqualTo(rows(unit, days, Solved.EVER));
                assertThat(line.solved())
                        .isEqualTo(rows(unit, Period.ALWAYS, new Solved(null, days)));
            }
            var all = new Period(from.atDay(1), until.atEndOfMonth());
            var sum =
                    months.sums(COUNTY, List.of(unit.path()), from, until)
                            .getOrDefault(unit.path(), Months.Sum.NOTHING);
            assertThat(sum.came()).isEqualTo(rows(unit, all, Solved.EVER)).isPositive();
            assertThat(sum.solved())
                    .isEqualTo(rows(unit, Period.ALWAYS, new Solved(null, all)))
                    .isEqualTo(sum.days().values().stream().mapToInt(n -> n).sum());
        }
    }

    private void assertDaysRight(YearMonth from, YearMonth until) {
        for (Unit unit : List.of(county, township)) {
            var lines = days.lines(COUNTY, unit.path(), from.atDay(1), until.atEndOfMonth());
            for (DayFigures.Line line : lines) {
                var day = new Period(line.day(), line.day());
                assertThat(line.came()).isEqualTo(rows(unit, day, Solved.EVER));
                assertThat(line.solved())
                        .isEqualTo(rows(unit, Period.ALWAYS, new Solved(null, day)));
            }
            var sum =
                    months.sums(COUNTY, List.of(unit.path()), from, until)
                            .getOrDefault(unit.path(), Months.Sum.NOTHING);
            assertThat(List.of(sum.came(), sum.solved()))
                    .containsExactly(
                            lines.stream().mapToInt(DayFigures.Line::came).sum(),
                            lines.stream().mapToInt(DayFigures.Line::solved).sum());
        }
    }

    @Test
    void countsWhatTheListsShowAtEachLevel() {
        var random = new Random(20260803);
        var from = YearMonth.from(Zones.day(clock.instant()));
        residents.told(grid, "格里的事");
        for (int at = 0; at < LIVES; at++) {
            residents.told(List.of(township, village, grid).get(random.nextInt(3)), "一件事");
            if (at % 2 == 0) {
                solved(residents.told(random.nextBoolean() ? village : grid, "办成的事"));
            }
            clock.advance(Duration.ofHours(random.nextInt(72)));
            if (at % 8 == 0) {
                months.follow(COUNTY);
            }
        }
        var until = YearMonth.from(Zones.day(clock.instant()));

        assertRight(from, until);
        assertDaysRight(from, until);
        assertThat(rollups.compare(folding, COUNTY)).hasValue(0);
        rollups.distrust(folding, COUNTY);
        assertRight(from, until);
        assertDaysRight(from, until);
    }

    @Test
    void reportsOfWrongdoingAreInNoMonth() {
        var month = YearMonth.from(Zones.day(clock.instant()));
        var content = new Report.Content(Kind.REPORT, "other", Channel.WEB, false, "账目不清", "账没有公开");
        residents.told(village, content, Residents.KNOWN);
        residents.told(village, "机井没电");
        Settled.await(db);
        months.follow(COUNTY);

        assertThat(months.lines(COUNTY, village.path(), month, month))
                .containsExactly(new Months.Line(month, 1, 0));
    }

    @Test
    void halfOfWhatWasSolvedTookNoLongerThanTheMedian() {
        assertThat(sum(0, 3, 9).median()).hasValue(3);
        assertThat(sum(1, 2, 7, 90).median()).hasValue(2);
        assertThat(sum(5).median()).hasValue(5);
        assertThat(Months.Sum.NOTHING.median()).isEmpty();
    }

    private static Months.Sum sum(int... days) {
        var each = new TreeMap<Integer, Integer>();
        for (int day : days) {
            each.merge(day, 1, Integer::sum);
        }
        return new Months.Sum(0, days.length, each);
    }
}
