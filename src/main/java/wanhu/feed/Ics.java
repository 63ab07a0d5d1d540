package wanhu.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Writes a calendar (RFC 5545): lines of at most 75 octets, folded between characters, texts
 * escaped, times in UTC, which need no table of zones.
 */
final class Ics {
    private static final int LINE_OCTETS_MAX = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);

    private final StringBuilder text = new StringBuilder();
    private final Instant stamp;

    /** Begins a calendar. */
    Ics(String name, Instant stamp) {
        this.stamp = stamp;
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//Wanhu//Calendar//ZH");
        line("CALSCALE", "GREGORIAN");
        line("METHOD", "PUBLISH");
        line("NAME", escaped(name));
        line("X-WR-CALNAME", escaped(name));
        line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
    }

    /**
     * An event.
     *
     * @param uid the same for the same thing for ever
     * @param sequence grows with each change
     * @param when an instant, or a whole day
     * @param cancelled whether it will not be
     */
    record Event(
            String uid,
            int sequence,
            When when,
            String summary,
            @Nullable String url,
            boolean cancelled) {}

    /** When it is. */
    sealed interface When {}

    /** Ends at an instant. */
    record At(Instant end) implements When {}

    /** Lasts a whole day. */
    record On(LocalDate day) implements When {}

    Ics event(Event event) {
        line("BEGIN", "VEVENT");
        line("UID", event.uid());
        line("DTSTAMP", UTC.format(stamp));
        line("SEQUENCE", Integer.toString(event.sequence()));
        switch (event.when()) {
            case At(var end) -> {
                line("DTSTART", UTC.format(end));
                line("DURATION", "PT0S");
            }
            case On(var day) -> {
                line("DTSTART;VALUE=DATE", DAY.format(day));
                line("DTEND;VALUE=DATE", DAY.format(day.plusDays(1)));
            }
        }
        line("SUMMARY", escaped(event.summary()));
        if (event.url() != null) {
            line("URL", event.url());
        }
        line("STATUS", event.cancelled() ? "CANCELLED" : "CONFIRMED");
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
        return this;
    }

    /** The whole calendar. */
    String end() {
        line("END", "VCALENDAR");
        return text.toString();
    }

    private void line(String name, String value) {
        int octets = 0;
        var line = name + ":" + value;
        for (int at = 0; at < line.length(); ) {
            int sign = line.codePointAt(at);
            var piece = Character.toString(sign);
            int size = piece.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE_OCTETS_MAX) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(piece);
            octets += size;
            at += Character.charCount(sign);
        }
        text.append("\r\n");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n");
    }
}
