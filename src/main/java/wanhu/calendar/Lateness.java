package wanhu.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How late something is. The one function for lists, pages, exports, boards and the API, so that
 * all agree.
 */
public enum Lateness {
    /** There is no deadline. */
    NONE,
    /** In time. */
    NORMAL,
    /** 即将超期: the share of the time after which it is soon has run. */
    SOON,
    /** 超期: the time has run out. */
    OVERDUE,
    /** 计时暂停: the clock stands. */
    PAUSED,
    /** The clock was met and runs no more. */
    DONE;

    /**
     * How late it is now, while the clock runs. The due instant is exclusive: at that instant it is
     * overdue.
     *
     * @param due when the time runs out; null without a deadline
     * @param warn from when it is soon; null without a warning
     */
    public static Lateness of(@Nullable Instant due, @Nullable Instant warn, Instant now) {
        if (due == null) {
            return NONE;
        }
        if (!now.isBefore(due)) {
            return OVERDUE;
        }
        return warn != null && !now.isBefore(warn) ? SOON : NORMAL;
    }
}
