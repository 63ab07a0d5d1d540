package wanhu.backup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a database holds, read from its catalogue: a table that somebody adds is in the next backup.
 */
final class Tables {
    private Tables() {}

    /**
     * A table.
     *
     * @param name with its schema, quoted where SQL needs it
     * @param columns all but the generated ones, in order, as SQL wants them
     */
    record Table(String name, String columns) {}

    /** All tables but the browsers' sessions, each after those it refers to. */
    static List<Table> list(Connection connection) throws SQLException {
        var tables = columns(connection);
        var refers = references(connection);
        var sorted = new LinkedHashSet<String>();
        for (String table : tables.keySet()) {
            add(table, new Path(refers, tables.keySet(), sorted, new LinkedHashSet<>()));
        }
        return sorted.stream()
                .map(name -> new Table(name, Objects.requireNonNull(tables.get(name))))
                .toList();
    }

    private record Path(
            Map<String, List<String>> refers,
            Set<String> known,
            Set<String> sorted,
            Set<String> above) {}

    private static void add(String table, Path path) {
        if (path.sorted().contains(table) || !path.known().contains(table)) {
            return;
        }
        if (!path.above().add(table)) {
            throw new IllegalStateException(
                    "Expected tables without a circle of references but got " + path.above());
        }
        path.refers().getOrDefault(table, List.of()).forEach(other -> add(other, path));
        path.above().remove(table);
        path.sorted().add(table);
    }

    private static Map<String, String> columns(Connection connection) throws SQLException {
        var tables = new TreeMap<String, String>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select c.oid::regclass::text as name,
                                  string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns
                                from pg_class c
                                join pg_namespace n on n.oid = c.relnamespace
                                join pg_attribute a on a.attrelid = c.oid
                                where c.relkind = 'r'
                                  and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'web')
                                  and n.nspname not like 'pg\\_%'
                                  and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                                group by c.oid
                                """)) {
            while (rows.next()) {
                tables.put(rows.getString("name"), rows.getString("columns"));
            }
        }
        return tables;
    }

    private static Map<String, List<String>> references(Connection connection) throws SQLException {
        var refers = new LinkedHashMap<String, List<String>>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select conrelid::regclass::text as from_table,
                                  confrelid::regclass::text as to_table
                                from pg_constraint
                                where contype = 'f' and conrelid <> confrelid
                                order by 1, 2
                                """)) {
            while (rows.next()) {
                refers.computeIfAbsent(rows.getString("from_table"), _ -> new ArrayList<>())
                        .add(rows.getString("to_table"));
            }
        }
        return refers;
    }

    /** Version of the tables of each room that has run its migrations. */
    static Map<String, String> versions(Connection connection) throws SQLException {
        var versions = new TreeMap<String, String>();
        try (var statement = connection.createStatement()) {
            for (String history : histories(connection)) {
                try (var rows =
                        statement.executeQuery(
                                """
                                select version from public.%s
                                where success and version is not null
                                order by installed_rank desc
                                limit 1
                                """
                                        .formatted(history))) {
                    if (rows.next()) {
                        versions.put(
                                history.substring(HISTORY.length()), rows.getString("version"));
                    }
                }
            }
        }
        return versions;
    }

    private static final String HISTORY = "flyway_";

    private static List<String> histories(Connection connection) throws SQLException {
        var names = new ArrayList<String>();
        try (var rows =
                connection
                        .getMetaData()
                        .getTables(null, "public", HISTORY + "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                names.add(rows.getString("TABLE_NAME"));
            }
        }
        return names;
    }
}
