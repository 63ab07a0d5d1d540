package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.OrgPath;
import wanhu.base.Role;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.PeriodFigures.Cell;
import wanhu.matter.PeriodFigures.Counted;
import wanhu.matter.PeriodFigures.Span;
import wanhu.matter.PeriodFigures.Standing;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** What is counted for some days is what the lists count, but for reports of wrongdoing. */
@WanhuTest
class PeriodFiguresTest {
    private static final int COUNTY = 154811;
    private static final Span AUGUST =
            new Span(LocalDate.parse("2026-08-01"), LocalDate.parse("2026-08-31"));
    private static final Span FIRST_WEEK =
            new Span(LocalDate.parse("2026-08-03"), LocalDate.parse("2026-08-09"));

    private static final Span LATER =
            new Span(LocalDate.parse("2026-08-10"), LocalDate.parse("2026-08-31"));

    @Autowired PeriodFigures periods;
    @Autowired MatterFigures figures;
    @Autowired Residents residents;
    @Autowired Staff staff;
    @Autowired TestClock clock;

    private Unit county;
    private Unit township;
    private List<Unit> villages;

    @BeforeEach
    void units() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "期镇");
        villages =
                List.of(
                        staff.below(township, UnitKind.VILLAGE, "期村甲"),
                        staff.below(township, UnitKind.VILLAGE, "期村乙"));
    }

    private Matter told(Unit place, String category, Kind kind) {
        var content = new Report.Content(kind, category, Channel.WEB, false, "一件事", "");
        return residents.told(place, content, Report.Contact.NONE);
    }

    private void solved(Unit village, Matter matter) {
        var taken = residents.take(Role.VILLAGE_CLERK, village, matter, new Step.TakeOn(""));
        var known =
                residents.take(Role.VILLAGE_CLERK, village, taken, new Step.Contact(true, "电话"));
        var reply = new Step.Reply(Reason.Result.SOLVED, "已修好。", "", "");
        var replied = residents.take(Role.VILLAGE_CLERK, village, known, reply);
        residents.take(Role.TOWNSHIP_CLERK, township, replied, new Step.Approve(""));
    }

    private void live() {
        var random = new Random(20260803);
        for (int at = 0; at < 24; at++) {
            var place = random.nextInt(4) == 0 ? township : villages.get(random.nextInt(2));
            var matter = told(place, at % 3 == 0 ? "farm.power" : "road", Kind.HELP);
            clock.advance(Duration.ofHours(random.nextInt(30)));
            if (at % 2 == 0 && !place.equals(township)) {
                solved(place, matter);
            }
        }
    }

    private static int sum(Counted counted) {
        return counted.cells().stream().mapToInt(Cell::count).sum();
    }

    @Test
    void equalsWhatTheListsCount() {
        live();
        clock.set("2026-09-01T09:00");
        for (Unit unit : List.of(county, township)) {
            var leader = staff.actor(Role.LEADER, unit);
            var month = figures.months(leader, AUGUST.from(), AUGUST.until()).getFirst();
            var came = periods.reported(COUNTY, unit.path(), AUGUST, List.of());
            var closed = periods.solved(COUNTY, unit.path(), AUGUST, List.of());
            var week = periods.reported(COUNTY, unit.path(), FIRST_WEEK, List.of(LATER));
            var ended = periods.solved(COUNTY, unit.path(), FIRST_WEEK, List.of(LATER));
            var standing = periods.standing(COUNTY, unit.path());
            var units = figures.standing(leader).units();

            assertThat(sum(came)).isEqualTo(month.reported());
            assertThat(sum(closed)).isEqualTo(month.solved());
            assertThat(sum(week) + week.others().getFirst()).isEqualTo(sum(came));
            assertThat(sum(ended) + ended.others().getFirst()).isEqualTo(sum(closed));
            assertThat(standing.stream().mapToInt(Standing::open).sum())
                    .isEqualTo(units.stream().mapToInt(MatterFigures.AtUnit::open).sum());
            assertThat(standing.stream().mapToInt(Standing::overdue).sum())
                    .isPositive()
                    .isEqualTo(units.stream().mapToInt(MatterFigures.AtUnit::overdue).sum());
            assertThat(came.cells().stream().filter(each -> each.category().equals("farm")))
                    .extracting(Cell::count)
                    .satisfies(counts ->
                            assertThat(counts.stream().mapToInt(each -> each).sum())
                                    .isEqualTo(
                                            figures
                                                    .categories(
                                                            leader, AUGUST.from(), AUGUST.until())
                                                    .stream()
                                                    .filter(each -> each.category().equals("farm"))
                                                    .mapToInt(MatterFigures.About::reported)
                                                    .sum()));
        }
    }

    @Test
    void reportsOfWrongdoingAreASumAlone() {
        told(villages.getFirst(), "farm", Kind.HELP);
        told(villages.getFirst(), "other", Kind.REPORT);
        told(villages.getLast(), "other", Kind.REPORT);
        told(township, "other", Kind.REPORT);

        assertThat(sum(periods.reported(COUNTY, township.path(), AUGUST, List.of()))).isEqualTo(1);
        assertThat(periods.standing(COUNTY, township.path()))
                .extracting(Standing::open)
                .containsExactly(1);
        assertThat(periods.accusing(COUNTY, township.path(), AUGUST)).isEqualTo(2);
        assertThat(periods.accusing(COUNTY, county.path(), AUGUST)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void knowsSinceWhenThereIsData() {
        assertThat(periods.first(COUNTY, township.path())).isEmpty();
        clock.set("2026-08-04T23:30");
        told(villages.getFirst(), "farm", Kind.HELP);

        assertThat(periods.first(COUNTY, township.path())).contains(LocalDate.parse("2026-08-04"));
        assertThat(periods.reported(COUNTY, township.path(), AUGUST, List.of()).cells())
                .containsExactly(
                        new Cell(
                                LocalDate.parse("2026-08-04"),
                                "farm",
                                new OrgPath(villages.getFirst().path().text()),
                                1));
    }
}
