package wanhu.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * What PostgreSQL and others on this machine do between two moments: processor time from /proc,
 * records from the log that PostgreSQL writes ahead.
 */
final class Meter implements AutoCloseable {
    private static final double TICK_MILLIS = 10;
    private static final int PROBES = 20;
    private static final int PARENT = 1;
    private static final int USER = 11;

    private final Connection superuser;
    private final Path probe;
    private final long postmaster;

    Meter(Field field) {
        superuser = field.superuser("postgres");
        probe = field.folder().resolve("probe");
        try (var statement = superuser.createStatement()) {
            statement.execute("create extension if not exists pg_walinspect");
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        postmaster = Long.parseLong(stat(Path.of("/proc", text("select pg_backend_pid()"))).orElseThrow().get(PARENT));
    }

    /** A moment. */
    record Mark(String wal, double serverMillis, double busyMillis, long nanos) {}

    Mark mark() {
        // A record of our own: between two marks there is one at least.
        text("select pg_logical_emit_message(false, 'bench', '', true)");
        return new Mark(
                text("select pg_current_wal_flush_lsn()"),
                ticks() * TICK_MILLIS,
                busy(),
                System.nanoTime());
    }

    /** What happened since: {@code pg_cpu_ms}, {@code wal_*}, {@code rows_*}, {@code index_entries}. */
    Map<String, Double> since(Mark start, double ownMillis) {
        var end = mark();
        var figures = new LinkedHashMap<String, Double>();
        double server = end.serverMillis() - start.serverMillis();
        double wall = (end.nanos() - start.nanos()) / 1e6;
        double foreign = end.busyMillis() - start.busyMillis() - server - ownMillis;
        figures.put("pg_cpu_ms", server);
        figures.put(
                "foreign_cpu_percent",
                Math.max(0, 100 * foreign / wall / Runtime.getRuntime().availableProcessors()));
        figures.putAll(records(start.wal(), end.wal()));
        return figures;
    }

    /** Records between two places of the log, without images of whole pages. */
    private Map<String, Double> records(String from, String until) {
        var counts = new LinkedHashMap<String, Double>();
        List.of(
                        "wal_records",
                        "wal_bytes",
                        "wal_page_image_bytes",
                        "rows_inserted",
                        "rows_updated",
                        "rows_updated_hot",
                        "rows_deleted",
                        "index_entries",
                        "commits")
                .forEach(each -> counts.put(each, 0.0));
        try (var statement =
                superuser.prepareStatement(
                        "select \"resource_manager/record_type\" as type, count, record_size, fpi_size"
                                + " from pg_get_wal_stats(?::pg_lsn, ?::pg_lsn, true)")) {
            statement.setString(1, from);
            statement.setString(2, until);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    double count = rows.getLong("count");
                    counts.merge("wal_records", count, Double::sum);
                    counts.merge("wal_bytes", (double) rows.getLong("record_size"), Double::sum);
                    counts.merge("wal_page_image_bytes", (double) rows.getLong("fpi_size"), Double::sum);
                    kind(rows.getString("type")).ifPresent(name -> counts.merge(name, count, Double::sum));
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return counts;
    }

    private static Optional<String> kind(String type) {
        if (type.startsWith("Btree/INSERT") || type.startsWith("Btree/SPLIT") || type.startsWith("Gin/INSERT")
                || type.startsWith("Gin/UPDATE_META")) {
            return Optional.of("index_entries");
        }
        return switch (type.replace("+INIT", "")) {
            case "Heap/INSERT" -> Optional.of("rows_inserted");
            case "Heap/UPDATE" -> Optional.of("rows_updated");
            case "Heap/HOT_UPDATE" -> Optional.of("rows_updated_hot");
            case "Heap/DELETE" -> Optional.of("rows_deleted");
            case "Transaction/COMMIT" -> Optional.of("commits");
            default -> Optional.empty();
        };
    }

    /** Bytes of records between two marks by table and index of a database, the most first. */
    Map<String, Double> relations(Field field, String database, Mark start, Mark end) {
        var bytes = new LinkedHashMap<String, Double>();
        try (var connection = field.superuser(database);
                var statement = connection.createStatement()) {
            statement.execute("create extension if not exists pg_walinspect");
            try (var rows =
                    statement.executeQuery(
                            """
                            select coalesce(pg_filenode_relation(reltablespace, relfilenode)::text, 'gone') as relation,
                                sum(record_length - block_fpi_length) as bytes
                            from pg_get_wal_block_info('%s', '%s', false)
                            where block_id = 0
                                and reldatabase = (select oid from pg_database where datname = current_database())
                            group by 1
                            order by 2 desc
                            limit 16
                            """
                                    .formatted(start.wal(), end.wal()))) {
                while (rows.next()) {
                    bytes.put(rows.getString(1), rows.getDouble(2));
                }
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
        return bytes;
    }

    /** Milliseconds of a small write that reaches the disk, median of {@value #PROBES}. */
    double disk() {
        var nanos = new long[PROBES];
        try (var file = FileChannel.open(probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int at = 0; at < PROBES; at++) {
                long start = System.nanoTime();
                file.write(ByteBuffer.allocate(8_192), at * 8_192L);
                file.force(false);
                nanos[at] = System.nanoTime() - start;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Arrays.sort(nanos);
        return nanos[PROBES / 2] / 1e6;
    }

    /** Bytes of a database with all its tables and indexes. */
    double size(String database) {
        return Double.parseDouble(text("select pg_database_size('" + database + "')"));
    }

    /** How many others are at work in the server; the measured side alone should be. */
    double others(String database) {
        return Double.parseDouble(
                text(
                        "select count(*) from pg_stat_activity where state = 'active' and datname not in ('postgres', '"
                                + database
                                + "')"));
    }

    String text(String question) {
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(question, broken);
        }
    }

    private long ticks() {
        try (var all = Files.list(Path.of("/proc"))) {
            long children =
                    all.filter(each -> Character.isDigit(each.getFileName().toString().charAt(0)))
                            .flatMap(each -> stat(each).stream())
                            .filter(each -> each.get(PARENT).equals(Long.toString(postmaster)))
                            .mapToLong(each -> sum(each, 2))
                            .sum();
            // Those that have ended are in the sums of their parent.
            return children
                    + stat(Path.of("/proc", Long.toString(postmaster))).map(each -> sum(each, 4)).orElse(0L);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static double busy() {
        try {
            var cells = Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +");
            // user, nice, system, and the two of interrupts; neither idle nor waiting
            return TICK_MILLIS
                    * (Long.parseLong(cells[1])
                            + Long.parseLong(cells[2])
                            + Long.parseLong(cells[3])
                            + Long.parseLong(cells[6])
                            + Long.parseLong(cells[7]));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static long sum(List<String> stat, int columns) {
        return LongStream.range(USER, USER + columns)
                .map(each -> Long.parseLong(stat.get((int) each)))
                .sum();
    }

    /** The columns after the name, which may hold anything: proc(5). */
    private static Optional<List<String>> stat(Path process) {
        try {
            var text = Files.readString(process.resolve("stat"));
            return Optional.of(List.of(text.substring(text.lastIndexOf(')') + 2).split(" ")));
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            superuser.close();
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
