package wanhu.org;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** Reads and writes units in bulk. */
@Component
class ImportStore {
    /** Stands for a missing value in a COPY. */
    static final Object NULL = "\\N";

    private static final int COPY_BYTES = 1 << 16;

    /** "org" in letters of a telephone: one import of units at a time. */
    private static final long IMPORT_LOCK = 674;

    private static final SQLExceptionTranslator TRANSLATOR = new SQLStateSQLExceptionTranslator();

    private final JdbcClient db;
    private final DataSource source;

    ImportStore(JdbcClient db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    /** Waits until no other import is writing, and keeps others waiting until the commit. */
    void lock() {
        db.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", IMPORT_LOCK)
                .query((_, _) -> true)
                .single();
    }

    /** Brings the units of those of the counties that the installation has. */
    void bring(Set<Integer> counties, Consumer<ImportJudge.Brought> taker) {
        var present =
                db.sql(
                                """
                                select county
                                from org.tree -- cross-county: an import may span counties
                                """)
                        .query(Integer.class)
                        .set();
        for (Integer county : counties) {
            if (present.contains(county)) {
                bring(county, taker);
            }
        }
    }

    private void bring(int county, Consumer<ImportJudge.Brought> taker) {
        db.sql(
                        """
                        select id, county, code, path, above, kind, name, order_no, live, next_child
                        from org.unit
                        where county = :county
                        """)
                .param("county", county)
                .query((RowCallbackHandler) row -> taker.accept(brought(row)));
    }

    private static ImportJudge.Brought brought(ResultSet row) throws SQLException {
        return new ImportJudge.Brought(
                row.getString("code"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind")),
                row.getBoolean("live"),
                () -> standing(row));
    }

    /** The unit of the row that is being read. */
    private static Standing standing(ResultSet row) {
        try {
            return new Standing(UnitStore.unit(row, 0), row.getInt("next_child"));
        } catch (SQLException broken) {
            throw translated(broken);
        }
    }

    /** Writes down which ordinals the units have given. */
    void useOrdinals(List<Standing> units) {
        db.sql(
                        """
                        update org.unit u
                        set next_child = greatest(u.next_child, g.next)
                        from unnest(cast(:counties as int[]), cast(:ids as uuid[]), cast(:nexts as int[]))
                            as g (county, id, next)
                        where u.county = g.county and u.id = g.id
                        """)
                .param("counties", units.stream().map(Standing::county).toArray(Integer[]::new))
                .param(
                        "ids",
                        units.stream().map(each -> each.id().toString()).toArray(String[]::new))
                .param("nexts", units.stream().map(Standing::next).toArray(Integer[]::new))
                .update();
    }

    /** Starts to write units; runs in the transaction. */
    Copy copy() {
        var connection = DataSourceUtils.getConnection(source);
        try {
            return new Copy(connection, source);
        } catch (SQLException broken) {
            throw translated(broken);
        }
    }

    private static RuntimeException translated(SQLException broken) {
        var known = TRANSLATOR.translate("copy org.unit", null, broken);
        return known == null ? new IllegalStateException(broken) : known;
    }

    /** A COPY under way. */
    static final class Copy implements AutoCloseable {
        private final Connection connection;
        private final DataSource source;
        private final CopyIn copy;
        private final StringBuilder lines = new StringBuilder();
        private boolean first = true;

        private Copy(Connection connection, DataSource source) throws SQLException {
            this.connection = connection;
            this.source = source;
            copy =
                    connection
                            .unwrap(PGConnection.class)
                            .getCopyAPI()
                            .copyIn(
                                    """
                                    copy org.unit (county, id, code, path, above, kind, name, initials, order_no,
                                        next_child, valid_from)
                                    from stdin
                                    """);
        }

        /** One field of the line; texts have no control characters, which has been checked. */
        Copy field(Object value) {
            if (!first) {
                lines.append('\t');
            }
            first = false;
            var text = value.toString();
            lines.append(value.equals(NULL) ? text : text.replace("\\", "\\\\"));
            return this;
        }

        void end() {
            lines.append('\n');
            first = true;
            if (lines.length() >= COPY_BYTES) {
                flush();
            }
        }

        private void flush() {
            var bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
            lines.setLength(0);
            try {
                copy.writeToCopy(bytes, 0, bytes.length);
            } catch (SQLException broken) {
                throw translated(broken);
            }
        }

        @Override
        public void close() {
            try {
                flush();
                copy.endCopy();
            } catch (SQLException broken) {
                throw translated(broken);
            } finally {
                DataSourceUtils.releaseConnection(connection, source);
            }
        }
    }
}
