package wanhu.bulletin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What is asked of the list; empty where nothing is.
 *
 * @param kind name of a {@link Period.Kind}
 * @param unit id of a unit
 * @param month in which the period lies, wholly or in part
 * @param after end of the piece before
 */
record Asked(String kind, String unit, String month, String after) {
    private static final int WEEK_DAYS = 7;

    Asked(
            @Nullable String kind,
            @Nullable String unit,
            @Nullable String month,
            @Nullable String after) {
        this.kind = said(kind).toUpperCase(Locale.ROOT);
        this.unit = said(unit);
        this.month = said(month);
        this.after = said(after);
    }

    static String said(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    private Optional<YearMonth> asked() {
        try {
            return month.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(month));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    LocalDate first() {
        return asked().map(each -> each.atDay(1).minusDays(WEEK_DAYS - 1L))
                .orElse(LocalDate.of(2000, 1, 1));
    }

    LocalDate last() {
        return asked().map(YearMonth::atEndOfMonth).orElse(LocalDate.of(9999, 12, 31));
    }

    boolean narrows() {
        return !(kind + unit + month).isEmpty();
    }

    /** The address of the list with these filters, from its start. */
    String address() {
        return UriComponentsBuilder.fromPath(BulletinPages.PATH)
                .queryParam("kind", kind)
                .queryParam("unit", unit)
                .queryParam("month", month)
                .encode()
                .toUriString();
    }
}
