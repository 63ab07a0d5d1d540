package wanhu.bench;

import java.util.List;
import java.util.Locale;

/**
 * The search of staff among very many matters with Chinese texts, by a clerk of a village, of a
 * township and of the county. Of each answer it is seen that nothing in it is foreign to who asked.
 */
final class SearchPart {
    private static final int WARM = 20;

    /** Design, section 13. */
    private static final int SEARCH_MS = 50;

    private final Field field;
    private final Probe probe;
    private final Report report;

    SearchPart(Field field, Probe probe, Report report) {
        this.field = field;
        this.probe = probe;
        this.report = report;
    }

    void run() {
        for (var sought : Sought.values()) {
            seek(sought);
        }
    }

    private void seek(Sought sought) {
        var name = sought.name().toLowerCase(Locale.ROOT);
        var when =
                "search %s %s, %,d matters".formatted(name, sought.text(), field.options().backlog());
        Bench.say(when);
        var figures = new Figures("search", when);
        int searches = field.options().quick() ? 20 : 100;
        for (var scope : Side.Scope.values()) {
            probe.each("seek " + sought + " " + scope, WARM);
        }
        for (int round = 0; round < field.options().rounds(); round++) {
            for (var scope : Side.Scope.values()) {
                figures.add(
                        scope.name().toLowerCase(Locale.ROOT),
                        probe.each("seek " + sought + " " + scope, searches));
            }
        }
        report.each(
                figures,
                "one search of 20 rows by a clerk of a",
                List.of(new Target("p99_ms", "p99, ms", SEARCH_MS)));
    }
}
