package wanhu.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A flood of reports over HTTP: calm, then a thousand within a minute about one burst water main, then
 * calm again. Each resident comes at her own moment, ready or not; all receipts are counted again.
 */
final class SpikePart {
    private static final String RECEIPTS =
            "select count(*) from matter.requester where county = " + County.CODE;

    private static final String SUPPORTERS =
            "select coalesce(sum(supporters), 0) from matter.matter where county = " + County.CODE;

    /** Design, section 13: no fault of ours, and calm again within ten seconds. */
    private static final double SLOWER = 2;

    private final Field field;
    private final Probe probe;
    private final Report report;

    SpikePart(Field field, Probe probe, Report report) {
        this.field = field;
        this.probe = probe;
        this.report = report;
    }

    void run() {
        Bench.say("spike: 1,000 reports a minute");
        boolean quick = field.options().quick();
        try (var browsers = Contender.join(Contender.BROWSERS, field)) {
            browsers.ready();
            // Pages and plans that nobody has used yet.
            browsers.ask("flood 40 20");
            var figures = new Figures("spike", "1,000 reports a minute over HTTP");
            var calm = slot(browsers, 10, 10);
            figures.add("calm", calm);
            figures.add("flood", quick ? slot(browsers, 200, 12) : slot(browsers, 1_000, 60));
            var after = slot(browsers, 10, 10);
            after.put("times_calm", after.get("p50_ms") / calm.get("p50_ms"));
            figures.add("the ten seconds after", after);
            report.alone(figures, lines(), "residents", targets());
        }
    }

    private Map<String, Double> slot(Contender browsers, int reports, int seconds) {
        double before = receipts();
        double behind = supporters();
        var start = probe.meter().mark();
        var own = probe.product().ask("own");
        double others = browsers.ask("own").get("cpu_ms");
        var slot = new LinkedHashMap<>(browsers.ask("flood " + reports + " " + seconds));
        slot.put("browser_cpu_ms", browsers.ask("own").get("cpu_ms") - others);
        slot.put("cpu_ms", probe.product().ask("own").get("cpu_ms") - own.get("cpu_ms"));
        slot.putAll(probe.meter().since(start, slot.get("cpu_ms") + slot.get("browser_cpu_ms")));
        double kept = receipts() - before;
        if (kept != slot.get("receipts") || kept != supporters() - behind) {
            throw new IllegalStateException("Expected %s receipts but got %s".formatted(slot.get("receipts"), kept));
        }
        slot.put("pg_cpu_report_ms", slot.get("pg_cpu_ms") / kept);
        slot.put("cpu_report_ms", slot.get("cpu_ms") / kept);
        return slot;
    }

    private double receipts() {
        return field.number(Contender.WANHU.database(), RECEIPTS);
    }

    /** Who joined stands behind the matter of another. */
    private double supporters() {
        return field.number(Contender.WANHU.database(), SUPPORTERS);
    }

    private static List<Report.Line> lines() {
        return List.of(
                new Report.Line("reports", "wanted to report", 1, 0),
                new Report.Line("seconds", "until the last was done, s", 1, 1),
                new Report.Line("receipts", "got a receipt", 1, 0),
                new Report.Line("joined", "joined another's matter", 1, 0),
                new Report.Line("answers_429", "told to come later (429)", 1, 0),
                new Report.Line("answers_503", "told that too many wait (503)", 1, 0),
                new Report.Line("answers_5xx", "faults (5xx, with 503)", 1, 0),
                new Report.Line("answers_4xx", "refused (other 4xx)", 1, 0),
                new Report.Line("p50_ms", "three pages, p50 ms", 1, 0),
                new Report.Line("p99_ms", "three pages, p99 ms", 1, 0),
                new Report.Line("pg_cpu_report_ms", "PostgreSQL CPU a report, ms", 1, 1),
                new Report.Line("cpu_report_ms", "JVM CPU a report, ms", 1, 1));
    }

    private static List<Target> targets() {
        return List.of(
                new Target("answers_5xx", "faults", 0),
                new Target("times_calm", "times the calm p50", SLOWER));
    }
}
