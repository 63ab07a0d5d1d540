package wanhu.round;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wanhu.calendar.Lateness;
import wanhu.shell.Screen;

/**
 * A meeting as a list shows it.
 *
 * @param body name of the unit that meets
 * @param total items on its list, or matters that wait for it
 * @param done how many of them are decided
 * @param runs whether the reader runs it
 */
record Card(Round round, String body, int total, int done, boolean runs) {
    private static final Duration WARN = Duration.ofDays(2);

    String href() {
        return "/rounds/" + round.id();
    }

    /** Its name with the week or month: "村级民情碰头会 2026-W34". */
    String title(Screen screen) {
        var ordinal = round.ordinal() == 1 ? "" : " #" + round.ordinal();
        return round.name().in(screen.locale()) + " " + round.period() + ordinal;
    }

    /** How late the meeting is: soon in the last two days in which it can be held in time. */
    Lateness lateness(Instant now) {
        var due = round.due();
        if (round.over() || round.state() == RoundState.HELD) {
            return Lateness.DONE;
        }
        return Lateness.of(due, due == null ? null : due.minus(WARN), now);
    }

    String look() {
        return switch (round.state()) {
            case OPEN -> "plain";
            case FROZEN -> "act";
            case HELD -> "soon";
            case CLOSED -> "done";
            case MISSED -> "overdue";
            case EMPTY -> "quiet";
        };
    }
}

/**
 * The meetings of a post.
 *
 * @param urgent how many urgent matters wait for a word of this unit
 * @param running what it has before it, the first due first
 * @param prompts meetings below that were not held
 * @param back what meetings above have handed back lately
 * @param past past meetings
 * @param next where the next piece of them starts
 * @param below whether past meetings of units below are listed too
 * @param called kinds that this post may call
 */
record RoundsPage(
        int urgent,
        List<Card> running,
        List<PromptLine> prompts,
        List<BackLine> back,
        List<Card> past,
        @Nullable String next,
        boolean below,
        List<RoundKind> called) {

    /** A prompt with the name of the unit that did not meet. */
    record PromptLine(Prompt prompt, String body) {}

    /** What was handed back, with the name of the unit that met. */
    record BackLine(Item item, Item.Ruling ruling) {}
}
