package wanhu.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import wanhu.base.CannotStart;
import wanhu.crypto.Suite;
import wanhu.embedded.Reach;

/**
 * Brings a backup into an empty database, or only reads it through. The tables are first made in
 * the versions that the backup had; the next start of the program brings them further. All rows
 * come in one transaction that ends well only when the manifest fits.
 */
final class Restoring {
    private final String name;

    /** Names the backup in messages. */
    Restoring(String name) {
        this.name = name;
    }

    /**
     * What was brought back.
     *
     * @param manifest what the backup holds
     * @param transactions how far the transactions of the old server were counted
     * @param keys the vault's keys; null when they came from the environment
     */
    record Restored(Manifest manifest, long transactions, @Nullable String keys) {
        @Override
        public String toString() {
            return "Restored[" + manifest.rows() + " rows]";
        }
    }

    /** What is done with the rows of a table. */
    private interface Rows {
        long take(String table, InputStream rows) throws IOException, SQLException;
    }

    /**
     * Reads everything without a database.
     *
     * @throws CannotStart when it is damaged
     */
    Restored check(SealedInput opened) throws IOException, SQLException {
        try (var zip = new ZipInputStream(opened, StandardCharsets.UTF_8)) {
            versions(zip);
            return read(zip, opened.suite(), (_, rows) -> lines(rows));
        }
    }

    /**
     * Brings everything into the database.
     *
     * @throws CannotStart when the database is not empty, or the backup is damaged or too new
     */
    Restored into(Reach reach, SealedInput opened) throws IOException, SQLException {
        try (var zip = new ZipInputStream(opened, StandardCharsets.UTF_8);
                var connection = reach.connect()) {
            refuseInhabited(connection);
            reach.migrate(versions(zip));
            connection.setAutoCommit(false);
            var list = Tables.list(connection);
            clear(connection, list);
            force(connection, "no force");
            var last = BuiltLast.takeAway(connection);
            var tables =
                    list.stream()
                            .collect(Collectors.toMap(Tables.Table::name, Tables.Table::columns));
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            var restored =
                    read(
                            zip,
                            opened.suite(),
                            (table, rows) ->
                                    copy.copyIn(
                                            "copy %s (%s) from stdin"
                                                    .formatted(table, known(tables, table)),
                                            rows));
            last.make(connection);
            force(connection, "force");
            connection.commit();
            Transactions.advance(connection, restored.transactions());
            return restored;
        }
    }

    private String known(Map<String, String> tables, String table) {
        var columns = tables.get(table);
        if (columns == null) {
            throw new CannotStart(
                    "The backup " + name + " holds a table that is not known: " + table + ".");
        }
        return columns;
    }

    private static void refuseInhabited(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery("select to_regclass('people.account') is null")) {
            found.next();
            if (found.getBoolean(1)) {
                return;
            }
        }
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery("select not exists (select from people.account)")) {
            found.next();
            if (!found.getBoolean(1)) {
                throw new CannotStart(
                        "A backup is restored into an empty database only, and this one has"
                                + " accounts: give an empty directory with --data DIR, or an empty"
                                + " database.");
            }
        }
    }

    /**
     * Rows that migrations brought along come from the backup as they were there. Only tables that
     * hold some are touched: the append-only ones allow no deletion, and are empty.
     */
    private static void clear(Connection connection, List<Tables.Table> tables)
            throws SQLException {
        try (var statement = connection.createStatement()) {
            for (var table : tables.reversed()) {
                statement.execute(
                        "do $$ begin if exists (select from %1$s) then delete from %1$s; end if; end $$"
                                .formatted(table.name()));
            }
        }
    }

    /**
     * Lets the owner of the tables copy past their policies, for which PostgreSQL has no COPY, or
     * has them hold for the owner again; both in the transaction of the copy.
     */
    private static void force(Connection connection, String how) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    """
                    do $$
                    declare
                      walled record;
                    begin
                      for walled in select oid::regclass as name from pg_class where relrowsecurity
                      loop
                        execute format('alter table %%s %s row level security', walled.name);
                      end loop;
                    end
                    $$
                    """
                            .formatted(how));
        }
    }

    private Map<String, String> versions(ZipInputStream zip) throws IOException {
        var entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(Saving.VERSIONS)) {
            throw damaged();
        }
        return new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(part -> part[0], part -> part[1]));
    }

    private Restored read(ZipInputStream zip, Suite suite, Rows rows)
            throws IOException, SQLException {
        var contents = new LinkedHashMap<String, Manifest.Content>();
        var texts = new HashMap<String, String>();
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().startsWith(Saving.TABLE)) {
                var table = entry.getName().substring(Saving.TABLE.length());
                var digested = new DigestInputStream(zip, suite.digest());
                long count = rows.take(table, digested);
                contents.put(
                        table,
                        new Manifest.Content(count, Digests.hex(digested.getMessageDigest())));
            } else {
                texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        var transactions = texts.get(Saving.TRANSACTIONS);
        var manifest = texts.get(Saving.MANIFEST);
        if (transactions == null
                || manifest == null
                || !Manifest.read(manifest).tables().equals(contents)) {
            throw damaged();
        }
        return new Restored(
                Manifest.read(manifest), Long.parseLong(transactions), texts.get(Saving.KEYS));
    }

    /** COPY writes a row a line; line ends inside a value are written as \n. */
    private static long lines(InputStream rows) throws IOException {
        var buffer = new byte[1 << 16];
        long lines = 0;
        for (int read = rows.read(buffer); read >= 0; read = rows.read(buffer)) {
            for (int at = 0; at < read; at++) {
                lines += buffer[at] == '\n' ? 1 : 0;
            }
        }
        return lines;
    }

    private CannotStart damaged() {
        return new CannotStart("The backup " + name + " is not complete: use another copy of it.");
    }
}
