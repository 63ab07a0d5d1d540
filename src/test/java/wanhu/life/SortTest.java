package wanhu.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static wanhu.life.Samples.*;

import org.junit.jupiter.api.Test;
import wanhu.base.Refused;
import wanhu.promise.ClockChange;
import wanhu.promise.ClockKind;

/** What sorting a matter anew makes of it (domain rules §3.1, §3.4). */
class SortTest {
    private static Step.Sort sort(Matter matter, Kind kind, String category) {
        var about = matter.about();
        return new Step.Sort(
                new Step.Topic(about.kind(), about.category()),
                new Step.Topic(kind, category),
                "与诉求人核实过",
                null);
    }

    private static Outcome sorted(Matter matter, Kind kind, String category) {
        return Decision.next(matter, sort(matter, kind, category), ground(matter));
    }

    @Test
    void aNewCategoryChangesNothingElse() {
        var outcome = sorted(reported(), Kind.HELP, "water");

        assertThat(outcome.matter().about().category()).isEqualTo("water");
        assertThat(outcome.matter().stage()).isEqualTo(Stage.REGISTERED);
        assertThat(outcome.clocks()).isEmpty();
    }

    @Test
    void anotherKindHasAnotherTimeToFinish() {
        var matter = after(reported(), new Step.TakeOn(""));

        assertThat(sorted(matter, Kind.SUGGESTION, "farm.power").clocks())
                .containsExactly(
                        new ClockChange.Retime(
                                ClockKind.FINISH,
                                limits().finish(Kind.HELP),
                                limits().finish(Kind.SUGGESTION)));
    }

    @Test
    void aReportOfWrongdoingIsSecretAndStaysSo() {
        var report = sorted(reported(), Kind.REPORT, "other").matter();

        assertThat(report.about().privacy())
                .isEqualTo(new Matter.Privacy(false, true, false, reported().about().placePath()));
        assertThat(sorted(report, Kind.COMPLAINT, "other").matter().about().privacy().secret())
                .isTrue();
    }

    @Test
    void whoSawAnOlderTopicIsTold() {
        var matter = sorted(reported(), Kind.HELP, "water").matter();
        var stale = sort(reported(), Kind.HELP, "road");

        assertThatThrownBy(() -> Decision.next(matter, stale, ground(matter)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("life.refused.sort-before");
    }

    @Test
    void onlyTheHolderAndTheDispatcherSort() {
        var matter = reported();

        assertThatThrownBy(() ->
                        Decision.next(
                                matter,
                                sort(matter, Kind.HELP, "water"),
                                ground(matter, NOW, Hand.WITNESS, Hand.ABOVE, Hand.REQUESTER)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("life.refused.hand");
    }
}
