package wanhu.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.board.Rollups;
import wanhu.life.Grade;
import wanhu.life.Hold;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.people.Staff;
import wanhu.rate.Exclusion.State;

/** Rates follow lives, are the rows behind them, and leave out only what somebody above decides. */
@WanhuTest
class RatesTest {
    private static final int COUNTY = 154_731;

    private static final List<Grade> GRADES = List.of(Grade.values());

    @Autowired Residents residents;
    @Autowired Rates rates;
    @Autowired RateFold fold;
    @Autowired Rollups rollups;
    @Autowired Exclusions exclusions;
    @Autowired PresetChoices choices;
    @Autowired Staff staff;
    @Autowired Units units;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private Unit county;
    private Unit township;
    private Unit village;

    @BeforeEach
    void units() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "率镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "率村");
    }

    /** Sent down by the township, signed for, answered, asked about. */
    private Matter lived(boolean solved, Grade grade) {
        var up = new Step.Escalate(Reason.Escalate.NO_MONEY, "问过。", null);
        var matter = residents.told(village, "机井没电");
        matter = residents.take(Role.VILLAGE_CLERK, village, matter, up);
        var to = Hold.of(units.tree(COUNTY), village.id());
        matter =
                residents.take(
                        Role.TOWNSHIP_CLERK,
                        township,
                        matter,
                        new Step.Dispatch(to, List.of(), null, null, "请办"));
        clock.advance(Duration.ofMinutes(5));
        matter = residents.take(Role.VILLAGE_CLERK, village, matter, new Step.Sign());
        matter = residents.take(Role.VILLAGE_CLERK, village, matter, new Step.Contact(true, "电话"));
        matter =
                residents.take(
                        Role.VILLAGE_CLERK,
                        village,
                        matter,
                        new Step.Reply(Reason.Result.SOLVED, "已通电。", "", ""));
        matter = residents.take(Role.TOWNSHIP_CLERK, township, matter, new Step.Approve(""));
        return residents.take(
                Role.FOLLOW_UP, county, matter, new Step.FollowUp(solved, grade, "问过"));
    }

    private Rates.Asked asked(Unit unit) {
        var month = YearMonth.from(Zones.day(clock.instant()));
        return new Rates.Asked(unit, new SumStore.Months(month.minusMonths(2), month), "");
    }

    private Score whole(Unit unit) {
        rates.follow(COUNTY);
        return rates.table(COUNTY, asked(unit)).whole();
    }

    private Score below(Unit unit, List<Unit> some) {
        return Objects.requireNonNull(
                rates.below(COUNTY, some, asked(unit).months()).scores().get(unit.id()));
    }

    @Test
    void aUnitHasTheSameFiguresWhoeverIsAskedForWithIt() {
        lived(true, Grade.VERY_SATISFIED);
        lived(false, Grade.DISSATISFIED);
        for (Unit unit : List.of(county, township, village)) {
            var score = whole(unit);
            for (Finding finding : Finding.values()) {
                for (List<Unit> some :
                        List.of(List.of(unit), List.of(unit, village), List.of(unit, county))) {
                    assertThat(below(unit, some.stream().distinct().toList()).count(finding))
                            .isEqualTo(score.count(finding));
                }
            }
        }
    }

    private int rows(Actor actor, Unit unit, Finding finding, boolean excluded) {
        var asked = asked(unit);
        var which = new SumStore.Asked(asked.months(), "", List.of(finding), excluded);
        return rates.behind(actor, asked, which, false).behind().size();
    }

    @Test
    void countsAreTheRowsBehindThem() {
        lived(true, Grade.VERY_SATISFIED);
        lived(true, Grade.FAIRLY_SATISFIED);
        lived(false, Grade.DISSATISFIED);
        residents.told(village, "只是说了一声");
        var clerk = staff.actor(Role.TOWNSHIP_CLERK, township);
        var leader = staff.actor(Role.LEADER, county);
        var all = whole(county);
        var score = whole(township);

        assertThat(score.count(Finding.SIGNED)).isEqualTo(3);
        assertThat(score.count(Finding.CONTACTED)).isEqualTo(3);
        assertThat(score.count(Finding.SOLVED)).isEqualTo(2);
        assertThat(score.count(Finding.UNSOLVED)).isEqualTo(1);
        assertThat(score.count(Finding.FAIRLY_SATISFIED)).isEqualTo(1);
        for (Finding finding : Finding.values()) {
            assertThat(rows(clerk, township, finding, false)).isEqualTo(score.count(finding));
            assertThat(rows(clerk, village, finding, false)).isEqualTo(score.count(finding));
            assertThat(rows(leader, county, finding, false)).isEqualTo(all.count(finding));
        }
    }

    @Test
    void aPromiseThatRunsOutCountsWithoutAnyStep() {
        var up = new Step.Escalate(Reason.Escalate.NO_MONEY, "问过。", null);
        var matter = residents.told(village, "机井没电");
        matter = residents.take(Role.VILLAGE_CLERK, village, matter, up);
        var to = Hold.of(units.tree(COUNTY), village.id());
        residents.take(
                Role.TOWNSHIP_CLERK,
                township,
                matter,
                new Step.Dispatch(to, List.of(), null, null, "请办"));
        int before = whole(village).count(Finding.SIGNED_LATE);
        clock.advance(Duration.ofDays(9));

        assertThat(before).isZero();
        assertThat(whole(village).count(Finding.SIGNED_LATE)).isEqualTo(1);
    }

    @Test
    void followingIsTheSameAsMakingAllAnew() {
        var random = new Random(20260803);
        for (int at = 0; at < 6; at++) {
            lived(random.nextInt(3) > 0, GRADES.get(random.nextInt(5)));
            clock.advance(Duration.ofHours(random.nextInt(90)));
            if (at % 3 == 0) {
                rollups.follow(fold, COUNTY);
            }
        }
        rollups.follow(fold, COUNTY);
        var followed = sums();
        rollups.distrust(fold, COUNTY);
        rollups.follow(fold, COUNTY);

        assertThat(followed).isNotEmpty().isEqualTo(sums());
    }

    private List<String> sums() {
        return db.sql(
                        """
                        select category || ' ' || month || ' ' || unit_id || ' ' || below || ' ' || finding || ' '
                            || excluded || ' ' || n
                        from rate.cell
                        where county = :county
                        order by 1
                        """)
                .param("county", COUNTY)
                .query(String.class)
                .list();
    }

    @Test
    void whatIsLeftOutIsAskedByTheUnitAndDecidedAbove() {
        var matter = lived(false, Grade.DISSATISFIED);
        var asker = staff.actor(Role.VILLAGE_CLERK, village);
        var decider = staff.actor(Role.TOWNSHIP_CLERK, township);
        var wish = new Exclusions.Wish(matter.number(), Exclusion.Ground.NOT_FOUND, "现场没有这口井");
        var id = exclusions.ask(asker, wish);
        assertThat(whole(village).count(Finding.UNSOLVED)).isEqualTo(1);
        assertThatThrownBy(() -> exclusions.ask(asker, wish))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("CONFLICT");
        assertThatThrownBy(() -> decide(asker, id, 1, State.GRANTED))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("FORBIDDEN");
        assertThatThrownBy(() -> decide(staff.actor(Role.LEADER, village), id, 1, State.GRANTED))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("FORBIDDEN");

        decide(decider, id, 1, State.GRANTED);

        var score = whole(village);
        assertThat(score.count(Finding.UNSOLVED)).isZero();
        assertThat(score.left(Finding.UNSOLVED)).isEqualTo(1);
        assertThat(score.whole(Rate.SOLUTION, 1).cases()).isEqualTo(1);
        assertThat(rows(decider, village, Finding.UNSOLVED, true)).isEqualTo(1);
        assertThatThrownBy(() -> decide(decider, id, 1, State.REVOKED))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("CONFLICT");

        decide(decider, id, 2, State.REVOKED);

        assertThat(whole(village).count(Finding.UNSOLVED)).isEqualTo(1);
        assertThat(exclusions.events(exclusions.get(asker, id)))
                .extracting(Exclusion.Event::state)
                .containsExactly(State.ASKED, State.GRANTED, State.REVOKED);
    }

    private void decide(Actor actor, UUID id, int version, State state) {
        exclusions.decide(actor, id, version, new Exclusions.Decision(state, "核过"));
    }

    @Test
    void nobodyOfAnotherTownshipSeesAnExclusion() {
        var matter = lived(false, Grade.DISSATISFIED);
        var id =
                exclusions.ask(
                        staff.actor(Role.VILLAGE_CLERK, village),
                        new Exclusions.Wish(matter.number(), Exclusion.Ground.NOT_FOUND, "没有这口井"));
        var other = staff.below(county, UnitKind.TOWNSHIP, "邻镇");
        var stranger = staff.actor(Role.TOWNSHIP_CLERK, other);

        assertThatThrownBy(() -> exclusions.get(stranger, id)).isInstanceOf(Refused.class);
        assertThat(exclusions.list(stranger, List.of(State.values()))).isEmpty();
        assertThatThrownBy(() -> rates.unit(stranger, Optional.of(village.id())))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("MISSING");
    }

    @Test
    void reportsOfWrongdoingAreInNoRate() {
        var content =
                new wanhu.matter.Report.Content(
                        Kind.REPORT, "other", wanhu.life.Channel.WEB, false, "村里账目不清", "账没有公开");
        var report = residents.told(village, content, Residents.KNOWN);
        residents.take(Role.TOWNSHIP_CLERK, township, report, new Step.TakeOn(""));

        assertThat(whole(township).count(Finding.HANDLED)).isZero();
    }

    @Test
    void aPresetIsChosenAheadAndNeverForWhatHasBegun() {
        var leader = staff.actor(Role.LEADER, county);
        var running = YearMonth.from(Zones.day(clock.instant()));
        var strict = Presets.find("STRICT", 1).orElseThrow();
        assertThatThrownBy(() ->
                        choices.choose(
                                leader, new PresetChoices.Wish(strict, running, false, "试行")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("rate.refused.past");
        assertThatThrownBy(() ->
                        choices.choose(
                                staff.actor(Role.LEADER, township),
                                new PresetChoices.Wish(strict, running.plusMonths(1), false, "试行")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("FORBIDDEN");

        choices.choose(leader, new PresetChoices.Wish(strict, running.plusMonths(1), true, "试行"));

        var made = choices.list(COUNTY);
        assertThat(PresetChoices.of(made, running)).isEqualTo(Presets.usual());
        assertThat(PresetChoices.of(made, running.plusMonths(1))).isEqualTo(strict);
        assertThat(PresetChoices.published(made, running)).isFalse();
    }
}
