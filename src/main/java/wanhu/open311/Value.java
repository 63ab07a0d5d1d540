package wanhu.open311;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import wanhu.base.Zones;

/**
 * What an answer is made of, before it is XML or JSON: the standard maps one onto the other by the
 * Spark convention, an element with items becoming an array.
 */
sealed interface Value {
    /** A text; without one an empty element and a JSON null. */
    record Text(@Nullable String text) implements Value {}

    /** Yes or no. */
    record Flag(boolean set) implements Value {}

    /** A whole number. */
    record Count(long number) implements Value {}

    /**
     * Items of one sort.
     *
     * @param item name of the element of each in XML
     */
    record Items(String item, List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }

    /** Named fields in their order. */
    record Group(Map<String, Value> fields) implements Value {
        public Group {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }
    }

    /** Gathers the fields of a group. */
    static Fields fields() {
        return new Fields();
    }

    /** 2026-08-03T09:00:00+08:00. */
    static String w3c(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(Zones.CHINA).toOffsetDateTime());
    }

    /** Fields as they come. */
    final class Fields {
        private final Map<String, Value> fields = new LinkedHashMap<>();

        private Fields() {}

        /** One field more. */
        Fields with(String name, Value value) {
            fields.put(name, value);
            return this;
        }

        /** A text more; empty and missing are the same, as the standard says of arguments. */
        Fields text(String name, @Nullable String text) {
            return with(name, new Text(text == null || text.isEmpty() ? null : text));
        }

        /** A time more, as the W3C note writes it, in Beijing time. */
        Fields time(String name, @Nullable Instant at) {
            return text(name, at == null ? null : w3c(at));
        }

        /** All of them. */
        Group group() {
            return new Group(fields);
        }
    }
}
