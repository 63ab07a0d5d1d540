package wanhu.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import wanhu.base.Days;

/**
 * Where the next piece of a list, newest first, goes on: below this row. The id tells apart what
 * was written in one moment.
 */
record Before(Instant at, UUID id) {
    private static final Before ALL =
            new Before(Instant.parse("2999-12-31T00:00:00Z"), new UUID(-1, -1));
    private static final String BETWEEN = "~";

    /** From the top where nothing, or nothing that we wrote, is given. */
    static Before read(String text) {
        var parts = text.split(BETWEEN, 2);
        try {
            return parts.length < 2
                    ? ALL
                    : new Before(Days.instant(parts[0]), UUID.fromString(parts[1]));
        } catch (DateTimeException | IllegalArgumentException _) {
            return ALL;
        }
    }

    /** As it stands in an address. */
    String text() {
        return at + BETWEEN + id;
    }
}
