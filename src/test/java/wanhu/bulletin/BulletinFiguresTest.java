package wanhu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.bulletin.Figures.Measure;
import wanhu.bulletin.Period.Kind;
import wanhu.life.Channel;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.MatterFigures;
import wanhu.matter.Report;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;
import wanhu.rate.RateFigures;

/** Figures of a bulletin are those of the doors, and add up. */
@WanhuTest
class BulletinFiguresTest {
    private static final Period WEEK = Period.of(Kind.WEEK, LocalDate.parse("2026-08-03"));
    private static final Period AUGUST = Period.of(Kind.MONTH, LocalDate.parse("2026-08-01"));
    private static int next = 154_815;

    @Autowired Bulletins bulletins;
    @Autowired MatterFigures figures;
    @Autowired RateFigures rates;
    @Autowired Residents residents;
    @Autowired Staff staff;
    @Autowired TestClock clock;

    private Unit county;
    private Unit township;
    private Unit village;
    private Actor clerk;

    @BeforeEach
    void people() {
        county = staff.county(next++);
        township = staff.below(county, UnitKind.TOWNSHIP, "数镇");
        village = staff.below(township, UnitKind.VILLAGE, "数村");
        clerk = staff.actor(Role.TOWNSHIP_CLERK, township);
    }

    private void told(int count) {
        for (int at = 0; at < count; at++) {
            residents.told(
                    at % 3 == 0 ? township : village,
                    Residents.help(at % 2 == 0 ? "farm" : "road", "一件事", ""),
                    Report.Contact.NONE);
            clock.advance(Duration.ofHours(17));
        }
    }

    private UUID begun(Unit unit, Period period) {
        var writer = unit.equals(county) ? staff.actor(Role.COUNTY_CLERK, county) : clerk;
        return bulletins.begin(writer, new Bulletins.Wish(Ids.next(), unit.id(), period));
    }

    private UUID released() {
        var id = begun(township, WEEK);
        bulletins.submit(clerk, id, 1);
        bulletins.release(staff.actor(Role.LEADER, township), id, 2, false);
        return id;
    }

    @Test
    void figuresAreThoseOfTheDoors() {
        told(20);
        clock.set("2026-09-01T09:00");
        for (Unit unit : List.of(township, county)) {
            var id = begun(unit, AUGUST);
            var taken = bulletins.get(staff.actor(Role.LEADER, unit), id).figures();
            var asked = staff.actor(Role.LEADER, unit);
            var month = figures.months(asked, AUGUST.from(), AUGUST.until()).getFirst();
            var units = figures.standing(asked).units();

            assertThat(taken.total(Measure.CAME).now()).isEqualTo(month.reported());
            assertThat(taken.total(Measure.CLOSED).now()).isEqualTo(month.solved());
            assertThat(taken.total(Measure.OPEN).now())
                    .isEqualTo(units.stream().mapToInt(MatterFigures.AtUnit::open).sum());
            assertThat(taken.total(Measure.OVERDUE).now())
                    .isEqualTo(units.stream().mapToInt(MatterFigures.AtUnit::overdue).sum());
            assertThat(taken.categories().stream().map(Figures.Category::came))
                    .containsExactlyInAnyOrderElementsOf(
                            figures.categories(asked, AUGUST.from(), AUGUST.until()).stream()
                                    .map(MatterFigures.About::reported)
                                    .toList());
            assertThat(taken.rates().stream().map(Figures.Share::cases))
                    .containsExactlyElementsOf(
                            rates
                                    .month(county.county(), unit.id(), YearMonth.parse("2026-08"))
                                    .stream()
                                    .map(RateFigures.Share::cases)
                                    .toList());
            assertSums(taken);
            assertThat(taken.terms()).hasSize(12);
        }
    }

    private static void assertSums(Figures taken) {
        for (Measure measure : List.of(Measure.CAME, Measure.CLOSED)) {
            boolean came = measure == Measure.CAME;
            int days =
                    taken.days().stream()
                            .mapToInt(each -> came ? each.came() : each.closed())
                            .sum();
            int categories =
                    taken.categories().stream()
                            .mapToInt(each -> came ? each.came() : each.closed())
                            .sum();
            int places =
                    taken.places().stream()
                            .mapToInt(each -> came ? each.came() : each.closed())
                            .sum();

            assertThat(List.of(days, categories, places)).containsOnly(taken.total(measure).now());
        }
        assertThat(taken.places().stream().mapToInt(Figures.Place::open).sum())
                .isEqualTo(taken.total(Measure.OPEN).now());
        assertThat(taken.places().stream().mapToInt(Figures.Place::overdue).sum())
                .isEqualTo(taken.total(Measure.OVERDUE).now());
    }

