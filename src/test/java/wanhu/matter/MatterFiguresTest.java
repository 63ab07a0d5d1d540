package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.MatterQuery.Filters;
import wanhu.matter.MatterQuery.Held;
import wanhu.matter.MatterQuery.Period;
import wanhu.matter.MatterQuery.Solved;
import wanhu.matter.MatterQuery.Sort;
import wanhu.matter.MatterQuery.State;
import wanhu.matter.MatterQuery.Trouble;
import wanhu.matter.MatterQuery.Wrong;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Each figure is the number of rows that the list behind it shows. */
@WanhuTest
class MatterFiguresTest {
    private static final int COUNTY = 150934;
    private static final LocalDate FROM = LocalDate.parse("2026-08-01");
    private static final LocalDate UNTIL = LocalDate.parse("2026-08-31");

    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired MatterLists lists;
    @Autowired MatterFigures figures;
    @Autowired Staff staff;
    @Autowired TestClock clock;

    private Unit township;
    private Unit village;
    private Actor clerk;

    @BeforeEach
    void units() {
        var county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "数字镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "数字村");
        clerk = staff.actor(Role.TOWNSHIP_CLERK, township);
    }

    private Matter told(String title) {
        var content = new Report.Content(Kind.HELP, "farm.power", Channel.WEB, false, title, "");
        var report =
                new Report(
                        COUNTY,
                        Ids.next(),
                        content,
                        village.id(),
                        "",
                        null,
                        Report.Contact.NONE,
                        clock.instant());
        return matters.get(COUNTY, reports.report(null, report).matter());
    }

    private Matter take(Role role, Unit unit, Matter matter, Step step) {
        return matters.take(new By.Staff(staff.actor(role, unit)), Taking.of(matter, step));
    }

    private Matter begun(String title) {
        return take(Role.VILLAGE_CLERK, village, told(title), new Step.TakeOn(""));
    }

    private void solved(String title) {
        var matter = take(Role.VILLAGE_CLERK, village, begun(title), new Step.Contact(true, "电话"));
        matter =
                take(
                        Role.VILLAGE_CLERK,
                        village,
                        matter,
                        new Step.Reply(Reason.Result.SOLVED, "已修好。", "", ""));
        take(Role.TOWNSHIP_CLERK, township, matter, new Step.Approve(""));
    }

    private int rows(State state, Held held, Solved solved, Wrong wrong) {
        var filters =
                new Filters(
                        "",
                        Set.of(),
                        Set.of(),
                        null,
                        null,
                        state,
                        null,
                        Period.ALWAYS,
                        held,
                        solved,
                        false,
                        0,
                        wrong);
        return lists.count(clerk, new MatterQuery(Lens.AREA, filters, Sort.NEWEST, 10, null));
    }

    @Test
    void openOnesAreCountedWhereTheyStandNow() {
        begun("甲");
        take(
                Role.VILLAGE_CLERK,
                village,
                begun("乙"),
                new Step.Escalate(Reason.Escalate.NO_MONEY, "问过", null));

        assertThat(figures.standing(clerk).levels())
                .extracting(MatterFigures.AtLevel::level, MatterFigures.AtLevel::open)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Level.VILLAGE, 1),
                        org.assertj.core.groups.Tuple.tuple(Level.TOWNSHIP, 1));
        for (var each : figures.standing(clerk).levels()) {
            assertThat(
                            rows(
                                    State.OPEN,
                                    new Held(each.level(), null, false),
                                    Solved.EVER,
                                    Wrong.NOTHING))
                    .isEqualTo(each.open());
        }
    }

    @Test
    void theUnitsAddUpToTheLevels() {
        begun("甲");
        take(
                Role.VILLAGE_CLERK,
                village,
                begun("乙"),
                new Step.Escalate(Reason.Escalate.NO_MONEY, "问过", null));

        assertThat(figures.standing(clerk).units())
                .extracting(MatterFigures.AtUnit::path)
                .containsExactlyInAnyOrder(village.path(), township.path());
        for (var each : figures.standing(clerk).units()) {
            boolean own = each.path().equals(township.path());
            assertThat(
                            rows(
                                    State.OPEN,
                                    new Held(null, each.path(), own),
                                    Solved.EVER,
                                    Wrong.NOTHING))
                    .isEqualTo(each.open());
        }
    }

    @Test
    void whatAVillageSolvedIsItsShare() {
        solved("路灯");
        solved("井盖");
        begun("甲");

        assertThat(figures.solved(clerk, FROM, UNTIL))
                .containsExactly(new MatterFigures.SolvedAt(Level.VILLAGE, 2));
        assertThat(
                        rows(
                                State.ANY,
                                Held.ANYWHERE,
                                new Solved(Level.VILLAGE, new Period(FROM, UNTIL)),
                                Wrong.NOTHING))
                .isEqualTo(2);
    }

    @Test
    void monthsAndCategoriesCountWhatWasReportedAndSolved() {
        solved("路灯");
        begun("甲");

        assertThat(figures.months(clerk, FROM, UNTIL))
                .containsExactly(new MatterFigures.OfMonth(YearMonth.parse("2026-08"), 2, 1));
        assertThat(figures.categories(clerk, FROM, UNTIL))
                .containsExactly(new MatterFigures.About("farm", 2, 2));
    }

    @Test
    void whatNobodyTouchedIsStuckAndWhatIsLateIsOverdue() {
        begun("甲");
        clock.set("2026-08-20T09:00");
        begun("乙");

        assertThat(rows(State.OPEN, Held.ANYWHERE, Solved.EVER, new Wrong(Trouble.IDLE, 14, 0)))
                .isEqualTo(1);
        assertThat(rows(State.OVERDUE, Held.ANYWHERE, Solved.EVER, Wrong.NOTHING)).isEqualTo(1);
        assertThat(rows(State.OPEN, Held.ANYWHERE, Solved.EVER, new Wrong(Trouble.PROBLEM, 3, 3)))
                .isZero();
    }

    @Test
    void aNeighbourCountsNothing() {
        begun("甲");
        var neighbour =
                staff.actor(Role.VILLAGE_CLERK, staff.below(township, UnitKind.VILLAGE, "邻村"));

        assertThat(figures.standing(neighbour).levels()).isEmpty();
        assertThat(figures.standing(neighbour).units()).isEmpty();
        assertThat(figures.standing(staff.actor(Role.ADMIN, township)).levels()).isEmpty();
    }
}
