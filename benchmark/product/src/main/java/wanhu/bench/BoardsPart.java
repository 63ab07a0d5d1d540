package wanhu.bench;

import java.util.List;
import java.util.Locale;
import wanhu.bench.WanhuBoards.Tile;

/**
 * Figures of a village, a township and the county among very many matters. Before any is timed, those
 * that are kept beside the matters are compared with a count of the matters themselves.
 */
final class BoardsPart {
    private static final int WARM = 20;
    private static final int COLD = 3;

    /** Design, section 13: milliseconds, of five years, and until a figure is fresh. */
    private static final int TILE_MS = 5;

    private static final int YEARS_MS = 30;
    private static final int FRESH_SECONDS = 5;
    private static final int SHARE = 8;

    private final Field field;
    private final Probe probe;
    private final Report report;

    BoardsPart(Field field, Probe probe, Report report) {
        this.field = field;
        this.probe = probe;
        this.report = report;
    }

    void run() {
        kept();
        for (var tile : Tile.values()) {
            tile(tile);
        }
    }

    /** What is kept: how large, how long until made anew, how long until it has followed. */
    private void kept() {
        var figures = new Figures("boards", "figures that are kept, %,d matters".formatted(field.options().backlog()));
        Bench.say(figures.when());
        var slot = probe.once("remake");
        slot.put("follow_seconds", probe.product().ask("follow").get("seconds"));
        slot.put("share_percent", 100 * bytes("'board', 'rate'") / bytes("'matter'"));
        figures.add("Wanhu", slot);
        report.alone(
                figures,
                List.of(
                        new Report.Line("board", "counts by month, category, level made anew, s", 1, 2),
                        new Report.Line("rate", "findings of rates made anew, s", 1, 2),
                        new Report.Line("pg_cpu_ms", "PostgreSQL CPU of both, ms", 1, 0),
                        new Report.Line("cpu_ms", "JVM CPU of both, ms", 1, 0),
                        new Report.Line("follow_seconds", "followed, s", 1, 3),
                        new Report.Line("share_percent", "kept, % of the tables of matters", 1, 2)),
                "figures of a county",
                List.of(
                        new Target("follow_seconds", "fresh within, s", FRESH_SECONDS),
                        new Target("share_percent", "% of the tables of matters", SHARE)));
    }

    private double bytes(String schemas) {
        return field.number(
                Contender.WANHU.database(),
                "select sum(pg_total_relation_size(c.oid)) from pg_class c join pg_namespace n on n.oid = c.relnamespace"
                        + " where c.relkind = 'r' and n.nspname in (" + schemas + ")");
    }

    private void tile(Tile tile) {
        var when = "board %s, %,d matters".formatted(tile.name().toLowerCase(Locale.ROOT), field.options().backlog());
        Bench.say(when);
        var figures = new Figures("boards", when);
        boolean history = tile == Tile.MONTH || tile == Tile.YEAR || tile == Tile.YEARS;
        int times = field.options().quick() ? 20 : 100;
        for (var scope : Side.Scope.values()) {
            if (history) {
                probe.product().ask("counted " + tile + " " + scope);
            }
            probe.each("board " + tile + " " + scope, WARM);
        }
        for (int round = 0; round < Math.max(COLD, field.options().rounds()); round++) {
            for (var scope : Side.Scope.values()) {
                figures.add(
                        scope.name().toLowerCase(Locale.ROOT),
                        probe.each("board " + tile + " " + scope, times));
            }
        }
        int most = tile == Tile.YEARS ? YEARS_MS : TILE_MS;
        report.each(
                figures,
                "one board of a",
                List.of(
                        new Target("p99_ms", "p99 through the door, ms", most),
                        new Target("pg_cpu_ms", "PostgreSQL CPU, ms", most)));
    }
}
