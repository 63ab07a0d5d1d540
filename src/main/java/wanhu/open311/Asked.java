package wanhu.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import wanhu.matter.PublicSpans;
import wanhu.matter.PublicSpans.Between;

/**
 * What a program asks of a list (GeoReport v2, GET service requests, with the paging that is in
 * common use).
 *
 * @param categories codes; empty for all
 * @param open whether those that have not ended are wanted
 * @param closed whether those that have are
 * @param told when it was told
 * @param changed when it changed last
 * @param skip rows of the pages before
 */
record Asked(
        int county,
        List<String> categories,
        boolean open,
        boolean closed,
        Between told,
        Between changed,
        int skip,
        int limit) {
    /** Longest range, in days. */
    static final int RANGE_DAYS_MAX = 90;

    /** Most rows that the pages before may have, all together; their ids are read to be skipped. */
    static final int SKIPPED_ROWS_MAX = 20_000;

    private static final Duration RANGE = Duration.ofDays(RANGE_DAYS_MAX);

    /** A range ends with its last second or day, which belongs to it. */
    private static final Duration RANGE_MAX = RANGE.plusDays(1);

    Asked {
        categories = List.copyOf(categories);
    }

    /**
     * Reads the arguments.
     *
     * @throws Denied 400 for what is no time, no status, or a range that is too long
     */
    static Asked of(HttpServletRequest request, int county, Instant now) {
        var statuses = Arguments.list(request, "status");
        for (String each : statuses) {
            if (!List.of("open", "closed").contains(each.toLowerCase(Locale.ROOT))) {
                throw Denied.invalid("status", "open311.fault.status", Denied.shown(each));
            }
        }
        var changedFrom = Arguments.time(request, "updated_after");
        var changedUntil = Arguments.end(request, "updated_before");
        boolean changed = changedFrom != null || changedUntil != null;
        int size =
                Math.min(
                        Arguments.number(request, "page_size", PublicSpans.MATTERS_MAX),
                        PublicSpans.MATTERS_MAX);
        long skip = (Arguments.number(request, "page", 1) - 1L) * size;
        if (skip > SKIPPED_ROWS_MAX) {
            throw Denied.invalid("page", "open311.fault.page", SKIPPED_ROWS_MAX);
        }
        return new Asked(
                county,
                Arguments.list(request, "service_code"),
                has(statuses, "open"),
                has(statuses, "closed"),
                range(
                        Arguments.time(request, "start_date"),
                        Arguments.end(request, "end_date"),
                        changed ? Between.ALWAYS : new Between(now.minus(RANGE), Between.LAST)),
                changed ? range(changedFrom, changedUntil, Between.ALWAYS) : Between.ALWAYS,
                (int) skip,
                size);
    }

    private static boolean has(List<String> statuses, String status) {
        return statuses.isEmpty() || statuses.stream().anyMatch(status::equalsIgnoreCase);
    }

    /** Half a range is 90 days long. */
    private static Between range(
            @Nullable Instant from, @Nullable Instant until, Between otherwise) {
        if (from == null) {
            return until == null ? otherwise : new Between(until.minus(RANGE), until);
        }
        var end = until == null ? from.plus(RANGE) : until;
        if (end.isBefore(from) || Duration.between(from, end).compareTo(RANGE_MAX) > 0) {
            throw Denied.invalid("start_date, end_date", "open311.fault.range", RANGE_DAYS_MAX);
        }
        return new Between(from, end);
    }

    PublicSpans.Span span() {
        return new PublicSpans.Span(county, categories, told, changed, skip, limit);
    }
}
