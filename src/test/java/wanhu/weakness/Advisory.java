package wanhu.weakness;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * One weakness that somebody has published, in the form of OSV.
 *
 * @param aliases the same under other numbers
 * @param modified when its publisher last wrote to it
 */
record Advisory(
        String id,
        List<String> aliases,
        String summary,
        String severity,
        Instant modified,
        boolean withdrawn,
        List<Affected> affected) {

    /**
     * Reads one.
     *
     * @param name of the file, for whoever has to look at it
     * @throws Unusable when it has no number or no date
     */
    static Advisory of(JsonNode node, String name) {
        var id = Json.text(node, "id");
        if (!id.matches("[A-Za-z0-9._:-]{1,100}")) {
            throw new Unusable(name + " is no advisory in the form of OSV: it has no number.");
        }
        return new Advisory(
                id,
                node.path("aliases").values().stream()
                        .map(each -> Json.shown(each.stringValue("")))
                        .toList(),
                summary(node),
                severity(node),
                modified(node, name),
                node.hasNonNull("withdrawn"),
                node.path("affected").values().stream().flatMap(Advisory::affected).toList());
    }

    private static Stream<Affected> affected(JsonNode node) {
        return Affected.of(node).stream();
    }

    private static String summary(JsonNode node) {
        var summary = Json.text(node, "summary");
        return Json.shown(summary.isEmpty() ? Json.text(node, "details") : summary);
    }

    /** The word of the publisher, or else the vector of the first rating. */
    private static String severity(JsonNode node) {
        var word = Json.text(node.path("database_specific"), "severity");
        var said = word.isEmpty() ? Json.text(node.path("severity").path(0), "score") : word;
        return said.isEmpty() ? "severity not said" : Json.shown(said);
    }

    private static Instant modified(JsonNode node, String name) {
        try {
            return Instant.parse(Json.text(node, "modified"));
        } catch (DateTimeParseException none) {
            throw new Unusable(name + " is no advisory in the form of OSV: it has no date.");
        }
    }

    /** Its parts that speak of the component, if it has not been taken back. */
    List<Affected> about(Component component) {
        return withdrawn
                ? List.of()
                : affected.stream().filter(each -> each.hits(component)).toList();
    }

    /** All numbers of it, its own first. */
    Stream<String> numbers() {
        return Stream.concat(Stream.of(id), aliases.stream());
    }

    /** Of a component: which versions are weak. */
    record Affected(Ecosystem ecosystem, String name, List<String> versions, List<Range> ranges) {

        static Optional<Affected> of(JsonNode node) {
            var thing = node.path("package");
            return Ecosystem.of(Json.text(thing, "ecosystem"))
                    .map(ecosystem ->
                            new Affected(
                                    ecosystem,
                                    Json.text(thing, "name"),
                                    node.path("versions").values().stream()
                                            .map(each -> each.stringValue(""))
                                            .toList(),
                                    Range.all(node.path("ranges"), ecosystem)));
        }

        boolean names(Component component) {
            return ecosystem == component.ecosystem() && name.equals(component.name());
        }

        boolean hits(Component component) {
            var version = component.version();
            return names(component)
                    && (versions.stream().anyMatch(each -> same(each, version))
                            || ranges.stream().anyMatch(each -> each.holds(version)));
        }

        private boolean same(String one, String other) {
            return ecosystem.order().compare(one, other) == 0;
        }

        /** The versions above this one in which it is mended. */
        Stream<String> fixed(String version) {
            return ranges.stream().flatMap(each -> each.fixed(version));
        }
    }
}
