package wanhu.exchange;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another system to which matters are handed over.
 *
 * @param address what its routes begin with, up to {@code /api/v1}
 * @param language what it speaks
 * @param mapping the newest version of what our codes are called there
 * @param caller id of the token with which they hand matters to us; null when they hand over none
 * @param rest until when nothing is sent there, because it did not answer
 */
record Partner(
        int county,
        UUID id,
        String name,
        String address,
        Language language,
        boolean active,
        Mapping mapping,
        @Nullable UUID caller,
        Instant rest,
        String changedBy) {
    /** What another system speaks. */
    enum Language {
        /** Our own API: docs/exchange.md. */
        WANHU,
        /** Open311 GeoReport v2. */
        GEOREPORT;

        /** Whether one can ask for something back. */
        boolean givesBack() {
            return this == WANHU;
        }
    }

    /** Name under which its token is sealed. */
    static final String TOKEN = "exchange.partner.token";
}
