package wanhu.matter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a search are wanted: so many after a mark, of a span.
 *
 * @param at time of the mark
 * @param id of the mark, for those of the same time
 */
record MatterSearchPage(Instant at, UUID id, int limit, Span span) {
    private static final UUID FIRST_ID = new UUID(0, 0);
    private static final UUID LAST_ID = new UUID(-1, -1);

    /** From one time, inclusive, to another, exclusive. */
    record Span(Instant since, Instant before) {
        static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
        static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");
    }

    /** After the mark, from the beginning where there is none. */
    static MatterSearchPage of(@Nullable MatterMark mark, int limit) {
        var ever = new Span(Span.FIRST, Span.LAST);
        return mark == null
                ? new MatterSearchPage(Span.LAST, LAST_ID, limit, ever)
                : new MatterSearchPage(mark.instant().orElse(Span.LAST), mark.id(), limit, ever);
    }

    /**
     * After the same mark, of a part. One bound and not two: an index is entered at the mark, and
     * would be walked from there to the end of the part.
     */
    MatterSearchPage part(Span part, int wanted) {
        return at.isBefore(part.before())
                ? new MatterSearchPage(at, id, wanted, part)
                : new MatterSearchPage(part.before(), FIRST_ID, wanted, part);
    }
}
