package wanhu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tables for people and a file for programs, with date and machine. */
final class Report {
    private static final DateTimeFormatter FILE = DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm");

    /** A line of a table: the figure, what it is called, by what it is divided, digits. */
    record Line(String figure, String label, double unit, int digits) {}

    private static final List<Line> LIFE =
            List.of(
                    new Line("wal_bytes", "WAL, kB of records", 1000, 2),
                    new Line("wal_page_image_bytes", "WAL, kB of page images besides", 1000, 1),
                    new Line("wal_records", "WAL records", 1, 0),
                    new Line("rows_inserted", "rows inserted", 1, 1),
                    new Line("rows_updated", "rows updated, with their index entries", 1, 1),
                    new Line("rows_updated_hot", "rows updated in place (HOT)", 1, 1),
                    new Line("rows_deleted", "rows deleted", 1, 1),
                    new Line("index_entries", "index entries written", 1, 0),
                    new Line("commits", "commits", 1, 1),
                    new Line("pg_cpu_ms", "PostgreSQL CPU, ms", 1, 2),
                    new Line("jvm_cpu_ms", "JVM CPU, ms", 1, 2),
                    new Line("allocated", "Java memory allocated, kB", 1000, 0),
                    new Line("disk_bytes", "disk, kB more", 1000, 1),
                    new Line("lives_a_second", "lives a second", 1, 1),
                    new Line("p50_ms", "a whole life, p50 ms", 1, 1),
                    new Line("p99_ms", "a whole life, p99 ms", 1, 1));

    private static final List<Line> LISTS =
            List.of(
                    new Line("rows", "rows", 1, 0),
                    new Line("pg_cpu_ms", "PostgreSQL CPU, ms", 1, 2),
                    new Line("jvm_cpu_ms", "JVM CPU, ms", 1, 2),
                    new Line("allocated", "Java memory allocated, kB", 1000, 0),
                    new Line("p50_ms", "p50 ms", 1, 2),
                    new Line("p99_ms", "p99 ms", 1, 2));

    private final Field field;
    private final Map<String, String> machine;
    private final List<Figures> all = new ArrayList<>();
    private final StringBuilder tables = new StringBuilder();
    private final LocalDateTime begun = LocalDateTime.now(ZoneOffset.UTC);

    Report(Field field, Meter meter) {
        this.field = field;
        this.machine = machine(meter);
        var head = new StringBuilder("Measured on " + begun.toLocalDate() + ": ");
        head.append(String.join(", ", machine.values())).append(".\n");
        print(head.toString());
    }

    private static Map<String, String> machine(Meter meter) {
        var machine = new LinkedHashMap<String, String>();
        machine.put("processors", Runtime.getRuntime().availableProcessors() + " processors");
        machine.put("model", first("/proc/cpuinfo", "model name"));
        machine.put("memory", first("/proc/meminfo", "MemTotal") + " memory");
        machine.put("java", "Java " + Runtime.version());
        machine.put("postgresql", "PostgreSQL " + meter.text("show server_version"));
        for (var name : List.of("fsync", "synchronous_commit", "full_page_writes", "wal_level")) {
            machine.put(name, name + " " + meter.text("show " + name));
        }
        machine.put("checksums", "data_checksums " + meter.text("show data_checksums"));
        return machine;
    }

    private static String first(String file, String name) {
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown " + name);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    void starts(Map<String, Double> seconds) {
        var line = new StringBuilder("Ready, with tables made, after:");
        seconds.forEach((side, took) -> line.append(" %s %.1f s;".formatted(side, took)));
        print(line + "\n");
    }

    void life(Figures figures) {
        all.add(figures);
        table(figures, LIFE, "a life of seven durable steps");
        var sides = figures.sides();
        print(
                "Clients: %d. Slots: %s. Lives: %s. Errors: %s. Read back: %s. CPU of others: %s.\n"
                        .formatted(
                                field.options().clients(),
                                each(sides, side -> Integer.toString(figures.slots().get(side).size())),
                                each(sides, side -> "%.0f".formatted(figures.sum(side, "lives"))),
                                each(sides, side -> "%.0f".formatted(figures.sum(side, "errors"))),
                                each(sides, side -> "%.0f".formatted(figures.sum(side, "read_back"))),
                                each(
                                        sides,
                                        side ->
                                                "%.0f %%"
                                                        .formatted(
                                                                figures.median(
                                                                        side, "foreign_cpu_percent")))));
        if (!figures.when().contains("cold")) {
            targets(figures);
        }
    }

    void http(Figures figures) {
        all.add(figures);
        table(figures, LIFE, "a life of seven durable steps");
        print(
                "CPU of the browsers, ms a life: %.1f. Lives: %s. Errors: %s.\n"
                        .formatted(
                                figures.sum("Wanhu over HTTP", "browser_cpu_ms")
                                        / figures.sum("Wanhu over HTTP", "lives"),
                                each(figures.sides(), side -> "%.0f".formatted(figures.sum(side, "lives"))),
                                each(figures.sides(), side -> "%.0f".formatted(figures.sum(side, "errors")))));
    }

    void where(Map<String, Double> bytes) {
        var text = new StringBuilder("Bytes of Wanhu's records a life, by table and index:");
        bytes.forEach((relation, each) -> text.append(" %s %,.0f;".formatted(relation, each)));
        print(text + "\n");
    }

    void lists(Figures figures) {
        all.add(figures);
        table(figures, LISTS, "one list of 50 rows");
    }

