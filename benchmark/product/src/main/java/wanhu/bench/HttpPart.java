package wanhu.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The life through pages: browsers in a process of their own, beside the doors and the floor. */
final class HttpPart {
    private static final String WHOLE =
            """
            select count(*)
            from matter.matter m
            where m.stage = 'CLOSED'
                and (
                    select string_agg(s.step, ' ' order by s.seq)
                    from matter.step s
                    where s.county = m.county and s.matter_id = m.id) =
                    'Register Escalate Dispatch Sign Reply Approve Rate'
                and exists (
                    select
                    from matter.requester r
                    where r.county = m.county and r.matter_id = m.id and r.grade is not null)
            """;

    private final Field field;
    private final Crowd crowd;
    private final Meter meter;
    private final Report report;

    HttpPart(Field field, Crowd crowd, Meter meter, Report report) {
        this.field = field;
        this.crowd = crowd;
        this.meter = meter;
        this.report = report;
    }

    void run() {
        try (var browsers = Contender.join(Contender.BROWSERS, field)) {
            browsers.ready();
            var floor = crowd.sides().getFirst();
            var doors = crowd.sides().get(1);
            Bench.say("life over HTTP");
            var warm =
                    "slot %d %.2f"
                            .formatted(field.options().clients(), field.options().warmSeconds());
            List.of(floor, doors, browsers).forEach(side -> side.ask(warm));
            var figures = new Figures("http", "life over HTTP");
            for (int round = 0; round < field.options().rounds(); round++) {
                for (var side : List.of(floor, doors, browsers)) {
                    figures.add(side.name(), slot(side, doors));
                }
            }
            report.http(figures);
        }
    }

    private Map<String, Double> slot(Contender side, Contender doors) {
        boolean pages = side.database().equals(doors.database()) && !side.equals(doors);
        double whole = pages ? whole() : 0;
        double disk = meter.disk();
        var own = doors.ask("own");
        var start = meter.mark();
        var slot =
                new LinkedHashMap<>(
                        side.ask(
                                "slot %d %.2f"
                                        .formatted(
                                                field.options().clients(),
                                                field.options().slotSeconds())));
        if (pages) {
            slot.put("browser_cpu_ms", slot.get("cpu_ms"));
            var after = doors.ask("settle");
            slot.put("cpu_ms", after.get("cpu_ms") - own.get("cpu_ms"));
            slot.put("allocated", after.get("allocated") - own.get("allocated"));
        }
        slot.putAll(
                meter.since(start, slot.get("cpu_ms") + slot.getOrDefault("browser_cpu_ms", 0.0)));
        double lives = slot.get("lives");
        if (pages && whole() - whole != lives) {
            throw new IllegalStateException(
                    "Expected " + lives + " whole lives but found " + (whole() - whole));
        }
        slot.put("read_back", pages ? lives : side.ask("read").get("read"));
        slot.put("disk_write_ms", disk);
        LifePart.perLife(slot);
        return slot;
    }

    private double whole() {
        return field.number(Contender.WANHU.database(), WHOLE);
    }
}
