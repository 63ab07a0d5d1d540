package wanhu.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import wanhu.base.Days;
import wanhu.base.Zones;

/** Reads the arguments of a call. An empty one is the same as one that is missing. */
final class Arguments {
    private static final int DAY_CHARACTERS = 10;

    private Arguments() {}

    /** A text without blanks around it; empty when it is missing. */
    static String text(HttpServletRequest request, String name) {
        var value = request.getParameter(name);
        return value == null ? "" : value.strip().replace("\r\n", "\n");
    }

    /** A list, divided by commas or declared several times. */
    static List<String> list(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return Stream.ofNullable(values)
                .flatMap(Arrays::stream)
                .flatMap(each -> Arrays.stream(each.split(",", -1)))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .distinct()
                .toList();
    }

    /** Whether somebody says yes. */
    static boolean yes(HttpServletRequest request, String name) {
        return "true".equalsIgnoreCase(text(request, name));
    }

    /**
     * A time in the form of the W3C note, with its zone; a day alone begins in Beijing.
     *
     * @return null when it is missing
     * @throws Denied 400 for anything else
     */
    static @Nullable Instant time(HttpServletRequest request, String name) {
        var text = text(request, name);
        try {
            return text.isEmpty() ? null : instant(text);
        } catch (DateTimeParseException _) {
            throw Denied.invalid(name, "open311.fault.time", Denied.shown(text));
        }
    }

    /**
     * A time with its zone, or a day alone. In an address the plus of a zone that nobody encoded
     * has become a blank.
     *
     * @throws DateTimeParseException for anything else
     */
    static Instant instant(String text) {
        return text.length() == DAY_CHARACTERS
                ? Zones.startOf(Days.read(text))
                : Days.instant(text.replace(' ', '+'));
    }

    /**
     * The end of a range that is still in it, as the first instant after it: the next second, or
     * for a day alone the next day.
     */
    static @Nullable Instant end(HttpServletRequest request, String name) {
        var last = time(request, name);
        boolean day = text(request, name).length() == DAY_CHARACTERS;
        return last == null ? null : last.plus(day ? Duration.ofDays(1) : Duration.ofSeconds(1));
    }

    /**
     * A number from 1 on.
     *
     * @param otherwise when it is missing
     * @throws Denied 400 for anything else
     */
    static int number(HttpServletRequest request, String name, int otherwise) {
        var text = text(request, name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[1-9]\\d{0,6}")) {
            throw Denied.invalid(name, "open311.fault.number", Denied.shown(text));
        }
        return Integer.parseInt(text);
    }
}
