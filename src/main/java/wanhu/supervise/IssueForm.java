package wanhu.supervise;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Days;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;

/** The order that somebody types; kept when it is refused. */
record IssueForm(
        @Nullable UUID command,
        @Nullable String matter,
        @Nullable Ground ground,
        @Nullable String demand,
        @Nullable String until,
        @Nullable Boolean listed,
        @Nullable UUID prompt) {

    Wish read() {
        var why = ground;
        if (why == null) {
            throw new Refused(Kind.INVALID, "supervise.refused.ground");
        }
        return new Wish(
                command == null ? Ids.next() : command,
                text(matter),
                why,
                text(demand),
                day(until),
                Boolean.TRUE.equals(listed),
                prompt);
    }

    static String text(@Nullable String typed) {
        return Objects.toString(typed, "").strip();
    }

    static LocalDate day(@Nullable String typed) {
        try {
            return Days.read(text(typed));
        } catch (DateTimeException _) {
            throw new Refused(Kind.INVALID, "supervise.refused.date");
        }
    }
}
