package wanhu.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wanhu.base.Zones;

/** Reads times as people and programs write them: 2020-01-06 12:09:38, 2020/1/6 9:05, 2020年1月6日. */
final class FileTimes {
    private static final Pattern TIME =
            Pattern.compile(
                    "(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?"
                            + "(?:[T ]+(\\d{1,2})[:：](\\d{1,2})(?:[:：](\\d{1,2})(?:\\.\\d+)?)?)?");

    private FileTimes() {}

    /** The instant in China; now for an empty text, empty for one that is no time or not yet. */
    static Optional<Instant> read(String text, Instant now) {
        if (text.isEmpty()) {
            return Optional.of(now);
        }
        var match = TIME.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        try {
            var at =
                    LocalDateTime.of(
                            number(match.group(1)),
                            number(match.group(2)),
                            number(match.group(3)),
                            number(match.group(4)),
                            number(match.group(5)),
                            number(match.group(6)));
            return Optional.of(at.atZone(Zones.CHINA).toInstant())
                    .filter(each -> !each.isAfter(now));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }
}
