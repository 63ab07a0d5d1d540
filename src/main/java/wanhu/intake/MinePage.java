package wanhu.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wanhu.calendar.Lateness;
import wanhu.life.Matter;
import wanhu.life.Stage;
import wanhu.promise.ClockKind;
import wanhu.shell.ProjectSource;
import wanhu.vault.Notice;

/**
 * Page on which somebody follows her matter.
 *
 * @param place name of the place from the township down
 * @param category its name
 * @param holder name of the unit that has it now
 * @param promise what ends next; null when nothing runs
 * @param lines what she was told, the newest first
 * @param projects livelihood projects that came out of it, as the public sees them
 * @param own her own words; of others' words nothing
 * @param window until when she may rate; null while the matter is not closed
 * @param notice what holds now for her data
 */
record MinePage(
        Followed.Follower follower,
        String place,
        String category,
        String holder,
        @Nullable Promise promise,
        List<Line> lines,
        List<ProjectSource.Line> projects,
        Own own,
        @Nullable Window window,
        Notice notice) {

    /**
     * The time in which she may rate.
     *
     * @param last the last day
     * @param over whether it has passed
     * @param rule from which it follows
     */
    record Window(LocalDate last, boolean over, String rule) {}

    /**
     * Her own words.
     *
     * @param author whether she was the first to tell this matter; then only she is asked for more
     * @param number under which she told it
     */
    record Own(boolean author, String number, String title, String body) {
        static final Own NOTHING = new Own(false, "", "", "");
    }

    /** What is promised next, by which rule. */
    record Promise(ClockKind clock, Instant due, Lateness lateness, String rule) {}

    /**
     * One thing that happened.
     *
     * @param seq its number in the timeline
     * @param by unit that acted; empty for a resident and the system
     * @param to unit that has it since; empty when that did not change
     * @param told what she was told
     */
    record Line(int seq, String step, Instant at, String by, String to, String told) {}

    Matter matter() {
        return follower.matter();
    }

    /** Code in groups of four. */
    String code() {
        return Codes.grouped(follower.code());
    }

    String href() {
        return "/m/" + follower.code();
    }

    /** Whether a phone is held of her, so that the code alone opens nothing. */
    boolean held() {
        return follower.requester().phone() != null;
    }

    /** Others who told the same. */
    int others() {
        return matter().tally().supporters() - 1;
    }

    /** Whether she is asked for more. */
    boolean asked() {
        return own.author() && matter().stage() == Stage.SUPPLEMENT;
    }

    /** What she is asked. */
    String question() {
        return lines.stream()
                .filter(line -> line.step().equals("AskSupplement"))
                .map(Line::told)
                .findFirst()
                .orElse("");
    }

    /** What she was last told; empty when nothing yet. */
    String told() {
        return lines.stream()
                .map(Line::told)
                .filter(told -> !told.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Whether she may take it back: while it is open, and nobody else stands behind it. */
    boolean withdrawable() {
        return matter().open() && others() == 0 && follower.how() != Admissions.How.HANDLER;
    }

    /** Whether there is a result that she has not rated. */
    boolean ratable() {
        return follower.how() != Admissions.How.HANDLER && waits();
    }

    /** Whether she would rate, had she come by herself. */
    boolean waitsForHerself() {
        return follower.how() == Admissions.How.HANDLER && waits();
    }

    private boolean waits() {
        return answered()
                && follower.requester().rating() == null
                && (window == null || !window.over());
    }

    /** Whether she has not rated and can't any more. */
    boolean ratingOver() {
        return answered()
                && follower.requester().rating() == null
                && window != null
                && window.over();
    }

    /** Whether the notice has changed since she was shown one, or she was shown none. */
    boolean noticeNew() {
        return follower.how() != Admissions.How.HANDLER
                && follower.requester().care().notice() < notice.number();
    }

    /** Whether there is an answer to read. */
    boolean answered() {
        return switch (matter().stage()) {
            case FOLLOW_UP, CLOSED, ARCHIVED -> true;
            case REGISTERED,
                    SUPPLEMENT,
                    ADMITTED,
                    DISPATCHED,
                    RETURN_ASKED,
                    IN_PROGRESS,
                    CONSULTING,
                    PLANNED,
                    PARKED,
                    ESCALATED,
                    REVIEW,
                    DECLINED,
                    REFERRED,
                    MERGED,
                    WITHDRAWN ->
                    false;
        };
    }

    /** What the page is called: her words, or what the public may read. */
    String title() {
        if (!own.title().isEmpty()) {
            return own.title();
        }
        var ending = matter().ending();
        return ending.published() ? ending.publicTitle() : place + " · " + category;
    }

    /** Whether it came to another matter, so that it was told under another number. */
    boolean merged() {
        return !follower.requester().firstMatter().equals(follower.requester().matter());
    }
}
