package wanhu.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Settled;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.base.Role;
import wanhu.board.Standings.Standing;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.MatterStandings;
import wanhu.matter.Report;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Where open matters stand, as it is kept, is what counting them gives, whatever happened. */
@WanhuTest
class StandingsTest {
    private static final int COUNTY = 154_854;
    private static final int LIVES = 24;

    @Autowired Standings standings;
    @Autowired MatterStandings matters;
    @Autowired Months months;
    @Autowired Rollups rollups;
    @Autowired Folding folding;
    @Autowired Residents residents;
    @Autowired Staff staff;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private Unit county;
    private Unit township;
    private Unit village;
    private Unit grid;
    private Actor leader;

    @BeforeEach
    void units() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "立镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "立村");
        grid = staff.below(village, UnitKind.GRID, "立格");
        leader = staff.actor(Role.LEADER, county);
    }

    private List<Standing> followed(Unit unit) {
        Settled.await(db);
        months.follow(COUNTY);
        return kept(unit);
    }

    private List<Standing> kept(Unit unit) {
        return sorted(standings.standing(leader, unit.path(), List.of()));
    }

    /** The same, counted from the matters now. */
    private List<Standing> counted(Unit unit) {
        return sorted(
                matters.standing(leader, unit.path(), 1).stream()
                        .collect(
                                Collectors.toMap(
                                        MatterStandings.Standing::stage,
                                        each -> of(unit.path(), each),
                                        StandingsTest::plus))
                        .values()
                        .stream()
                        .toList());
    }

    private static Standing of(OrgPath place, MatterStandings.Standing each) {
        return new Standing(place, each.stage(), each.open(), each.soon(), each.overdue());
    }

    private static Standing plus(Standing one, Standing other) {
        return new Standing(
                one.place(),
                one.stage(),
                one.open() + other.open(),
                one.soon() + other.soon(),
                one.overdue() + other.overdue());
    }

    private static List<Standing> sorted(List<Standing> some) {
        return some.stream().sorted(Comparator.comparing(Standing::stage)).toList();
    }

    private void assertRight() {
        for (Unit unit : List.of(county, township, village, grid)) {
            assertThat(followed(unit)).isEqualTo(counted(unit)).isNotEmpty();
        }
    }

    private Matter lived(Matter matter) {
        return switch (matter.stage()) {
            case REGISTERED -> taken(matter, new Step.TakeOn(""));
            case IN_PROGRESS ->
                    taken(
                            taken(matter, new Step.Contact(true, "电话")),
                            new Step.Reply(Reason.Result.SOLVED, "已修好。", "", ""));
            case REVIEW ->
                    residents.take(Role.TOWNSHIP_CLERK, township, matter, new Step.Approve(""));
            default -> matter;
        };
    }

    private Matter taken(Matter matter, Step step) {
        return residents.take(Role.VILLAGE_CLERK, village, matter, step);
    }

    @Test
    void isWhatCountingGivesAtEachLevelWhileMattersComeAndGoAndTimeRuns() {
        var random = new Random(20260803);
        var lives = new ArrayList<Matter>();
        residents.told(county, "全旗的事");
        residents.told(grid, "一直没人管的事");
        for (int at = 0; at < LIVES; at++) {
            residents.told(List.of(county, township).get(random.nextInt(2)), "一件事");
            lives.add(residents.told(random.nextBoolean() ? village : grid, "会办的事"));
            clock.advance(Duration.ofHours(random.nextInt(72)));
            for (int step = 0; step < 3; step++) {
                int one = random.nextInt(lives.size());
                lives.set(one, lived(lives.get(one)));
            }
            if (at % 6 == 0) {
                assertRight();
            }
        }

        assertRight();
        assertThat(rollups.compare(folding, COUNTY)).hasValue(0);
        rollups.distrust(folding, COUNTY);
        assertRight();
    }

    private int overdue(Unit unit) {
        return followed(unit).stream().mapToInt(Standing::overdue).sum();
    }

    @Test
    void timeAloneMakesLateAndAClockSetBackInTimeAgain() {
        residents.told(grid, "没人管的事");
        assertThat(List.of(overdue(grid), overdue(township))).containsExactly(0, 0);
        clock.advance(Duration.ofDays(400));
        assertThat(List.of(overdue(grid), overdue(township))).containsExactly(1, 1);
        assertThat(rollups.compare(folding, COUNTY)).hasValue(0);
        clock.set(TestClock.START);

        assertThat(List.of(overdue(grid), overdue(township))).containsExactly(0, 0);
        assertThat(rollups.compare(folding, COUNTY)).hasValue(0);
    }

    @Test
    void isCountedAtOnceWhileWhatIsKeptIsToBeMadeAnew() {
        residents.told(grid, "先说的");
        followed(county);
        residents.told(grid, "后说的");
        rollups.distrust(folding, COUNTY);

        assertThat(kept(grid)).isEqualTo(counted(grid));
        assertThat(kept(county)).isEqualTo(counted(county));
    }

    @Test
    void aReportOfWrongdoingIsInNoFigure() {
        var content = new Report.Content(Kind.REPORT, "other", Channel.WEB, false, "账目不清", "账没有公开");
        residents.told(village, content, Residents.KNOWN);

        assertThat(followed(village)).isEmpty();
        assertThat(followed(township)).isEmpty();
    }

    /** Each row with the transaction that wrote it. */
    private Map<String, String> written() {
        return db
                .sql(
                        """
                        select concat_ws(' ', whole, place_path, stage) as row, xmin::text as by
                        from board.standing
                        where county = :county
                        """)
                .param("county", COUNTY)
                .query((row, _) -> Map.entry(row.getString("row"), row.getString("by")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void aStepMovesTheRowsOfItsPlaceAndOfThoseAboveAndNoOthers() {
        residents.told(village, "邻居的事");
        residents.told(township, "镇上的事");
        residents.told(grid, "先说的");
        followed(county);
        var before = written();
        residents.told(grid, "后说的");
        followed(county);
        var changed = new HashSet<>(written().entrySet());
        changed.removeAll(before.entrySet());

        assertThat(changed).hasSize(5);
        assertThat(changed).noneMatch(row -> row.getKey().startsWith("f " + village.path() + " "));
    }
}
