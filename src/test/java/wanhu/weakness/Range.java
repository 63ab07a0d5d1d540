package wanhu.weakness;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Versions between events, as OSV evaluates them; sorted by version. */
record Range(Ecosystem ecosystem, List<Event> events) {
    /** At the same version what ends comes before what begins, but for the last that is weak. */
    enum Kind {
        FIXED,
        INTRODUCED,
        LAST_AFFECTED,
        LIMIT
    }

    /** Something that happened to the weakness with a version. */
    record Event(Kind kind, String version) {
        boolean ever() {
            return (kind == Kind.INTRODUCED && version.equals("0"))
                    || (kind == Kind.LIMIT && version.equals("*"));
        }
    }

    /** All that count versions; those that name commits say nothing of what was released. */
    static List<Range> all(JsonNode ranges, Ecosystem ecosystem) {
        return ranges.values().stream()
                .filter(each -> List.of("ECOSYSTEM", "SEMVER").contains(Json.text(each, "type")))
                .map(each -> of(each.path("events"), ecosystem))
                .toList();
    }

    private static Range of(JsonNode events, Ecosystem ecosystem) {
        var order =
                Comparator.comparing((Event event) -> !event.ever())
                        .thenComparing(Event::version, ecosystem.order())
                        .thenComparing(Event::kind);
        return new Range(
                ecosystem, events.values().stream().flatMap(Range::read).sorted(order).toList());
    }

    private static Stream<Event> read(JsonNode event) {
        return Stream.of(Kind.values())
                .map(kind ->
                        new Event(kind, Json.text(event, kind.name().toLowerCase(Locale.ROOT))))
                .filter(each -> !each.version().isEmpty());
    }

    boolean holds(String version) {
        boolean weak = false;
        for (var event : events) {
            int after = event.ever() ? 1 : ecosystem.order().compare(version, event.version());
            weak =
                    switch (event.kind()) {
                        case INTRODUCED -> weak || after >= 0;
                        case FIXED -> weak && after < 0;
                        case LAST_AFFECTED -> weak && after <= 0;
                        case LIMIT -> weak;
                    };
        }
        return weak && belowALimit(version);
    }

    private boolean belowALimit(String version) {
        var limits = events.stream().filter(each -> each.kind() == Kind.LIMIT).toList();
        return limits.isEmpty()
                || limits.stream().anyMatch(each -> each.ever() || before(version, each));
    }

    private boolean before(String version, Event event) {
        return ecosystem.order().compare(version, event.version()) < 0;
    }

    Stream<String> fixed(String version) {
        return events.stream()
                .filter(each -> each.kind() == Kind.FIXED && before(version, each))
                .map(Event::version);
    }
}
