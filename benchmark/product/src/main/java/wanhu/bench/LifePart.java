package wanhu.bench;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whole lives, in turn, on empty tables and beside a backlog. */
final class LifePart {
    /** Figures of a slot that are divided by its lives. */
    private static final List<String> PER_LIFE =
            List.of(
                    "pg_cpu_ms",
                    "wal_bytes",
                    "wal_page_image_bytes",
                    "wal_records",
                    "rows_inserted",
                    "rows_updated",
                    "rows_updated_hot",
                    "rows_deleted",
                    "index_entries",
                    "commits",
                    "allocated");

    private static final int WARM_PIECES = 3;
    private static final double COLD_SECONDS = 1.5;

    private final Field field;
    private final Crowd crowd;
    private final Meter meter;
    private final Report report;

    LifePart(Field field, Crowd crowd, Meter meter, Report report) {
        this.field = field;
        this.crowd = crowd;
        this.meter = meter;
        this.report = report;
    }

    void run() throws SQLException {
        slots("life, cold", 1, COLD_SECONDS);
        warm(field.options().warmSeconds() / WARM_PIECES);
        slots("life, empty tables", field.options().rounds(), field.options().slotSeconds());
        crowd.fill();
        warm(field.options().slotSeconds() / WARM_PIECES);
        slots(
                "life, %,d open matters".formatted(field.options().backlog()),
                field.options().rounds(),
                field.options().slotSeconds());
    }

    private void warm(double seconds) {
        for (int piece = 0; piece < WARM_PIECES; piece++) {
            for (var side : crowd.sides()) {
                side.ask("slot %d %.2f".formatted(field.options().clients(), seconds));
            }
        }
    }

    private void slots(String when, int rounds, double seconds) {
        Bench.say(when);
        var figures = new Figures("life", when);
        for (int round = 0; round < rounds; round++) {
            for (var side : crowd.sides()) {
                figures.add(side.name(), slot(side, seconds));
            }
        }
        report.life(figures);
        if (rounds > 1) {
            where(seconds);
        }
    }

    /** Where the product's records go: one more slot, which counts for nothing else. */
    private void where(double seconds) {
        var wanhu = crowd.sides().get(1);
        var start = meter.mark();
        double lives =
                wanhu.ask("slot %d %.2f".formatted(field.options().clients(), seconds)).get("lives");
        var bytes =
                new LinkedHashMap<>(
                        meter.relations(field, wanhu.database(), start, meter.mark()));
        bytes.replaceAll((_, all) -> all / lives);
        report.where(bytes);
    }

    /** What counts by the life. */
    static void perLife(Map<String, Double> slot) {
        double lives = slot.get("lives");
        slot.put("jvm_cpu_ms", slot.remove("cpu_ms") / lives);
        PER_LIFE.forEach(each -> slot.compute(each, (_, all) -> all / lives));
        slot.put("lives_a_second", lives / slot.get("seconds"));
    }

    /** One slot, read back before anything of it is believed. */
    private Map<String, Double> slot(Contender side, double seconds) {
        double disk = meter.disk();
        double others = meter.others(side.database());
        double size = meter.size(side.database());
        var start = meter.mark();
        var slot =
                new LinkedHashMap<>(
                        side.ask("slot %d %.2f".formatted(field.options().clients(), seconds)));
        slot.putAll(meter.since(start, slot.get("cpu_ms")));
        double lives = slot.get("lives");
        slot.put("read_back", side.ask("read").get("read"));
        slot.put("disk_bytes", (meter.size(side.database()) - size) / lives);
        perLife(slot);
        slot.put("disk_write_ms", disk);
        slot.put("others_at_work", others);
        return slot;
    }
}