    @Test
    void manyCategoriesStandTogetherAndStillAddUp() {
        var codes =
                List.of(
                        "farm",
                        "road",
                        "water",
                        "house",
                        "social",
                        "health",
                        "school",
                        "land",
                        "police",
                        "market",
                        "environment",
                        "other",
                        "a",
                        "b");
        for (String code : codes) {
            residents.told(village, Residents.help(code, "一件事", ""), Report.Contact.NONE);
        }
        clock.set("2026-08-10T09:00");
        var taken = bulletins.get(clerk, begun(township, WEEK)).figures();

        assertThat(taken.categories()).hasSize(Breakdown.CATEGORIES_MAX + 1);
        assertThat(taken.categories().getLast().came()).isEqualTo(4);
        assertThat(taken.terms()).hasSize(11);
        assertSums(taken);
    }

    @Test
    void whatIsComparedWasCountedOrIsNotKnown() {
        told(3);
        clock.set("2026-08-11T09:00");
        told(1);
        clock.set("2026-08-10T09:00");
        var first = bulletins.get(clerk, released()).figures();
        assertThat(first.total(Measure.CAME).before()).isNull();
        assertThat(first.total(Measure.OPEN).before()).isNull();

        clock.set("2026-08-17T09:00");
        var next = Period.of(Kind.WEEK, LocalDate.parse("2026-08-10"));
        var second = bulletins.get(clerk, begun(township, next)).figures();
        assertThat(second.total(Measure.CAME).before()).isEqualTo(3);
        assertThat(second.total(Measure.OPEN).before()).isEqualTo(first.total(Measure.OPEN).now());
        assertThat(second.total(Measure.CAME).yearAgo()).isNull();
    }

    @Test
    void reportsOfWrongdoingAreToldFromFiveOn() {
        for (int at = 0; at < 4; at++) {
            accused();
        }
        clock.set("2026-08-10T09:00");
        var id = begun(township, WEEK);
        assertThat(bulletins.get(clerk, id).figures().reports()).isNull();
        clock.set("2026-08-05T09:00");
        accused();
        clock.set("2026-08-10T10:00");
        bulletins.retake(clerk, id, 1);

        var taken = bulletins.get(clerk, id).figures();
        assertThat(taken.reports()).isEqualTo(5);
        assertThat(taken.total(Measure.CAME).now()).isZero();
        assertThat(taken.categories()).isEmpty();
    }

    private void answered(wanhu.life.Kind kind, String category, int count) {
        for (int at = 0; at < count; at++) {
            var content = new Report.Content(kind, category, Channel.WEB, false, "一件事", "");
            var told = residents.told(village, content, Residents.KNOWN);
            var taken = residents.take(Role.VILLAGE_CLERK, village, told, new Step.TakeOn(""));
            var known =
                    residents.take(Role.VILLAGE_CLERK, village, taken, new Step.Contact(true, ""));
            var reply = new Step.Reply(Reason.Result.SOLVED, "办好了。", "", "");
            var replied = residents.take(Role.VILLAGE_CLERK, village, known, reply);
            residents.take(Role.TOWNSHIP_CLERK, township, replied, new Step.Approve(""));
        }
    }

    /** Complaints are all called; of two answers it could be known which is asked about. */
    @Test
    void callsOfAMonthAreToldByCategoryWithoutFewAndGraveAnswers() {
        answered(wanhu.life.Kind.HELP, "farm.power", 5);
        answered(wanhu.life.Kind.HELP, "road", 2);
        answered(wanhu.life.Kind.COMPLAINT, "farm", 1);
        clock.set("2026-09-01T09:00");
        var month = bulletins.get(clerk, begun(township, AUGUST)).figures();

        assertThat(month.calls())
                .singleElement()
                .satisfies(farm -> {
                    assertThat(farm.answered()).isEqualTo(5);
                    assertThat(farm.drawn()).isEqualTo(5);
                    assertThat(farm.stated()).isEqualTo("100%");
                });
        assertThat(bulletins.get(clerk, begun(township, WEEK)).figures().calls()).isEmpty();
    }

    private void accused() {
        var content =
                new Report.Content(
                        wanhu.life.Kind.REPORT, "other", Channel.WEB, false, "账目不清", "没有公开。");
        residents.told(village, content, Report.Contact.NONE);
    }
}
