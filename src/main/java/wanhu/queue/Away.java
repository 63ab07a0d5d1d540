package wanhu.queue;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How many were told to come later: where they are told so no page is made and nothing else counts
 * them.
 */
@Component
final class Away {
    private final LongSupplier nanos;
    private long minute;
    private long now;
    private long before;

    @Autowired
    Away() {
        this(System::nanoTime);
    }

    /** With a clock that only runs forward. */
    Away(LongSupplier nanos) {
        this.nanos = nanos;
        this.minute = minute();
    }

    private long minute() {
        return TimeUnit.NANOSECONDS.toMinutes(nanos.getAsLong());
    }

    /** One more. */
    synchronized void add() {
        turn();
        now++;
    }

    /** In this minute and in the last. */
    synchronized long lately() {
        turn();
        return now + before;
    }

    private void turn() {
        long current = minute();
        if (current != minute) {
            before = current == minute + 1 ? now : 0;
            now = 0;
            minute = current;
        }
    }
}
