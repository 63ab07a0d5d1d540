package wanhu.life;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import wanhu.promise.ClockKind;

/**
 * One allowed step: from where, to where, by whom, and what it does to the clocks.
 *
 * @param step the step
 * @param from the stages in which it may be taken
 * @param to where it leads, the usual first; empty when the stage stays
 * @param hands who may take it
 * @param stops clocks that end
 * @param pauses clocks that are suspended
 * @param resumes clocks that run on
 */
record Edge(
        Class<? extends Step> step,
        Set<Stage> from,
        List<Stage> to,
        Set<Hand> hands,
        Set<ClockKind> stops,
        Set<ClockKind> pauses,
        Set<ClockKind> resumes) {

    /** Whether the step may be taken in the stage. */
    boolean leaves(Stage stage) {
        return from.contains(stage);
    }

    static Draft when(Stage first, Stage... others) {
        return new Draft(EnumSet.of(first, others));
    }

    static Draft when(Set<Stage> stages) {
        return new Draft(EnumSet.copyOf(stages));
    }

    /** An edge that is still being written down: reads like a line of a table. */
    static final class Draft {
        private final Set<Stage> from;
        private @Nullable Class<? extends Step> step;
        private List<Stage> to = List.of();
        private Set<Hand> hands = EnumSet.noneOf(Hand.class);
        private final Set<ClockKind> stops = EnumSet.noneOf(ClockKind.class);
        private final Set<ClockKind> pauses = EnumSet.noneOf(ClockKind.class);

        private Draft(Set<Stage> from) {
            this.from = from;
        }

        Draft by(Hand first, Hand... others) {
            hands = EnumSet.of(first, others);
            return this;
        }

        Draft may(Class<? extends Step> taken) {
            step = taken;
            return this;
        }

        Draft to(Stage... stages) {
            to = List.of(stages);
            return this;
        }

        Draft stops(ClockKind first, ClockKind... others) {
            stops.addAll(EnumSet.of(first, others));
            return this;
        }

        Draft stopsAll() {
            stops.addAll(EnumSet.allOf(ClockKind.class));
            return this;
        }

        Draft pauses(ClockKind first, ClockKind... others) {
            pauses.addAll(EnumSet.of(first, others));
            return this;
        }

        Edge resumes(ClockKind first, ClockKind... others) {
            return edge(EnumSet.of(first, others));
        }

        Edge done() {
            return edge(EnumSet.noneOf(ClockKind.class));
        }

        private Edge edge(Set<ClockKind> resumes) {
            return new Edge(requireNonNull(step), from, to, hands, stops, pauses, resumes);
        }
    }
}
