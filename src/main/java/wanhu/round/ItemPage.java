package wanhu.round;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.calendar.Lateness;
import wanhu.duty.DutyItem;
import wanhu.life.Matter;
import wanhu.matter.TimelineLine;
import wanhu.org.Level;
import wanhu.shell.Choice;
import wanhu.shell.Link;
import wanhu.shell.Screen;

/**
 * One item of a meeting, with all that is needed to decide on it.
 *
 * @param round the meeting; null when something urgent is decided without one
 * @param item its line on the list; null likewise
 * @param level at which it is decided
 * @param facts the matter and where it lies
 * @param tried what moved it or was told about it, newest first
 * @param duties items of the duty lists that cover it
 * @param units to which it could be dispatched
 * @param paired units that stand behind the village, proposed as helpers
 * @param way to the neighbours on the list
 * @param form what was typed
 * @param refused why it was refused
 */
record ItemPage(
        @Nullable Round round,
        @Nullable Item item,
        Level level,
        Facts facts,
        List<TimelineLine> tried,
        List<DutyItem> duties,
        List<Choice> units,
        List<Choice> paired,
        Way way,
        DecisionForm form,
        @Nullable Refused refused) {

    /** The matter as people read it. */
    record Facts(Matter matter, String place, String category, String holder, Lateness lateness) {}

    /**
     * Where the item stands among the others.
     *
     * @param action where the forms go
     * @param back the list
     * @param asks whether it is asked first that the matter is urgent indeed
     */
    record Way(
            String action,
            String back,
            @Nullable Link before,
            @Nullable Link after,
            int done,
            int total,
            boolean asks) {
        Way(
                String action,
                String back,
                @Nullable Link before,
                @Nullable Link after,
                int done,
                int total) {
            this(action, back, before, after, done, total, false);
        }

        Way asking() {
            return new Way(action, back, before, after, done, total, true);
        }
    }

    /** Whether a decision can be taken here now. */
    boolean open() {
        return item == null
                || (item.pending() && round != null && round.state() == RoundState.FROZEN);
    }

    /** Whether the level has others above it to which it can raise. */
    boolean raises() {
        return level != Level.COUNTY;
    }

    /** Whether the level has others below it to which it can give. */
    boolean gives() {
        return level != Level.VILLAGE;
    }

    String fault(Screen screen) {
        return Optional.ofNullable(refused)
                .map(no -> screen.t(no.word(), no.arguments().toArray()))
                .orElse("");
    }
}
