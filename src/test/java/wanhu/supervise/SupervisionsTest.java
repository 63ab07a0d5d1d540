package wanhu.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.promise.Ticks;

/** Orders of supervision: who gives them, how they end, what finds itself. */
@WanhuTest
class SupervisionsTest {
    @Autowired Offices offices;
    @Autowired Supervisions supervisions;
    @Autowired SupervisionLists lists;
    @Autowired Prompts prompts;
    @Autowired Chases reminders;
    @Autowired Matters matters;
    @Autowired Ticks ticks;
    @Autowired TestClock clock;

    private Offices.Place place;

    @BeforeEach
    void monday() {
        clock.set("2026-08-17T09:00");
        place = offices.place();
    }

    private void at(String time) {
        clock.set(time);
        ticks.run(place.county().county());
        ticks.run(place.county().county());
    }

    private List<Prompt> waiting(Actor actor) {
        return prompts.page(actor, "", Key.START).rows();
    }

    private Supervision take(Actor actor, UUID id, Act act) {
        return supervisions.take(actor, id, supervisions.get(actor, id).version(), act);
    }

    @Test
    void aTownshipOrdersTheVillageAnswersAndTheOrderIsStruckOff() {
        var matter = offices.told(place);
        var order = offices.ordered(offices.township(place), matter, "2026-08-20");

        take(offices.villager(place), order.id(), new Act.Reply("电工已到现场。"));
        var closed = take(offices.township(place), order.id(), new Act.Close("已打电话核实。"));

        assertThat(order.number()).endsWith("-DB2026-0001");
        assertThat(closed.state()).isEqualTo(Supervision.State.CLOSED);
        assertThat(supervisions.events(closed))
                .extracting(Event::act)
                .containsExactly("Close", "Reply", "Issue");
        assertThat(matters.timeline(offices.now(matter)))
                .last()
                .satisfies(line -> assertThat(line.note()).startsWith(order.number()));
    }

    @Test
    void theSameCommandGivesOneOrder() {
        var wish = Offices.wish(offices.told(place), "2026-08-20");

        var first = supervisions.issue(offices.township(place), wish);
        var again = supervisions.issue(offices.township(place), wish);

        assertThat(again.id()).isEqualTo(first.id());
    }

