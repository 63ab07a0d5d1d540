package wanhu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import wanhu.exchange.Going.Event;
import wanhu.exchange.Handover.State;

/**
 * The table of how a handover goes on, by itself and against another system that does as it likes.
 */
class GoingTest {
    private static final int LIVES = 20_000;

    private static List<State> nexts(State state) {
        return Arrays.stream(Event.values())
                .flatMap(event -> Going.next(state, event).stream())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUnderWayCanBeEndedHereAndEveryEndIsReached(State state) {
        var reached = EnumSet.of(State.WAITING);
        for (int turn = 0; turn < State.values().length; turn++) {
            List.copyOf(reached).forEach(each -> reached.addAll(nexts(each)));
        }

        assertThat(reached).contains(state);
        assertThat(Going.next(state, Event.END).isPresent()).isEqualTo(state.live());
    }

    @Test
    void whatIsAnsweredGivenBackOrTakenBackStaysSo() {
        for (State state : List.of(State.ANSWERED, State.RETURNED, State.TAKEN_BACK)) {
            assertThat(nexts(state)).isEmpty();
        }
    }

    @Test
    void onlyWhatWasAskedBackIsTakenBack() {
        for (State state : State.values()) {
            assertThat(Going.next(state, Event.LET_GO).isPresent())
                    .isEqualTo(state == State.ASKED_BACK);
        }
    }

    @Test
    void whatEndsHereWhileTheyMayHaveItIsAskedBackOrLeftToAPerson() {
        for (State state : State.values()) {
            assertThat(Going.next(state, Event.LEFT).isPresent())
                    .isEqualTo(state.live() && state != State.UNTOLD);
        }
        assertThat(Going.next(State.SENT, Event.ASK_BACK)).contains(State.ASKED_BACK);
        assertThat(Going.next(State.UNTOLD, Event.GOES_ON)).contains(State.SENT);
    }

    /** The other system: it works, answers, declines, or lets go, one of them and once. */
    private static final class Other {
        private Event end = Event.KEPT;
        private boolean has;

        Event asked() {
            if (has && end == Event.KEPT) {
                end = Event.LET_GO;
            }
            return end;
        }

        void finish(Random chance) {
            if (has && end == Event.KEPT) {
                end = chance.nextBoolean() ? Event.ANSWERED : Event.GAVE_BACK;
            }
        }
    }

    @Test
    void whateverComesLateOrTwiceBothSidesAgreeInTheEnd() {
        var ends = EnumSet.noneOf(State.class);
        for (int seed = 0; seed < LIVES; seed++) {
            var chance = new Random(seed);
            var other = new Other();
            var late = new ArrayList<Event>();
            var state = State.WAITING;
            for (int turn = 0; turn < 12; turn++) {
                state = turn(state, other, new Turn(chance, late));
            }
            while (state == State.WAITING || state == State.SENT || state == State.ASKED_BACK) {
                other.finish(chance);
                state = heard(state, other, new Turn(chance, late));
            }
            ends.add(state);
            agree(state, other);
        }
        assertThat(ends).contains(State.ANSWERED, State.RETURNED, State.TAKEN_BACK, State.ENDED);
    }

    private record Turn(Random chance, List<Event> late) {}

    private static State turn(State state, Other other, Turn turn) {
        return switch (turn.chance().nextInt(6)) {
            case 0 -> after(state, Event.ASK_BACK, other);
            case 1 -> turn.chance().nextInt(8) == 0 ? after(state, Event.END, other) : state;
            case 2 -> {
                other.finish(turn.chance());
                yield state;
            }
            case 3 -> turn.late().isEmpty() ? state : after(state, turn.late().getLast(), other);
            default -> heard(state, other, turn);
        };
    }

    /** Sends or asks, and hears of it now or later. */
    private static State heard(State state, Other other, Turn turn) {
        var event =
                switch (state) {
                    case WAITING -> Event.TAKEN;
                    case ASKED_BACK -> other.asked();
                    case SENT -> other.end == Event.LET_GO ? Event.GAVE_BACK : other.end;
                    case UNMAPPED,
                            REFUSED,
                            UNNUMBERED,
                            UNTOLD,
                            ANSWERED,
                            RETURNED,
                            TAKEN_BACK,
                            ENDED ->
                            Event.KEPT;
                };
        other.has |= event == Event.TAKEN;
        if (event != Event.KEPT && turn.chance().nextInt(4) == 0) {
            turn.late().add(event);
            return state;
        }
        return after(state, event, other);
    }

    private static State after(State state, Event event, Other other) {
        boolean known = other.has || event != Event.ASK_BACK;
        return known ? Going.next(state, event).orElse(state) : state;
    }

    private static void agree(State state, Other other) {
        switch (state) {
            case ANSWERED -> assertThat(other.end).isEqualTo(Event.ANSWERED);
            case RETURNED -> assertThat(other.end).isIn(Event.GAVE_BACK, Event.LET_GO);
            case TAKEN_BACK -> assertThat(other.end).isEqualTo(Event.LET_GO);
            case ENDED -> assertThat(other).isNotNull();
            case WAITING, UNMAPPED, REFUSED, UNNUMBERED, UNTOLD, SENT, ASKED_BACK ->
                    assertThat(state.live()).isFalse();
        }
    }
}
