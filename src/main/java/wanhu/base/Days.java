package wanhu.base;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/**
 * Reads days and instants that somebody typed or that stand in an address. Java reads years of nine
 * digits, with which it can't reckon and which the database can't hold.
 */
public final class Days {
    private static final int YEAR_MIN = 1900;
    private static final int YEAR_MAX = 2999;

    private Days() {}

    /**
     * A day as ISO 8601 writes it, of the years 1900 to 2999.
     *
     * @throws DateTimeParseException when it is none
     */
    public static LocalDate read(String text) {
        var day = LocalDate.parse(text);
        if (day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX) {
            throw new DateTimeParseException("Expected a year of four digits", text, 0);
        }
        return day;
    }

    /**
     * An instant, likewise.
     *
     * @throws DateTimeParseException when it is none
     */
    public static Instant instant(String text) {
        var instant = Instant.parse(text);
        read(instant.toString().replaceFirst("T.*", ""));
        return instant;
    }
}