    /** What one time of many costs, and what it should cost at most. */
    void each(Figures figures, String of, List<Target> targets) {
        alone(figures, LISTS, of, targets);
    }

    /** What the product did alone. */
    void alone(Figures figures, List<Line> lines, String of, List<Target> targets) {
        all.add(figures);
        table(figures, lines, of);
        double foreign =
                figures.sides().stream()
                        .mapToDouble(side -> figures.median(side, "foreign_cpu_percent"))
                        .max()
                        .orElse(0);
        print(Target.lines(figures, targets) + "\nCPU of others: %.0f %%.\n".formatted(foreign));
    }

    /** Which statements took most of a part. */
    void dearest(String part, String table) {
        print("#### " + part + ": what PostgreSQL did most\n\n" + table);
    }

    private static String each(List<String> sides, java.util.function.Function<String, String> figure) {
        return String.join(" / ", sides.stream().map(figure).toList());
    }

    private void table(Figures figures, List<Line> lines, String of) {
        var sides = figures.sides();
        var text = new StringBuilder("\n### " + figures.when() + "\n\n| " + of);
        sides.forEach(side -> text.append(" | ").append(side));
        text.append(" |\n|---").append("|--:".repeat(sides.size())).append("|\n");
        for (var line : lines) {
            if (sides.stream().allMatch(side -> Double.isNaN(figures.median(side, line.figure())))) {
                continue;
            }
            text.append("| ").append(line.label());
            for (var side : sides) {
                text.append(" | ").append(cell(figures, line, side));
            }
            text.append(" |\n");
        }
        print(text.toString());
    }

    /** The middle slot, and how many times that of the product, or of the floor for the product. */
    private static String cell(Figures figures, Line line, String side) {
        double value = figures.median(side, line.figure());
        var said = ("%,." + line.digits() + "f").formatted(value / line.unit());
        var against = side.equals("Wanhu") ? "floor" : "Wanhu";
        double other = figures.median(against, line.figure());
        return side.equals("floor") || !(other > 0) || Double.isNaN(value) || line.figure().equals("rows")
                ? said
                : "%s (%s× %s)".formatted(said, ratio(value / other), against);
    }

    private static String ratio(double value) {
        return (value >= 10 ? "%.0f" : value >= 1 ? "%.1f" : "%.2f").formatted(value);
    }

    /** What design.md §13 wants of a life. */
    private void targets(Figures figures) {
        var text = new StringBuilder();
        target(text, figures, "wal_bytes", "floor", 2, false);
        target(text, figures, "pg_cpu_ms", "floor", 3, false);
        double jvm = figures.median("Wanhu", "jvm_cpu_ms");
        text.append("- JVM CPU ≤ 4 ms: %.2f, %s\n".formatted(jvm, jvm <= 4 ? "met" : "MISSED"));
        for (var side : figures.sides().subList(2, figures.sides().size())) {
            target(text, figures, "wal_bytes", side, 10, true);
            target(text, figures, "pg_cpu_ms", side, 6, true);
            target(text, figures, "jvm_cpu_ms", side, 8, true);
            target(text, figures, "disk_bytes", side, 4, true);
        }
        print(text.toString());
    }

    private static void target(
            StringBuilder text, Figures figures, String figure, String side, double times, boolean less) {
        double ratio = figures.median("Wanhu", figure) / figures.median(side, figure);
        double seen = less ? 1 / ratio : ratio;
        boolean met = less ? seen >= times : seen <= times;
        text.append(
                "- %s %s: %s, %s\n"
                        .formatted(
                                figure,
                                less
                                        ? "≥ %.0f× less than %s".formatted(times, side)
                                        : "≤ %.1f× the %s".formatted(times, side),
                                ratio(seen) + "×",
                                met ? "met" : "MISSED"));
    }

    private void print(String text) {
        System.out.println(text);
        tables.append(text).append('\n');
    }

    /** Writes both files beside the build. */
    void write() {
        var results = field.folder().resolve("results");
        var name = begun.format(FILE) + "-" + String.join("-", field.options().parts());
        try {
            Files.createDirectories(results);
            Files.writeString(results.resolve(name + ".md"), tables);
            Files.writeString(results.resolve(name + ".json"), json());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        System.out.println("Written: " + results.resolve(name + ".md") + " and .json");
    }

    private String json() {
        var text = new StringBuilder("{\"begun\": \"" + begun + "Z\", \"ended\": \"" + Instant.now() + "\",\n");
        text.append(" \"options\": ").append(quoted(field.options().toString())).append(",\n \"machine\": {");
        machine.forEach((name, value) -> text.append("%s: %s, ".formatted(quoted(name), quoted(value))));
        cut(text, 2).append("},\n \"measured\": [");
        for (var figures : all) {
            text.append("\n  {\"part\": %s, \"when\": %s, \"sides\": {".formatted(quoted(figures.part()), quoted(figures.when())));
            figures.slots().forEach((side, slots) -> {
                text.append("\n   ").append(quoted(side)).append(": [");
                slots.forEach(slot -> text.append("\n    ").append(object(slot)).append(','));
                cut(text, 1).append("],");
            });
            cut(text, 1).append("}},");
        }
        return cut(text, 1).append("]}\n").toString();
    }

    private static String object(Map<String, Double> slot) {
        var text = new StringBuilder("{");
        slot.forEach((name, value) -> text.append(String.format(Locale.ROOT, "\"%s\": %.4f, ", name, value)));
        return cut(text, 2).append("}").toString();
    }

    private static StringBuilder cut(StringBuilder text, int signs) {
        text.setLength(text.length() - signs);
        return text;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
