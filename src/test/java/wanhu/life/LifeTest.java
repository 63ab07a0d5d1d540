package wanhu.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of steps is a life: everything is reached, nothing is stuck. */
class LifeTest {
    @Test
    void theTableHasNoDeadEndNoUnreachableStageAndNoDoubt() {
        assertThat(Life.faults(Life.TABLE)).isEmpty();
    }

    @Test
    void theCheckFindsAStageThatNothingReaches() {
        var without = new ArrayList<>(Life.TABLE);
        without.removeIf(edge -> edge.step() == Step.Park.class);

        assertThat(Life.faults(without)).containsExactly("no step reaches PARKED");
    }

    @Test
    void theCheckFindsAnOpenStageThatCanNotEnd() {
        var stuck =
                List.of(
                        Edge.when(Stage.REGISTERED)
                                .by(Hand.HOLDER)
                                .may(Step.Admit.class)
                                .to(Stage.ADMITTED)
                                .done());

        assertThat(Life.faults(stuck)).contains("no way from ADMITTED to an end");
    }

    @Test
    void everyStepButTheFirstHasAnEdge() {
        var withEdge = Life.TABLE.stream().map(Edge::step).toList();

        assertThat(withEdge).containsAll(stepsBut(Set.of(Step.Register.class)));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void noStepLeadsFromAnEndBackButRedoAndRating(Stage stage) {
        if (stage.open()) {
            return;
        }
        var leaving =
                Life.edgesFrom(stage).stream()
                        .filter(edge -> edge.to().stream().anyMatch(Stage::open))
                        .map(Edge::step)
                        .toList();

        assertThat(leaving).isSubsetOf(Step.Redo.class, Step.Rate.class);
    }

    @Test
    void aResidentMayWithdrawUntilItIsClosed() {
        var stages = EnumSet.allOf(Stage.class);
        stages.removeIf(stage -> Life.edge(stage, Step.Withdraw.class).isEmpty());

        assertThat(stages).allMatch(Stage::open).hasSize(12);
    }

    @SuppressWarnings("unchecked")
    private static List<Class<? extends Step>> stepsBut(Set<Class<? extends Step>> left) {
        var all = new ArrayList<Class<? extends Step>>();
        for (Class<?> group : Step.class.getPermittedSubclasses()) {
            for (Class<?> each : group.getPermittedSubclasses()) {
                all.add((Class<? extends Step>) each);
            }
        }
        all.removeAll(left);
        return all;
    }
}
