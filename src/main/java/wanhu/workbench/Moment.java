package wanhu.workbench;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import wanhu.base.Zones;

/** How a moment stands in a file: as on the pages, Beijing time. */
final class Moment {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    private Moment() {}

    static String text(Instant at) {
        return FORMAT.format(at.atZone(Zones.CHINA));
    }
}
