package wanhu.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Fen;
import wanhu.base.Role;
import wanhu.calendar.Term;
import wanhu.life.By;
import wanhu.life.Hold;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Taking;
import wanhu.org.Level;
import wanhu.org.Unit;

/** No step brings a report of wrongdoing to the accused, or who told it into the open. */
@WanhuTest
class AccusedRulesTest {
    @Autowired Staff staff;
    @Autowired Accusation told;
    @Autowired Matters matters;

    @Test
    void itNeverGoesToTheAccusedOrBelow() {
        var id = told.report(Kind.REPORT, "派给本村的举报", null);
        var clerk = staff.actor(Role.TOWNSHIP_CLERK, told.township);
        take(clerk, id, new Step.Admit(null));
        var term = Term.parse("3wd");
        var part = new Step.CoHandler(told.grid.id(), told.grid.path(), term);
        var neighbour = hold(told.neighbour);

        refused(
                () ->
                        take(
                                clerk,
                                id,
                                new Step.Dispatch(hold(told.village), List.of(), null, null, "")),
                "matter.refused.complained-of");
        refused(
                () -> take(clerk, id, new Step.Dispatch(neighbour, List.of(part), null, null, "")),
                "matter.refused.complained-of");
        take(clerk, id, new Step.TakeOn(""));
        refused(
                () -> take(clerk, id, new Step.Consult("", List.of(part))),
                "matter.refused.complained-of");
    }

    @Test
    void itIsNotHandedBackToTheAccused() {
        var id = told.report(Kind.REPORT, "交回本镇的举报", told.township);
        var clerk = staff.actor(Role.COUNTY_CLERK, told.county);
        take(clerk, id, new Step.TakeOn(""));

        refused(
                () -> take(clerk, id, new Step.HandBack("请办理", Fen.ZERO, "")),
                "matter.refused.complained-of");
    }

    @Test
    void theCountyItselfIsNotComplainedOfHere() {
        refused(
                () -> told.report(Kind.REPORT, "举报旗里", told.county),
                "matter.refused.complained-county");
    }

    @Test
    void whatMayBeAboutTheHolderIsNotSortedByIt() {
        var id = told.report(Kind.COMPLAINT, "其实是举报", null);
        var matter = matters.get(Accusation.COUNTY, id);
        var sort =
                new Step.Sort(
                        new Step.Topic(Kind.COMPLAINT, "farm"),
                        new Step.Topic(Kind.REPORT, "farm"),
                        "是举报",
                        null);
        assertThat(matter.parties().holder().unit()).isEqualTo(told.village.id());

        refused(
                () -> take(staff.actor(Role.VILLAGE_CLERK, told.village), id, sort),
                "matter.refused.complained-holder");
    }

    @Test
    void whoAskedForSecrecyIsNotCarriedToWhereThereIsNone() {
        var from = told.report(Kind.REPORT, "并入别处的举报", null);
        var into = matters.get(Accusation.COUNTY, told.report(Kind.COMPLAINT, "公开的投诉", null));
        var clerk = staff.actor(Role.TOWNSHIP_CLERK, told.township);

        refused(
                () -> take(clerk, from, new Step.Merge(into.id(), into.number())),
                "matter.refused.merge-secret");
    }

    private Hold hold(Unit unit) {
        return new Hold(unit.id(), unit.path(), Level.VILLAGE);
    }

    private Matter take(Actor actor, UUID id, Step step) {
        return matters.take(
                new By.Staff(actor), Taking.of(matters.get(Accusation.COUNTY, id), step));
    }

    private static void refused(ThrowingCallable act, String word) {
        assertThatThrownBy(act).hasMessageContaining(word);
    }
}
