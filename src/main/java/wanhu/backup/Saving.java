package wanhu.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import wanhu.crypto.Suite;
import wanhu.embedded.Reach;

/**
 * Writes everything into one sealed stream: the versions of the tables, how far transactions were
 * counted, the vault's keys, each table as COPY gives it, the manifest. All tables are read in one
 * transaction with one snapshot (REPEATABLE READ), so that the product works on meanwhile and the
 * copy is of one moment.
 */
final class Saving {
    static final String VERSIONS = "versions";
    static final String TRANSACTIONS = "transactions";
    static final String KEYS = "vault.keys";
    static final String MANIFEST = "manifest";
    static final String TABLE = "table/";

    private final Reach reach;
    private final Path keys;
    private final Suite suite;

    /**
     * A copy of what is reached.
     *
     * @param suite whose digest the manifest uses
     * @param keys file with the vault's keys; may be missing when they come from the environment
     */
    Saving(Reach reach, Suite suite, Path keys) {
        this.suite = suite;
        this.reach = reach;
        this.keys = keys;
    }

    /** Writes everything. */
    Manifest write(OutputStream sealed) throws IOException, SQLException {
        try (var zip = new ZipOutputStream(sealed, StandardCharsets.UTF_8);
                var connection = reach.connect()) {
            zip.setLevel(Deflater.BEST_SPEED);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            entry(zip, VERSIONS, text(Tables.versions(connection)));
            entry(zip, TRANSACTIONS, Long.toString(Transactions.next(connection)));
            if (Files.exists(keys)) {
                entry(zip, KEYS, Files.readString(keys));
            }
            var manifest = tables(zip, connection);
            entry(zip, MANIFEST, manifest.text());
            return manifest;
        }
    }

    private static String text(Map<String, String> versions) {
        return versions.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue() + "\n")
                .collect(Collectors.joining());
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private Manifest tables(ZipOutputStream zip, Connection connection)
            throws IOException, SQLException {
        var copy = connection.unwrap(PGConnection.class).getCopyAPI();
        var contents = new LinkedHashMap<String, Manifest.Content>();
        for (var table : Tables.list(connection)) {
            zip.putNextEntry(new ZipEntry(TABLE + table.name()));
            contents.put(table.name(), rows(copy, table, zip));
            zip.closeEntry();
        }
        return new Manifest(contents);
    }

    private Manifest.Content rows(CopyManager copy, Tables.Table table, OutputStream out)
            throws IOException, SQLException {
        var digested = new DigestOutputStream(out, suite.digest());
        long rows =
                copy.copyOut(
                        "copy %s (%s) to stdout".formatted(table.name(), table.columns()),
                        digested);
        return new Manifest.Content(rows, Digests.hex(digested.getMessageDigest()));
    }
}
