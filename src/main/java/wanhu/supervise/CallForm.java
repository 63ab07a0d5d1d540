package wanhu.supervise;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Zones;

/** The call that somebody types; kept when it is refused. */
record CallForm(
        @Nullable UUID command,
        @Nullable String matter,
        @Nullable List<UUID> units,
        @Nullable String day,
        @Nullable String time,
        @Nullable String place,
        @Nullable String question) {

    CallWish read() {
        return new CallWish(
                command == null ? Ids.next() : command,
                IssueForm.text(matter),
                chosen(),
                meets(),
                IssueForm.text(place),
                IssueForm.text(question));
    }

    List<UUID> chosen() {
        return units == null ? List.of() : units.stream().filter(Objects::nonNull).toList();
    }

    private Instant meets() {
        try {
            var at = LocalTime.parse(IssueForm.text(time));
            return IssueForm.day(day).atTime(at).atZone(Zones.CHINA).toInstant();
        } catch (DateTimeException _) {
            throw new Refused(Kind.INVALID, "supervise.refused.date");
        }
    }
}
