package wanhu.matter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.calendar.Lateness;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Stage;
import wanhu.org.Level;
import wanhu.promise.ClockKind;

/**
 * A matter as a line of a list; nothing in it tells who asked.
 *
 * @param due when the next promise ends; of a part the end of its own time
 * @param clock which promise; null when none runs
 */
public record MatterLine(
        UUID id,
        String number,
        int version,
        String title,
        Kind kind,
        String category,
        Channel channel,
        Stage stage,
        UUID place,
        UUID holder,
        Level holderLevel,
        boolean urgent,
        boolean danger,
        boolean unhappy,
        int redos,
        int passes,
        int supporters,
        Instant reported,
        Instant changed,
        @Nullable Instant solved,
        @Nullable Instant due,
        @Nullable Instant warn,
        @Nullable ClockKind clock) {

    /** How late it is now; the same for lists, pages and exports. */
    public Lateness lateness(Instant now) {
        return stage.open() ? Lateness.of(due, warn, now) : Lateness.DONE;
    }
}
