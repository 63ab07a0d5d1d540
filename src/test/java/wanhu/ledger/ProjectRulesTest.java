package wanhu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Fen;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.matter.Receipt;
import wanhu.people.Staff;

/** What may not be done to a project: unheard, unfinished, over its money, or silently. */
@WanhuTest
class ProjectRulesTest {
    @Autowired Projects projects;
    @Autowired Ledgers ledgers;
    @Autowired Staff staff;
    @Autowired TestClock clock;

    private Ledgers.Place place;
    private Receipt receipt;

    @BeforeEach
    void told() {
        clock.set("2026-08-28T15:00");
        place = ledgers.place();
        receipt = ledgers.told(place);
    }

    private static void refused(String word, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.word()).isEqualTo(word));
    }

    @Test
    void isNotStruckOffBeforeAnybodyWasHeard() {
        var done = ledgers.done(place, receipt);

        refused(
                "ledger.refused.unheard",
                () -> ledgers.take(ledgers.countyClerk(place), done, new Act.StrikeOff("")));
    }

    @Test
    void whoDidItNeitherChecksNorStrikesOff() {
        var done = ledgers.done(place, receipt);
        var helper = staff.actor(Role.DEPARTMENT_CLERK, place.petitions());

        refused(
                "ledger.refused.hand.Check",
                () -> ledgers.take(ledgers.power(place), done, new Act.Check(90, 90, "电话")));
        refused(
                "ledger.refused.hand.Check",
                () -> ledgers.take(helper, done, new Act.Check(90, 90, "电话")));
        refused(
                "ledger.refused.hand.StrikeOff",
                () -> ledgers.take(ledgers.power(place), done, new Act.StrikeOff("")));
    }

    @Test
    void isNotDoneWhileMilestonesLieAhead() {
        var started = ledgers.started(place, receipt);

        refused(
                "ledger.refused.milestones-ahead",
                () -> ledgers.take(ledgers.power(place), started, new Act.Finish("通电")));
    }

    @Test
    void noMoreIsSpentThanThereIs() {
        var started = ledgers.started(place, receipt);
        var today = LocalDate.parse("2026-08-28");
        var report = new Act.Report("买料", false, Set.of(), Fen.ofYuan("180000.01"), today);

        refused(
                "ledger.refused.over-budget",
                () -> ledgers.take(ledgers.power(place), started, report));
    }

    @Test
    void whatBecomesPublicCarriesNobodysNumber() {
        var started = ledgers.started(place, receipt);
        var today = LocalDate.parse("2026-08-28");
        var report = new Act.Report("有事打13800138000", true, Set.of(), Fen.ZERO, today);

        refused(
                "ledger.refused.personal-data",
                () -> ledgers.take(ledgers.power(place), started, report));
        var quiet = new Act.Report(report.text(), false, Set.of(), Fen.ZERO, today);
        assertThat(ledgers.take(ledgers.power(place), started, quiet).version())
                .isEqualTo(started.version() + 1);
    }

    @Test
    void weightsMakeAHundred() {
        var plan =
                List.of(
                        Ledgers.milestone(1, "施工", 60, "2026-10-15"),
                        Ledgers.milestone(2, "验收", 30, "2026-10-31"));
        var promise = Ledgers.wish(place).promise();

        refused("ledger.refused.weights", () -> Ledgers.wish(place, promise, plan));
    }

    @Test
    void ofTwoTheSecondIsTold() {
        var seen = ledgers.started(place, receipt);
        ledgers.take(ledgers.countyClerk(place), seen, report("一"));

        refused(
                "ledger.refused.stale",
                () -> ledgers.take(ledgers.power(place), seen, report("二")));
    }

    @Test
    void aMatterLeadsToOneProjectAtATime() {
        ledgers.proposed(place, receipt);

        refused("ledger.refused.linked", () -> ledgers.proposed(place, receipt));
    }

    @Test
    void aPromiseDoesNotChangeSilently() {
        var started = ledgers.started(place, receipt);
        var later =
                new Project.Promise(
                        "11月底前通电。", LocalDate.parse("2026-11-30"), new Project.Reach(90, 0, 2000));
        var wish = Ledgers.wish(place, later, Ledgers.plan());
        var clerk = ledgers.countyClerk(place);

        refused(
                "ledger.refused.reason",
                () -> ledgers.take(clerk, started, new Act.Amend(wish, "")));
        var after = ledgers.take(clerk, started, new Act.Amend(wish, "汛期停工"));
        assertThat(projects.events(after).getFirst())
                .extracting(Event::publicly, Event::text)
                .containsExactly(true, "汛期停工\n完成时限由 2026-10-31 改为 2026-11-30");
    }

    private static Act.Report report(String text) {
        return new Act.Report(text, false, Set.of(), Fen.ZERO, LocalDate.parse("2026-08-28"));
    }
}
