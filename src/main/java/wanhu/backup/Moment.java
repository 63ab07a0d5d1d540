package wanhu.backup;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import wanhu.base.CannotStart;
import wanhu.base.Zones;

/** Reads a moment as somebody at a console writes it. */
final class Moment {
    private Moment() {}

    /**
     * China's time unless it says another: {@code 2026-11-22 09:59} or {@code
     * 2026-11-22T01:59:00Z}.
     *
     * @throws CannotStart when it is none
     */
    static Instant read(String text) {
        var written = text.strip().replace(' ', 'T');
        try {
            return written.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                    ? OffsetDateTime.parse(written).toInstant()
                    : LocalDateTime.parse(written).atZone(Zones.CHINA).toInstant();
        } catch (DateTimeException wrong) {
            throw new CannotStart(
                    "Write the moment like '2026-11-22 09:59' or 2026-11-22T01:59:00Z.", wrong);
        }
    }
}
