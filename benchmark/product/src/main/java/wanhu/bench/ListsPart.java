package wanhu.bench;

import java.sql.SQLException;
import java.util.LinkedHashMap;

/** The 50 most overdue of what is open with a village, a township and below, a county and below. */
final class ListsPart {
    private static final int WARM_LISTS = 30;

    private final Field field;
    private final Crowd crowd;
    private final Meter meter;
    private final Report report;

    ListsPart(Field field, Crowd crowd, Meter meter, Report report) {
        this.field = field;
        this.crowd = crowd;
        this.meter = meter;
        this.report = report;
    }

    void run() throws SQLException {
        crowd.fill();
        // What the floor of lists has and that of lives need not keep.
        field.run(
                Contender.FLOOR.database(),
                "create index if not exists matter_due on matter (due_at) where open; analyze matter");
        for (var scope : Side.Scope.values()) {
            scope(scope);
        }
        field.run(Contender.FLOOR.database(), "drop index matter_due");
    }

    private void scope(Side.Scope scope) {
        var when =
                "list of a %s, %,d open matters"
                        .formatted(scope.name().toLowerCase(java.util.Locale.ROOT), field.options().backlog());
        Bench.say(when);
        var figures = new Figures("lists", when);
        int lists = field.options().quick() ? 20 : 50;
        for (var side : crowd.sides()) {
            side.ask("list " + scope + " " + WARM_LISTS);
        }
        for (int round = 0; round < field.options().rounds(); round++) {
            for (var side : crowd.sides()) {
                var start = meter.mark();
                var slot = new LinkedHashMap<>(side.ask("list " + scope + " " + lists));
                slot.putAll(meter.since(start, slot.get("cpu_ms")));
                slot.put("jvm_cpu_ms", slot.remove("cpu_ms") / lists);
                slot.compute("pg_cpu_ms", (_, all) -> all / lists);
                slot.compute("allocated", (_, all) -> all / lists);
                figures.add(side.name(), slot);
            }
        }
        report.lists(figures);
    }
}
