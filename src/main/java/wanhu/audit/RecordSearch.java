package wanhu.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.base.Days;
import wanhu.base.RecordQuery;
import wanhu.base.Recorded;
import wanhu.base.SealedRows;

/** Finds acts and steps for auditors, as one list. */
@Component
class RecordSearch {
    private static final Comparator<Recorded> NEWEST =
            Comparator.comparing(Recorded::at)
                    .thenComparing(Recorded::id, Leaf::compare)
                    .reversed();

    private final List<SealedRows> tables;

    RecordSearch(List<SealedRows> tables) {
        this.tables = tables;
    }

    /** Rows of all tables, the newest first. */
    List<Recorded> list(RecordQuery query, int limit) {
        return tables.stream()
                .flatMap(table -> table.find(query, limit).stream())
                .sorted(NEWEST)
                .limit(limit)
                .toList();
    }

    /** Names of what can be done to matters: the steps. */
    List<String> steps() {
        return tables.stream()
                .filter(table -> table.letter() == SearchForm.STEPS_LETTER)
                .flatMap(table -> table.verbs().stream())
                .toList();
    }

    /** Where a piece of the list starts: after this row. */
    record After(Instant at, UUID id) {
        private static final UUID LAST = new UUID(-1, -1);

        /** As {@link #text} wrote it; anything else is the beginning. */
        static After of(String text, Instant until) {
            var parts = text.split("_", 2);
            try {
                return parts.length == 2
                        ? new After(Days.instant(parts[0]), UUID.fromString(parts[1]))
                        : new After(until, LAST);
            } catch (DateTimeParseException | IllegalArgumentException _) {
                return new After(until, LAST);
            }
        }

        static After of(Recorded row) {
            return new After(row.at(), row.id());
        }

        String text() {
            return at + "_" + id;
        }
    }
}
