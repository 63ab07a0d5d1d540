package wanhu;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was spent so far, which says more than the clock on a machine that others use too.
 *
 * @param jvm seconds of processor time of this program
 * @param postgres seconds of processor time of PostgreSQL with all its processes; of Linux alone
 * @param wal bytes that were written ahead
 */
public record Spent(double jvm, double postgres, long wal) {
    private static final double NANOS = 1e9;
    private static final double TICKS_A_SECOND = 100;
    private static final int PARENT = 1;
    private static final int USER = 11;

    /** Until now. */
    public static Spent now(JdbcClient db) {
        var bean =
                Objects.requireNonNull(
                        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class));
        long backend = number(db, "select pg_backend_pid()");
        long wal = number(db, "select (pg_current_wal_insert_lsn() - '0/0')::bigint");
        return new Spent(bean.getProcessCpuTime() / NANOS, ticks(backend) / TICKS_A_SECOND, wal);
    }

    private static long number(JdbcClient db, String question) {
        return db.sql(question).query(Long.class).single();
    }

    /** What was spent since. */
    public Spent since(Spent before) {
        return new Spent(jvm - before.jvm, postgres - before.postgres, wal - before.wal);
    }

    /** Of both programs, in seconds. */
    public double seconds() {
        return jvm + postgres;
    }

    private static long ticks(long backend) {
        var own = stat(Path.of("/proc", Long.toString(backend)));
        if (own.isEmpty()) {
            return 0;
        }
        var server = own.get().get(PARENT);
        try (var all = Files.list(Path.of("/proc"))) {
            long children =
                    all.filter(each -> Character.isDigit(each.getFileName().toString().charAt(0)))
                            .flatMap(each -> stat(each).stream())
                            .filter(each -> each.get(PARENT).equals(server))
                            .mapToLong(each -> sum(each, 2))
                            .sum();
            // Those that have ended are in the sums of their parent.
            return children + stat(Path.of("/proc", server)).map(each -> sum(each, 4)).orElse(0L);
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
}