    @Test
    void onlyWhoStandsAboveTheUnitOrders() {
        var matter = offices.told(place);

        assertThatThrownBy(() -> offices.ordered(offices.villager(place), matter, "2026-08-20"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("supervise.refused.issue");
    }

    @Test
    void whatNobodySignedForIsPromptedOnceAndAnOrderAnswersThePrompt() {
        var matter = offices.told(place);
        at("2026-08-25T09:00");

        var found = waiting(offices.township(place));
        assertThat(found).extracting(Prompt::rule).containsExactly(Prompt.Rule.UNSIGNED);

        var wish = Offices.wish(matter, "2026-08-28");
        supervisions.issue(
                offices.township(place),
                new Wish(
                        wish.command(),
                        wish.matter(),
                        wish.ground(),
                        wish.demand(),
                        wish.until(),
                        false,
                        found.getFirst().id()));
        assertThat(waiting(offices.township(place))).isEmpty();
    }

    @Test
    void aPromptLapsesWhenTheUnitActs() {
        var matter = offices.told(place);
        at("2026-08-25T09:00");

        offices.take(Role.VILLAGE_CLERK, place.village(), matter, new Step.TakeOn(""));

        assertThat(waiting(offices.township(place))).isEmpty();
    }

    @Test
    void anOrderWithoutAnswerReachesTheLevelAboveWhichTakesItOver() {
        var order = offices.ordered(offices.township(place), offices.told(place), "2026-08-18");
        at("2026-08-19T00:00");
        assertThat(waiting(offices.office(place)))
                .extracting(Prompt::rule)
                .doesNotContain(Prompt.Rule.UNANSWERED);

        at("2026-08-22T00:01");
        assertThat(waiting(offices.office(place)))
                .extracting(Prompt::rule)
                .contains(Prompt.Rule.UNANSWERED);

        var until = LocalDate.parse("2026-08-24");
        var raised = take(offices.office(place), order.id(), new Act.Raise("县办接手。", until));
        assertThat(raised.rank()).isEqualTo(Rank.OFFICE);
        assertThatThrownBy(() -> take(offices.township(place), order.id(), new Act.Close("算了")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("supervise.refused.hand");
    }

    @Test
    void theClockOfAnOrderRemindsBeforeItsEnd() {
        var order = offices.ordered(offices.township(place), offices.told(place), "2026-08-20");
        at("2026-08-19T12:00");
        at("2026-08-20T12:00");

        assertThat(supervisions.events(order))
                .filteredOn(event -> event.act().equals("Chase"))
                .extracting(Event::text)
                .containsExactly("80 %", "50 %");
    }

    @Test
    void aListedOrderEndsOnlyWhenTheMatterIsSolved() {
        var matter = offices.told(place);
        var order = offices.ordered(offices.office(place), matter, "2026-08-20");
        take(offices.office(place), order.id(), new Act.Post("久拖不决。"));

        assertThatThrownBy(() -> take(offices.office(place), order.id(), new Act.Close("已核查。")))
                .hasMessageContaining("supervise.refused.unsolved");

        var answer = new Step.Reply(Reason.Result.SOLVED, "已通电。", "", "电话打不通。");
        offices.take(Role.VILLAGE_CLERK, place.village(), matter, new Step.TakeOn(""));
        offices.take(Role.VILLAGE_CLERK, place.village(), matter, answer);
        assertThat(take(offices.office(place), order.id(), new Act.Close("已核查。")).listed())
                .isFalse();
    }

    @Test
    void aTownshipDoesNotList() {
        var order = offices.ordered(offices.township(place), offices.told(place), "2026-08-20");

        assertThat(supervisions.allowed(offices.township(place), order))
                .contains("Close")
                .doesNotContain("Post");
    }

    @Test
    void whatWentToThreeUnitsIsAProblem() {
        var matter = offices.raised(place);
        matter = offices.dispatched(place, matter, place.power());
        matter =
                offices.take(
                        Role.DEPARTMENT_CLERK,
                        place.power(),
                        matter,
                        new Step.AskReturn("不归我们。", null));
        matter = offices.dispatched(place, matter, place.water());
        matter =
                offices.take(
                        Role.DEPARTMENT_CLERK,
                        place.water(),
                        matter,
                        new Step.AskReturn("不归我们。", null));
        offices.dispatched(place, matter, place.roads());

        assertThat(waiting(offices.office(place)))
                .filteredOn(prompt -> prompt.rule() == Prompt.Rule.PASSED)
                .singleElement()
                .satisfies(prompt -> assertThat(prompt.figure()).isEqualTo(3));
    }

    @Test
    void whoSeesNoNeedSaysWhy() {
        offices.told(place);
        at("2026-08-25T09:00");
        var found = waiting(offices.township(place)).getFirst();

        assertThatThrownBy(() -> prompts.dismiss(offices.township(place), found.id(), " "))
                .hasMessageContaining("supervise.refused.reason");
        prompts.dismiss(offices.township(place), found.id(), "已电话联系，明天办。");
        assertThat(waiting(offices.township(place))).isEmpty();
    }

    @Test
    void aUnitRemindsOnceADay() {
        var matter = offices.told(place);
        reminders.remind(offices.township(place), matter.number(), "请今天联系诉求人。");

        assertThatThrownBy(
                        () -> reminders.remind(offices.township(place), matter.number(), "再催一次。"))
                .hasMessageContaining("supervise.refused.today");
        clock.set("2026-08-18T09:00");
        reminders.remind(offices.township(place), matter.number(), "请联系。");
        assertThat(reminders.ofMatter(matter.county(), matter.id())).hasSize(2);
    }

    @Test
    void othersOrdersAreNotThere() {
        var matter = offices.told(place);
        var order = offices.ordered(offices.township(place), matter, "2026-08-20");
        var elsewhere = offices.place();
        var asked = new Filter(null, null, null, null, null, null);

        assertThatThrownBy(() -> supervisions.get(offices.office(elsewhere), order.id()))
                .hasMessageContaining("supervise.refused.missing");
        assertThat(lists.page(offices.office(elsewhere), asked).rows()).isEmpty();
        assertThat(lists.page(offices.villager(place), asked).rows())
                .extracting(Supervision::id)
                .containsExactly(order.id());
    }

    @Test
    void theSecondIsToldThatSomebodyWasFaster() {
        Matter matter = offices.told(place);
        var order = offices.ordered(offices.township(place), matter, "2026-08-20");
        take(offices.villager(place), order.id(), new Act.Reply("已到现场。"));

        assertThatThrownBy(() ->
                        supervisions.take(
                                offices.township(place),
                                order.id(),
                                order.version(),
                                new Act.Close("已核查。")))
                .hasMessageContaining("supervise.refused.stale");
    }
}
