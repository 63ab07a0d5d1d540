package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import wanhu.base.Ids;
import wanhu.base.Wall;
import wanhu.embedded.TestMigrations;
import wanhu.embedded.TestServer;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/**
 * A release brings up the largest table while residents report, and while somebody reads it in one
 * long transaction: by the house rule (decision 0030) nobody waits long for a lock. Run by {@code
 * ./check --faults}.
 */
class MigrationUnderLoad {
    private static final int ROWS = Integer.getInteger("faults.rows", 5_000);
    private static final int COUNTY = 150_967;
    private static final int WRITERS = 4;
    private static final Duration READS = Duration.ofSeconds(6);
    private static final double WAIT_SECONDS_MAX = 2;
    private static final long PAUSE_NANOS = Duration.ofMillis(10).toNanos();

    @TempDir private Path folder;

    private final String database = TestServer.emptyDatabase("migrating");
    private final String whole = TestServer.whole(database);
    private final AtomicBoolean going = new AtomicBoolean(true);
    private final List<Future<Void>> work = new ArrayList<>();
    private final AtomicInteger reported = new AtomicInteger();

    @Test
    void nobodyWaitsLongForATableThatIsBroughtUp() throws Exception {
        try (var context = Town.open(folder, 0, "--wanhu.database-url=" + database);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var village = village(context);
            var reports = context.getBean(Reports.class);
            reports.report(null, report(village));
            fill();
            for (int each = 0; each < WRITERS; each++) {
                work.add(threads.submit(writer(reports, village)));
            }
            try {
                compare(threads);
            } finally {
                going.set(false);
            }
            for (var each : work) {
                each.get();
            }
        }
    }

    private void compare(ExecutorService threads) throws Exception {
        double old =
                longest(threads, "create index trial_old on matter.step (county, happened_at);");
        int before = reported.get();
        double now =
                longest(
                        threads,
                        """
                        set lock_timeout = 0;
                        create index concurrently trial_index on matter.step (county, happened_at);
                        set lock_timeout = '1500ms';
                        """,
                        "alter table matter.step add column trial int not null default 0;",
                        "alter table matter.step add constraint trial check (trial = 0) not valid;",
                        "alter table matter.step validate constraint trial;");
        int during = reported.get() - before;
        System.out.printf(
                "%,d rows: longest wait for a lock %.2f s, %d reports meanwhile;"
                        + " with an index made as before %.2f s%n",
                ROWS, now, during, old);
        assertThat(during).isPositive();
        assertThat(now).isLessThan(WAIT_SECONDS_MAX);
    }

    private static Unit village(ApplicationContext context) {
        var staff = context.getBean(Staff.class);
        var township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "迁镇");
        return staff.below(township, UnitKind.VILLAGE, "迁村");
    }

    private static Report report(Unit village) {
        return new Report(
                COUNTY,
                Ids.next(),
                new Report.Content(Kind.HELP, "road", Channel.WEB, false, "路灯坏了", "路灯坏了。"),
                village.id(),
                "",
                null,
                new Report.Contact("白大娘", "13800138000", false, false, false, true),
                Instant.now());
    }

    /** The one line that is there, many times. */
    private void fill() throws SQLException {
        try (var connection = DriverManager.getConnection(whole);
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                    insert into matter.step
                    select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'seq', n))).*
                    from matter.step s, generate_series(1001, 1000 + %d) n
                    """
                            .formatted(ROWS));
        }
    }

    private Callable<Void> writer(Reports reports, Unit village) {
        return () -> {
            Wall.up(Wall.WHOLE);
            while (going.get()) {
                reports.report(null, report(village));
                reported.incrementAndGet();
            }
            return null;
        };
    }

    /** The longest that anybody but the migration waits for a lock, in seconds. */
    private double longest(ExecutorService threads, String... scripts) throws Exception {
        var place = Files.createDirectories(folder.resolve("trial"));
        int first = scripts.length == 1 ? 1 : 2;
        for (int each = 0; each < scripts.length; each++) {
            var name = "V%d__trial.sql".formatted(first + each);
            Files.writeString(place.resolve(name), scripts[each]);
            if (scripts[each].contains("concurrently")) {
                Files.writeString(place.resolve(name + ".conf"), "executeInTransaction=false\n");
            }
        }
        var reading = new CountDownLatch(1);
        work.add(threads.submit(reader(reading)));
        reading.await();
        var migration =
                threads.submit(() -> {
                    TestMigrations.run(whole, place);
                    return null;
                });
        double longest = 0;
        try (var connection = DriverManager.getConnection(whole)) {
            while (!migration.isDone()) {
                longest = Math.max(longest, waiting(connection));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        migration.get();
        return longest;
    }

    private static double waiting(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select coalesce(extract(epoch from max(clock_timestamp() - l.waitstart)), 0)
                                from pg_locks l
                                join pg_stat_activity a on a.pid = l.pid
                                where not l.granted and a.application_name = 'wanhu'
                                """)) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    private Callable<Void> reader(CountDownLatch reading) {
        return () -> {
            try (var connection = DriverManager.getConnection(whole)) {
                connection.setAutoCommit(false);
                try (var statement = connection.createStatement()) {
                    statement.execute("select count(*) from matter.step");
                }
                reading.countDown();
                LockSupport.parkNanos(READS.toNanos());
                connection.rollback();
            }
            return null;
        };
    }
}
