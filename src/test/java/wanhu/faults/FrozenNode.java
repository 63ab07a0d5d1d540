package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.audit.WholeRecord;
import wanhu.base.Ids;
import wanhu.embedded.TestServer;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/**
 * Two nodes, a thousand clocks due in one moment, and one node that is stopped in the middle of it
 * (SIGSTOP) and goes on later as if nothing had been. Run by {@code ./check --faults}.
 */
class FrozenNode {
    private static final int MATTERS = Integer.getInteger("faults.matters", 1000);
    private static final Duration FROZEN =
            Duration.ofSeconds(Integer.getInteger("faults.frozen", 90));
    private static final int COUNTY = 150_963;
    private static final int BEGUN = 20;
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** So long the frozen node may keep the row that it had in its hands from the other. */
    private static final String HELD = "PT10S";

    @TempDir private Path one;
    @TempDir private Path two;

    private final String database = TestServer.emptyDatabase("frozen");
    private final String option = "--wanhu.database-url=" + database;

    @Test
    void eachEffectComesOnceAndTheOtherNodeGoesOnMeanwhile() throws Exception {
        tell();
        Files.copy(
                one.resolve("vault.keys"),
                two.resolve("vault.keys"),
                StandardCopyOption.COPY_ATTRIBUTES);
        var held = "--wanhu.database-silence.held=" + HELD;
        try (var first = new Product(one, option, held, "--wanhu.tick=PT1S");
                var second = new Product(two, option, held, "--wanhu.tick=PT1S")) {
            first.start();
            second.start();
            allBecomeDue();
            until(BEGUN);
            first.freeze();
            int before = rung();
            long begun = System.nanoTime();
            int finished = until(MATTERS);
            var took = Duration.ofNanos(System.nanoTime() - begun);
            LockSupport.parkNanos(Math.max(0, FROZEN.minus(took).toNanos()));
            first.thaw();
            until(MATTERS);

            System.out.printf(
                    "%d of %d done when one node froze, %d after %d s with the other alone%n",
                    before, MATTERS, finished, took.toSeconds());
            assertThat(before).isLessThan(MATTERS);
            assertThat(finished).isEqualTo(MATTERS);
            assertThat(took).isLessThan(FROZEN);
            first.stop();
            second.stop();
        }
        eachOnce();
    }

    private void tell() {
        try (var context = Town.open(one, 0, option)) {
            var staff = context.getBean(Staff.class);
            var township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "停镇");
            var village = staff.below(township, UnitKind.VILLAGE, "停村");
            var reports = context.getBean(Reports.class);
            for (int each = 0; each < MATTERS; each++) {
                reports.report(null, report(village));
            }
        }
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

    private void allBecomeDue() throws SQLException {
        try (var connection = DriverManager.getConnection(TestServer.whole(database));
                var statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update promise.clock set started_at = started_at - interval '30 days',"
                            + " next_check = started_at where stopped_at is null");
        }
    }

    /** Waits until so many effects are there; how many there are then. */
    private int until(int wanted) throws SQLException {
        long begun = System.nanoTime();
        while (rung() < wanted && System.nanoTime() - begun < PATIENCE.toNanos()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return rung();
    }

    private void eachOnce() throws SQLException {
        assertThat(rung()).isEqualTo(MATTERS);
        assertThat(count("select count(*) from matter.step where step = 'Chase'"))
                .isEqualTo(MATTERS);
        assertThat(
                        count(
                                "select count(distinct matter_id) from matter.step"
                                        + " where step = 'Chase'"))
                .isEqualTo(MATTERS);
        try (var context = Town.open(one, 0, option)) {
            WholeRecord.needSound(context, COUNTY);
        }
    }

    private int rung() throws SQLException {
        return count("select count(*) from promise.rung");
    }

    private int count(String text) throws SQLException {
        try (var connection = DriverManager.getConnection(TestServer.whole(database));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(text)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
