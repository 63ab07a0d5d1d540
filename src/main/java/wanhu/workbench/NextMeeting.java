package wanhu.workbench;

import java.time.Instant;
import java.util.Optional;
import wanhu.base.Actor;
import wanhu.base.Word;

/** What the start page says of the next meeting; the room of the meetings is the bean. */
public interface NextMeeting {
    /** The next meeting in which the post takes part; empty when there is none. */
    Optional<Meeting> next(Actor actor);

    /**
     * A meeting.
     *
     * @param title what it is called
     * @param until when it must have been held, or begins
     * @param items how many items its list has
     * @param href its page
     */
    record Meeting(Word title, Instant until, int items, String href) {}
}
