package wanhu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Fen;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.life.By;
import wanhu.life.Grade;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.matter.Taking;
import wanhu.matter.TimelineLine;
import wanhu.people.Staff;

/** The electricity of Jiujiazi as a project of 180,000 yuan, on the real database. */
@WanhuTest
class ProjectsTest {
    @Autowired Projects projects;
    @Autowired ProjectLists lists;
    @Autowired ProjectRatings ratings;
    @Autowired Matters matters;
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

    private int county() {
        return place.county().county();
    }

    private static void refused(String word, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.word()).isEqualTo(word));
    }

    @Test
    void aProjectOfAMatterIsDoneRatedAndStruckOff() {
        var done = ledgers.done(place, receipt);
        assertThat(done.money().budget()).isEqualTo(Fen.ofYuan("180000"));
        assertThat(done.money().spent()).isEqualTo(Fen.ofYuan("178500.50"));
        assertThat(done.percent()).isEqualTo(100);
        assertThat(done.promise().reach()).isEqualTo(new Project.Reach(90, 0, 2000));

        var rated = ledgers.take(ledgers.townshipClerk(place), done, new Act.Check(90, 84, "入户走访"));
        var struck = ledgers.take(ledgers.countyClerk(place), rated, new Act.StrikeOff(""));

        assertThat(struck.phase()).isEqualTo(Phase.STRUCK_OFF);
        assertThat(projects.events(struck))
                .extracting(Event::act)
                .containsExactly(
                        "StrikeOff", "Check", "Finish", "Report", "Start", "Choose", "Propose");
    }

    @Test
    void whoAskedReadsEachPublicStepOnHerOwnPage() {
        ledgers.done(place, receipt);

        var told = timeline().filteredOn(TimelineLine::forResident).extracting(TimelineLine::told);
        told.anyMatch(text -> text.contains("已列为2026年民生实事“九家子村耕地通电”"))
                .anyMatch(text -> text.contains("已经开工"))
                .anyMatch(text -> text.contains("进展（100%）：三个节点全部完成"))
                .anyMatch(text -> text.contains("2000 亩耕地全部通电"));
    }

    @Test
    void theHandlerIsToldToReplyWhenItIsDone() {
        ledgers.done(place, receipt);

        timeline().extracting(TimelineLine::note).anyMatch(note -> note.contains("请核实后回复群众"));
    }

    private org.assertj.core.api.ListAssert<TimelineLine> timeline() {
        return assertThat(matters.timeline(matters.get(county(), receipt.matter())));
    }

    @Test
    void progressIsTheWeightOfWhatWasReached() {
        var report =
                new Act.Report("设计完成。", false, Set.of(1), Fen.ZERO, LocalDate.parse("2026-08-28"));
        var after = ledgers.take(ledgers.power(place), ledgers.started(place, receipt), report);

        assertThat(after.percent()).isEqualTo(20);
        assertThat(projects.get(ledgers.countyClerk(place), after.number())).isEqualTo(after);
        timeline().noneMatch(line -> line.told().contains("设计完成"));
    }

    @Test
    void theRatingOfWhoAskedCountsForTheProject() {
        ledgers.done(place, receipt);
        rateTheMatter();

        var project = projects.ofMatter(county(), receipt.matter()).getFirst();
        assertThat(project.phase()).isEqualTo(Phase.RATED);
        assertThat(ratings.ofRequesters(project)).isEqualTo(new Opinion(1, 1));
    }

    private void rateTheMatter() {
        var village = staff.actor(Role.VILLAGE_CLERK, place.village());
        step(village, new Step.TakeOn(""));
        step(village, new Step.Contact(true, ""));
        step(village, new Step.Reply(Reason.Result.SOLVED, "已经通电。", "", ""));
        step(ledgers.townshipClerk(place), new Step.Approve(""));
        var rating = new Step.Rate(Grade.VERY_SATISFIED, true, "");
        matters.take(new By.Requester(receipt.requester()), Taking.of(matter(), rating));
    }

    private void step(wanhu.base.Actor actor, Step step) {
        matters.take(new By.Staff(actor), Taking.of(matter(), step));
    }

    private Matter matter() {
        return matters.get(county(), receipt.matter());
    }

    @Test
    void theSameCommandTwiceIsOneProject() {
        var command = Ids.next();
        var clerk = ledgers.countyClerk(place);

        var first = projects.propose(clerk, command, Ledgers.wish(place));
        assertThat(projects.propose(clerk, command, Ledgers.wish(place))).isEqualTo(first);
    }

    @Test
    void aLeaderClaimsItAsThePostHeldNow() {
        var proposed = ledgers.proposed(place, receipt);
        var leader = staff.actor(Role.LEADER, place.county());

        var claimed = ledgers.take(leader, proposed, new Act.Claim());
        assertThat(claimed.parties().leader())
                .isEqualTo(
                        new Project.Leader(
                                leader.post(), leader.unit(), leader.name(), leader.title()));
    }

    @Test
    void anotherTownshipDoesNotSeeIt() {
        var project = ledgers.proposed(place, receipt);
        var other = staff.below(place.county(), wanhu.org.UnitKind.TOWNSHIP, "水泉乡");
        var clerk = staff.actor(Role.TOWNSHIP_CLERK, other);

        refused("ledger.refused.missing", () -> projects.get(clerk, project.number()));
        assertThat(lists.page(ProjectLists.Reader.of(clerk), Filter.ALL, null).rows()).isEmpty();
    }

    @Test
    void thePublicSeesItOnceItWasChosen() {
        var proposed = ledgers.proposed(place, receipt);
        var everybody = ProjectLists.Reader.ofPublic(county());
        refused("ledger.refused.missing", () -> projects.open(county(), proposed.number()));
        assertThat(lists.page(everybody, Filter.ALL, null).rows()).isEmpty();

        var chosen = ledgers.take(ledgers.countyClerk(place), proposed, new Act.Choose("会商"));
        assertThat(lists.page(everybody, Filter.ALL, null).rows()).containsExactly(chosen);
    }

    @Test
    void lateOnesStandFirstAndAreCounted() {
        ledgers.started(place, receipt);
        clock.set("2026-09-11T00:00");
        var reader = ProjectLists.Reader.of(ledgers.countyClerk(place));

        assertThat(lists.sums(reader, Filter.ALL).get(Phase.STARTED))
                .isEqualTo(new Sums(1, 1, Fen.ofYuan("180000"), Fen.ZERO, 90, 0, 2000));
        assertThat(lists.due(reader, YearMonth.of(2026, 9)))
                .extracting(DueItem::milestone)
                .containsExactly("勘查设计");
        assertThat(lists.silent(reader, LocalDate.parse("2026-09-01"))).hasSize(1);
    }

    @Test
    void whenAMatterGoesOnInAnotherTheProjectFollows() {
        var project = ledgers.proposed(place, receipt);
        var other = ledgers.told(place);
        step(
                staff.actor(Role.VILLAGE_CLERK, place.village()),
                new Step.Merge(other.matter(), other.number()));

        assertThat(projects.matters(project)).containsExactly(receipt.matter(), other.matter());
    }

    @Test
    void whatWasNotAsPromisedIsSentBackToWork() {
        var done = ledgers.done(place, receipt);
        var back = ledgers.take(ledgers.countyClerk(place), done, new Act.Reopen("有 3 户没有通电"));

        assertThat(back.phase()).isEqualTo(Phase.STARTED);
        assertThat(back.times().done()).isNull();
    }
}
