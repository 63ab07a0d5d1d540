package wanhu.weakness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** Weaknesses that somebody has looked at and lives with, each for a reason and until a day. */
final class Accepted {
    private static final int MONTHS_MAX = 12;

    private final Map<String, Reason> reasons = new TreeMap<>();
    private final LocalDate today;

    /**
     * Why, and the last day on which that counts.
     *
     * @param id of the advisory
     */
    record Reason(String id, LocalDate until, String text) {}

    private Accepted(LocalDate today) {
        this.today = today;
    }

    /**
     * Reads lines of the form {@code GHSA-… = 2027-01-31 why}.
     *
     * @throws Unusable when a line has no day, no reason, or holds for longer than a year
     */
    static Accepted read(Path file, LocalDate today) {
        var lines = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException | IllegalArgumentException broken) {
            throw new Unusable(file + " cannot be read.");
        }
        var all = new Accepted(today);
        lines.stringPropertyNames()
                .forEach(id -> all.reasons.put(id, all.reason(id, lines.getProperty(id))));
        return all;
    }

    private Reason reason(String id, String line) {
        var parts = line.strip().split("\\s+", 2);
        try {
            var until = LocalDate.parse(parts[0]);
            if (parts.length == 2 && !until.isAfter(today.plusMonths(MONTHS_MAX))) {
                return new Reason(id, until, parts[1]);
            }
        } catch (DateTimeParseException none) {
            // As without a reason.
        }
        throw new Unusable(
                "%s is accepted without a day of the next %d months and a reason: %s = YYYY-MM-DD why"
                        .formatted(id, MONTHS_MAX, id));
    }

    /** The reason given for it, whose day may be over. */
    Optional<Reason> of(Advisory advisory) {
        return advisory.numbers().filter(reasons::containsKey).map(reasons::get).findFirst();
    }

    boolean holds(Reason reason) {
        return !today.isAfter(reason.until());
    }

    /** Those that no finding needs. */
    List<Reason> idle(List<Advisory> found) {
        var needed = found.stream().flatMap(Advisory::numbers).toList();
        return reasons.values().stream().filter(each -> !needed.contains(each.id())).toList();
    }
}
