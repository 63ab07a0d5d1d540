package wanhu.shell;

import java.time.Duration;

/**
 * A length of time as one says it: whole days, else whole hours, else minutes.
 *
 * @param amount how many
 * @param word key of the unit's word
 */
record Span(long amount, String word) {
    /** The largest unit of which there is at least one; never less than a minute. */
    static Span of(Duration length) {
        if (length.toDays() > 0) {
            return new Span(length.toDays(), "shell.span.days");
        }
        return length.toHours() > 0
                ? new Span(length.toHours(), "shell.span.hours")
                : new Span(Math.max(1, length.toMinutes()), "shell.span.minutes");
    }

    String text(Screen screen) {
        return screen.t(word, amount);
    }
}
