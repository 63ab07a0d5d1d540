package wanhu.bench;

import java.util.List;

/**
 * The meetings of a month in a county with many open matters: opened for all bodies, their lists
 * frozen while a clerk reads hers, one list carried on item by item, the meeting ended.
 */
final class RoundsPart {
    /** Design, section 13: 100,000 open matters within a minute, others at most a fifth slower. */
    private static final double ITEM_MS = 0.6;

    private static final double SLOWER_PERCENT = 20;
    private static final int OPEN_SECONDS = 60;

    private final Probe probe;
    private final Report report;

    RoundsPart(Probe probe, Report report) {
        this.probe = probe;
        this.report = report;
    }

    void run() {
        open();
        enrol();
        carry();
    }

    private void open() {
        var figures = new Figures("rounds", "meetings of a county opened");
        Bench.say(figures.when());
        figures.add("Wanhu", probe.once("open-rounds"));
        report.alone(
                figures,
                List.of(
                        new Report.Line("rounds", "meetings", 1, 0),
                        new Report.Line("seconds", "s", 1, 2),
                        new Report.Line("pg_cpu_ms", "PostgreSQL CPU, ms", 1, 0),
                        new Report.Line("cpu_ms", "JVM CPU, ms", 1, 0),
                        new Report.Line("wal_bytes", "WAL, kB of records", 1000, 0)),
                "all of a week and a month",
                List.of(new Target("seconds", "s", OPEN_SECONDS)));
    }

    private void enrol() {
        var figures = new Figures("rounds", "lists of the 20th frozen");
        Bench.say(figures.when());
        var slot = probe.once("enrol");
        double items = slot.get("items");
        slot.put("ms_an_item", slot.get("seconds") * 1000 / items);
        slot.put("pg_cpu_item_ms", slot.get("pg_cpu_ms") / items);
        slot.put("wal_item", slot.get("wal_bytes") / items);
        slot.put("slower_percent", 100 * (slot.get("list_busy_ms") / slot.get("list_calm_ms") - 1));
        figures.add("Wanhu", slot);
        report.alone(
                figures,
                List.of(
                        new Report.Line("rounds", "meetings of townships", 1, 0),
                        new Report.Line("items", "items on their lists", 1, 0),
                        new Report.Line("seconds", "s", 1, 2),
                        new Report.Line("slowest_ms", "the longest list, ms", 1, 0),
                        new Report.Line("ms_an_item", "an item, ms", 1, 3),
                        new Report.Line("pg_cpu_item_ms", "an item with the reader, PostgreSQL CPU, ms", 1, 3),
                        new Report.Line("wal_item", "an item, WAL bytes", 1, 0),
                        new Report.Line("list_calm_ms", "list of a clerk before, p50 ms", 1, 2),
                        new Report.Line("list_busy_ms", "list of a clerk meanwhile, p50 ms", 1, 2)),
                "while a clerk goes on reading",
                List.of(
                        new Target("ms_an_item", "an item, ms (100,000 in 60 s)", ITEM_MS),
                        new Target("slower_percent", "others slower by, %", SLOWER_PERCENT)));
    }

    private void carry() {
        var figures = new Figures("rounds", "one list carried on and the meeting ended");
        Bench.say(figures.when());
        var slot = probe.once("carry");
        double items = slot.get("items");
        slot.put("ms_an_item", slot.get("seconds") * 1000 / items);
        slot.put("pg_cpu_item_ms", slot.get("pg_cpu_ms") / items);
        slot.put("jvm_cpu_item_ms", slot.get("cpu_ms") / items);
        slot.put("wal_item", slot.get("wal_bytes") / items);
        figures.add("Wanhu", slot);
        report.alone(
                figures,
                List.of(
                        new Report.Line("items", "items, one decision each", 1, 0),
                        new Report.Line("seconds", "carried on, s", 1, 2),
                        new Report.Line("finish_seconds", "meeting ended with its minutes, s", 1, 2),
                        new Report.Line("ms_an_item", "an item, ms", 1, 2),
                        new Report.Line("pg_cpu_item_ms", "an item, PostgreSQL CPU, ms", 1, 2),
                        new Report.Line("jvm_cpu_item_ms", "an item, JVM CPU, ms", 1, 2),
                        new Report.Line("wal_item", "an item, WAL bytes", 1, 0)),
                "in one transaction",
                List.of());
    }
}
