package wanhu.bench;

import java.util.List;

/** Large files through the doors that take them: units of a country, reports of another system. */
final class ImportPart {
    /** As many counties as give the country's 620,573 villages with all above them. */
    private static final int COUNTRY = 3_100;

    private static final int COUNTRY_QUICK = 100;
    private static final int REPORTS = 135_273;
    private static final int REPORTS_QUICK = 5_000;

    /** Design, section 13: a country of villages in a minute. */
    private static final double UNITS_A_MINUTE = 620_573;

    private static final double SECONDS = 60;

    private static final List<Report.Line> LINES =
            List.of(
                    new Report.Line("rows", "rows", 1, 0),
                    new Report.Line("check_seconds", "judged, s", 1, 2),
                    new Report.Line("load_seconds", "written, s", 1, 2),
                    new Report.Line("rows_a_second", "rows a second, both", 1, 0),
                    new Report.Line("pg_cpu_ms", "PostgreSQL CPU, ms", 1, 0),
                    new Report.Line("cpu_ms", "JVM CPU, ms", 1, 0),
                    new Report.Line("heap_mb", "Java heap at most, garbage included, MB", 1, 0),
                    new Report.Line("wal_bytes", "WAL, MB of records", 1e6, 1));

    private final Field field;
    private final Probe probe;
    private final Report report;

    ImportPart(Field field, Probe probe, Report report) {
        this.field = field;
        this.probe = probe;
        this.report = report;
    }

    void run() {
        boolean quick = field.options().quick();
        var units = figures("units of a country, CSV", "import-units " + (quick ? COUNTRY_QUICK : COUNTRY));
        report.alone(
                units,
                LINES,
                "units judged, then written",
                List.of(new Target("country_seconds", "620,573 at this pace, s", SECONDS)));
        var reports =
                figures("reports of another system, CSV", "import-reports " + (quick ? REPORTS_QUICK : REPORTS));
        report.alone(reports, LINES, "reports judged, then written", List.of());
    }

    private Figures figures(String when, String command) {
        Bench.say(when);
        var figures = new Figures("import", when);
        var slot = probe.once(command);
        double seconds = slot.get("check_seconds") + slot.get("load_seconds");
        slot.put("rows_a_second", slot.get("rows") / seconds);
        slot.put("country_seconds", UNITS_A_MINUTE / (slot.get("rows") / seconds));
        figures.add("Wanhu", slot);
        return figures;
    }
}
