package wanhu.supervise;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Days;

/** Place in the order of a list: an instant and an id. */
record Key(Instant at, UUID id) {
    static final Key START = new Key(Instant.EPOCH, new UUID(0, 0));

    /** Reads a key from an address; the beginning when it is none. */
    static Key of(@Nullable String text) {
        int cut = text == null ? -1 : text.indexOf('_');
        if (text == null || cut < 0) {
            return START;
        }
        try {
            return new Key(
                    Days.instant(text.substring(0, cut)), UUID.fromString(text.substring(cut + 1)));
        } catch (DateTimeException | IllegalArgumentException _) {
            return START;
        }
    }

    /** As it stands in an address. */
    String text() {
        return at + "_" + id;
    }
}
