package wanhu.bench;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The four sides that live the same life, each ready, with or without a backlog. */
final class Crowd implements AutoCloseable {
    /** Open lives of which the backlog is copied. */
    private static final int PATTERNS = 100;

    private static final List<Contender.Kind> KINDS =
            List.of(Contender.FLOOR, Contender.WANHU, Contender.FLOWABLE, Contender.CAMUNDA);

    private static final List<String> WANHU_TABLES =
            List.of(
                    "matter.matter",
                    "matter.command",
                    "matter.words",
                    "matter.requester",
                    "matter.step",
                    "promise.clock",
                    "promise.entry");
    private static final List<String> WANHU_IDS =
            List.of(
                    "matter.matter.id",
                    "matter.matter.number",
                    "matter.command.id",
                    "matter.requester.id",
                    "matter.requester.code_index",
                    "matter.step.id",
                    "matter.step.command",
                    "promise.clock.id",
                    "promise.entry.id");

    private final Field field;
    private final List<Contender> sides = new ArrayList<>();
    private final Map<String, Copies> patterns = new LinkedHashMap<>();
    private final Map<String, Double> starts = new LinkedHashMap<>();
    private boolean filled;

    Crowd(Field field) throws SQLException {
        this.field = field;
        KINDS.forEach(kind -> sides.add(Contender.start(kind, field)));
        sides.forEach(side -> starts.put(side.name(), side.ready().get("ready")));
        field.server().keep(Contender.WANHU.database());
        for (var side : sides) {
            side.ask("open " + PATTERNS);
            patterns.put(side.name(), pattern(side));
        }
    }

    private Copies pattern(Contender side) throws SQLException {
        var superuser = field.superuser(side.database());
        if (side.database().equals(Contender.FLOOR.database())) {
            return new Copies(
                    superuser,
                    List.of("public.matter", "public.event", "public.requester"),
                    List.of("public.matter.id"));
        }
        if (side.database().equals(Contender.WANHU.database())) {
            return new Copies(superuser, WANHU_TABLES, WANHU_IDS);
        }
        return engine(superuser);
    }

    /** All tables of running and past processes, and whatever has an id in them. */
    private static Copies engine(java.sql.Connection superuser) throws SQLException {
        var tables = new ArrayList<String>();
        var ids = new ArrayList<String>();
        try (var statement = superuser.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select t.table_name,
                                    exists (
                                        select from information_schema.columns c
                                        where c.table_schema = 'public' and c.table_name = t.table_name
                                            and c.column_name = 'id_') as has_id
                                from information_schema.tables t
                                where t.table_schema = 'public' and t.table_type = 'BASE TABLE'
                                    and t.table_name ~ '^act_(ru|hi)_'
                                order by t.table_name <> 'act_ru_execution', t.table_name <> 'act_ru_task', t.table_name
                                """)) {
            while (rows.next()) {
                tables.add("public." + rows.getString(1));
                if (rows.getBoolean("has_id")) {
                    ids.add("public." + rows.getString(1) + ".id_");
                }
            }
        }
        return new Copies(superuser, tables, ids);
    }

    List<Contender> sides() {
        return List.copyOf(sides);
    }

    /** Seconds until each was ready, with its tables made. */
    Map<String, Double> starts() {
        return starts;
    }

    /** Gives each side its backlog, once. */
    void fill() throws SQLException {
        if (!filled) {
            for (var each : patterns.entrySet()) {
                long start = System.nanoTime();
                each.getValue().multiply(field.options().backlog() / PATTERNS);
                Bench.say(
                        "  backlog of %,d open matters for %s in %.0f s"
                                .formatted(
                                        field.options().backlog(),
                                        each.getKey(),
                                        (System.nanoTime() - start) / 1e9));
            }
            filled = true;
        }
    }

    @Override
    public void close() {
        sides.forEach(Contender::close);
    }
}
