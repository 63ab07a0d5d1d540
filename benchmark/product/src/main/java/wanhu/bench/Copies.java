package wanhu.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Many open matters out of a few that were really lived: each row that those have written is copied
 * so many times, with ids of its own, reported earlier, due at other times. That way every side has
 * a backlog of exactly its own rows, in minutes instead of days.
 */
final class Copies {
    private static final String TEXTS = "'text', 'character varying'";
    private static final int PIECE = 500;

    private final Connection superuser;
    private final List<String> tables;
    private final List<String> names = new ArrayList<>();

    /**
     * Keeps what the tables hold now as the pattern.
     *
     * @param superuser of the database, who sees all rows
     * @param tables with their schema, those first that others refer to
     * @param ids columns that hold an id of their own, such as {@code matter.matter.id}
     */
    Copies(Connection superuser, List<String> tables, List<String> ids) throws SQLException {
        this.superuser = superuser;
        this.tables = tables;
        try (var statement = superuser.createStatement()) {
            statement.execute("create schema pattern");
            statement.execute("create table pattern.id (id text primary key)");
            for (var id : ids) {
                int dot = id.lastIndexOf('.');
                var column = id.substring(dot + 1);
                statement.execute(
                        "insert into pattern.id select distinct %s::text from %s where %s is not null on conflict do nothing"
                                .formatted(column, id.substring(0, dot), column));
            }
            for (int at = 0; at < tables.size(); at++) {
                names.add(keep(statement, tables.get(at), at));
            }
        }
    }

    /** A column, and how a copy fills it: {@code n} is the number of the copy. */
    private record Column(String name, String type, boolean marked) {
        String kept() {
            return switch (type) {
                case "uuid" -> marked ? "left(t.%s::text, 24) || '@' as %s".formatted(name, name) : "t." + name;
                default -> marked
                        ? "case when exists (select from pattern.id i where i.id = t.%1$s) then t.%1$s || '@' else t.%1$s end as %1$s"
                                .formatted(name)
                        : "t." + name;
            };
        }

        String copied() {
            if (marked) {
                return type.equals("uuid")
                        ? "replace(t.%s, '@', lpad(to_hex(n), 12, '0'))::uuid".formatted(name)
                        : "replace(t.%s, '@', '-' || n)".formatted(name);
            }
            if (!type.startsWith("timestamp")) {
                return "t." + name;
            }
            // Reported over three years; due within the next weeks, or some days ago.
            return name.matches("due_at|warn_at|next_check|due_date_")
                    ? "t.%s + (n %% 700 - 150) * interval '1 hour'".formatted(name)
                    : "t.%s - n * interval '26280 hours' / :copies".formatted(name);
        }
    }

    private String keep(Statement statement, String table, int at) throws SQLException {
        var columns = columns(statement, table);
        var kept = columns.stream().map(Column::kept).toList();
        statement.execute(
                "create table pattern.t%d as select %s from %s t".formatted(at, String.join(", ", kept), table));
        var list = String.join(", ", columns.stream().map(Column::name).toList());
        var copied = String.join(", ", columns.stream().map(Column::copied).toList());
        return "insert into %s (%s) select %s from generate_series(:from, :until) as n cross join pattern.t%d t"
                .formatted(table, list, copied, at);
    }

    private static List<Column> columns(Statement statement, String table) throws SQLException {
        int dot = table.indexOf('.');
        var plain = new ArrayList<String[]>();
        try (var rows =
                statement.executeQuery(
                        """
                        select column_name, data_type
                        from information_schema.columns
                        where table_schema = '%s' and table_name = '%s' and is_generated = 'NEVER'
                        order by ordinal_position
                        """
                                .formatted(table.substring(0, dot), table.substring(dot + 1)))) {
            while (rows.next()) {
                plain.add(new String[] {rows.getString(1), rows.getString(2)});
            }
        }
        var columns = new ArrayList<Column>();
        for (var each : plain) {
            boolean id = each[1].equals("uuid") || TEXTS.contains("'" + each[1] + "'");
            columns.add(new Column(each[0], each[1], id && holdsId(statement, table, each[0])));
        }
        return columns;
    }

    private static boolean holdsId(Statement statement, String table, String column) throws SQLException {
        try (var row =
                statement.executeQuery(
                        "select exists (select from %s t join pattern.id i on i.id = t.%s::text)"
                                .formatted(table, column))) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Copies the pattern so many times. */
    void multiply(int copies) throws SQLException {
        try (var statement = superuser.createStatement()) {
            for (int from = 1; from <= copies; from += PIECE) {
                int until = Math.min(copies, from + PIECE - 1);
                for (var insert : names) {
                    statement.execute(
                            insert.replace(":from", Integer.toString(from))
                                    .replace(":until", Integer.toString(until))
                                    .replace(":copies", Integer.toString(copies)));
                }
            }
            for (var table : tables) {
                statement.execute("vacuum analyze " + table);
            }
            statement.execute("drop schema pattern cascade");
            statement.execute("checkpoint");
        }
    }
}
