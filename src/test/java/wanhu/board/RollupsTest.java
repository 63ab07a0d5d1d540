package wanhu.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Settled;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.base.Vital;
import wanhu.base.Zones;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.MatterFigures.OfMonth;
import wanhu.matter.Residents;
import wanhu.org.Reorganisation;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** What is kept is proved each night, told when it is wrong, made anew, and follows the tree. */
@WanhuTest
class RollupsTest {
    private static final int COUNTY = 154_836;

    @Autowired Rollups rollups;
    @Autowired List<Rollup> kept;
    @Autowired NightlyComparison nightly;
    @Autowired FoldVitals vitals;
    @Autowired Histories histories;
    @Autowired Standings standings;
    @Autowired DayFigures days;
    @Autowired Residents residents;
    @Autowired Reorganisation reorganisation;
    @Autowired Staff staff;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private Unit county;
    private Unit township;
    private Unit village;

    @BeforeEach
    void units() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "汇镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "汇村");
    }

    private void solvedAndTold(Unit place) {
        var matter = residents.told(place, "机井没电");
        matter = residents.take(Role.VILLAGE_CLERK, place, matter, new Step.TakeOn(""));
        matter = residents.take(Role.VILLAGE_CLERK, place, matter, new Step.Contact(true, "电话"));
        var reply = new Step.Reply(Reason.Result.SOLVED, "已通电。", "", "");
        matter = residents.take(Role.VILLAGE_CLERK, place, matter, reply);
        residents.take(Role.TOWNSHIP_CLERK, township, matter, new Step.Approve(""));
        residents.told(place, "只是说了一声");
    }

    private Rollup of(String room) {
        return kept.stream().filter(each -> each.room().equals(room)).findFirst().orElseThrow();
    }

    private void assertProved() {
        Settled.await(db);
        for (Rollup what : kept) {
            assertThat(rollups.compare(what, COUNTY)).hasValue(0);
        }
    }

    @Test
    void whatIsKeptIsWhatTheMattersSayUntilSomebodyTampersWithIt() {
        solvedAndTold(village);
        assertProved();
        db.sql(
                        "update board.history set n = n + 1 where not whole and not solved and county = :county and place_path = :place")
                .param("county", COUNTY)
                .param("place", village.path().text())
                .update();
        db.sql(
                        "update rate.cell set n = n + 1 where county = :county and finding = 'HANDLED' and category = ''")
                .param("county", COUNTY)
                .update();

        assertThat(rollups.compare(of("board"), COUNTY)).as("the cell and both sums").hasValue(3);
        assertThat(rollups.compare(of("rate"), COUNTY).orElse(0)).isPositive();
        assertProved();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update board.history set n = n + 1 where whole and solved",
                "update board.history set open = open + 1 where whole and not solved",
                "delete from board.history where whole",
                "update board.history set n = n + 1 where not whole and solved",
                "update board.day set came = came + 1 where whole",
                "update board.day set solved = solved + 1 where not whole",
                "update board.standing set overdue = overdue + 1 where whole",
                "delete from board.standing where not whole"
            })
    void aFigureOfADayOrOfWhatIsOpenIsProvedToo(String tampering) {
        solvedAndTold(village);
        assertProved();
        db.sql(tampering + " and county = :county and starts_with(place_path, :place)")
                .param("county", COUNTY)
                .param("place", township.path().text())
                .update();

        assertThat(rollups.compare(of("board"), COUNTY).orElse(0)).isPositive();
        assertProved();
    }

    @Test
    void whatHappensAfterTheLastTurnIsNoDifference() {
        solvedAndTold(village);
        assertProved();
        var board = of("board");
        Settled.await(db);
        rollups.follow(board, COUNTY);
        residents.told(village, "刚说的");

        assertThat(rollups.compare(board, COUNTY)).hasValue(0);
    }

    private Vital vital(String what) {
        return vitals.vitals().stream()
                .filter(each -> each.what().equals(what))
                .findFirst()
                .orElseThrow();
    }

    private List<Instant> comparisons() {
        return db.sql(
                        "select compared_at from board.comparison where county = :county order by room")
                .param("county", COUNTY)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .list();
    }

    @Test
    void eachCountyIsComparedOnceANightAndTheAdministratorToldWhatDiffered() {
        solvedAndTold(village);
        assertProved();
        clock.advance(Duration.ofDays(1));
        db.sql(
                        "delete from board.history where solved and not whole and county = :county and place_path = :place")
                .param("county", COUNTY)
                .param("place", village.path().text())
                .update();
        kept.forEach(what -> nightly.compare(what, COUNTY));
        var first = comparisons();
        kept.forEach(what -> nightly.compare(what, COUNTY));

        assertThat(first).hasSize(kept.size()).isEqualTo(comparisons());
        assertThat(vital("differing-cells").state()).isEqualTo(Vital.State.WATCH);
        clock.advance(Duration.ofDays(1));
        kept.forEach(what -> nightly.compare(what, COUNTY));
        assertThat(comparisons()).doesNotContainAnyElementsOf(first);
        assertThat(vital("differing-cells").state()).isEqualTo(Vital.State.GOOD);
    }

    @Test
    void theNightBeginsAtThreeInTheMorningOfChina() {
        assertThat(NightlyComparison.night(Instant.parse("2026-08-03T18:59:00Z")))
                .isEqualTo("2026-08-02T19:00:00Z");
        assertThat(NightlyComparison.night(Instant.parse("2026-08-03T19:00:00Z")))
                .isEqualTo("2026-08-03T19:00:00Z");
    }

    private int reported(Unit unit) {
        Actor leader = staff.actor(Role.LEADER, unit);
        var today = Zones.day(clock.instant());
        return histories
                .history(leader, YearMonth.from(today).minusMonths(1), today)
                .months()
                .stream()
                .mapToInt(OfMonth::reported)
                .sum();
    }

    private int open(Unit unit) {
        return standings.standing(staff.actor(Role.LEADER, county), unit.path(), List.of()).stream()
                .mapToInt(Standings.Standing::open)
                .sum();
    }

    private int today(Unit unit) {
        var today = Zones.day(clock.instant());
        return days.lines(COUNTY, unit.path(), today, today).stream()
                .mapToInt(DayFigures.Line::came)
                .sum();
    }

    @Test
    void aVillageTakesItsMattersOfAllMonthsAlongToItsNewTownship() {
        var other = staff.below(county, UnitKind.TOWNSHIP, "新镇" + Ids.next());
        solvedAndTold(village);
        residents.told(township, "镇上的事");
        assertThat(List.of(reported(township), reported(other))).containsExactly(3, 0);

        reorganisation.move(staff.actor(Role.ADMIN, county), village, other);

        assertThat(List.of(reported(township), reported(other))).containsExactly(1, 2);
        assertThat(List.of(open(township), open(other))).containsExactly(1, 2);
        assertProved();
        assertThat(List.of(open(township), open(other))).containsExactly(1, 2);
        assertThat(List.of(today(township), today(other))).containsExactly(1, 2);
    }

    @Test
    void whatAClosedVillageHadIsWithTheOneThatRemains() {
        var heir = staff.below(township, UnitKind.VILLAGE, "并入村");
        solvedAndTold(village);
        assertProved();

        reorganisation.merge(staff.actor(Role.ADMIN, county), village, heir);

        assertThat(reported(heir)).isEqualTo(2);
        assertProved();
    }
}
