package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.Visitor;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/**
 * Two counties on one machine: one asks for its lists seven times as often as the other and for
 * file after file; the other must not feel much of it. Run by {@code ./check --faults}.
 */
class NoisyCounty {
    private static final int QUIET = 155_416;
    private static final int NOISY = 155_417;
    private static final int MATTERS = Integer.getInteger("faults.noise", 2000);
    private static final List<Role> ROLES =
            List.of(Role.COUNTY_CLERK, Role.PHONE_DESK, Role.FOLLOW_UP);
    private static final double RATE = 8;
    private static final double TIMES = 7;
    private static final int FILES_EACH = 30;
    private static final Duration WATCHED =
            Duration.ofSeconds(Integer.getInteger("faults.heard", 40));
    private static final double SLOWER_MAX = 1.5;

    /** Below this nobody waits. */
    private static final double UNNOTICED_MILLIS = 100;

    @TempDir private Path data;

    @Test
    void oneCountysNoiseIsHardlyFeltInAnother() throws Exception {
        try (var product = new Product(data)) {
            var clerks = found(product);
            product.start();
            try (var quiet = crowd(product, clerks.getFirst());
                    var noisy = crowd(product, clerks.getLast());
                    var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                quiet.ask(RATE, WATCHED.dividedBy(2), _ -> "/matters?lens=AREA");
                var alone = quiet.ask(RATE, WATCHED, _ -> "/matters?lens=AREA");
                Callable<Crowd.Result> noise =
                        () -> noisy.ask(TIMES * RATE, WATCHED, _ -> "/matters?lens=AREA");
                var heard = threads.submit(noise);
                for (var each : clerks.subList(1, clerks.size())) {
                    threads.execute(() -> files(each.visitor()));
                }
                var beside = quiet.ask(RATE, WATCHED, _ -> "/matters?lens=AREA");

                System.out.printf(
                        "alone: %s%nbeside: %s%nthe noise: %s%n", alone, beside, heard.get());
                assertThat(beside.count(200)).isEqualTo(beside.all().size());
                assertThat(beside.p95())
                        .isLessThan(Math.max(UNNOTICED_MILLIS, SLOWER_MAX * alone.p95()));
                assertThat(product.bugs()).isEmpty();
            }
        }
    }

    private record Clerk(Visitor visitor, Actor actor) {}

    private static void files(Visitor clerk) {
        for (int each = 0; each < FILES_EACH; each++) {
            clerk.get("/matters/export.csv?lens=AREA");
        }
    }

    private static Crowd crowd(Product product, Clerk clerk) {
        var session = clerk.visitor().cookie("/desk", "wanhu").orElseThrow();
        return new Crowd(product.port(), "Cookie: wanhu=" + session + "\r\n");
    }

    /** The quiet county's clerk first. */
    private static List<Clerk> found(Product product) {
        try (var context = Town.open(product.data(), product.port())) {
            var staff = context.getBean(Staff.class);
            var reports = context.getBean(Reports.class);
            var all = new ArrayList<Clerk>();
            for (int code : List.of(QUIET, NOISY)) {
                var county = staff.county(code);
                var township = staff.below(county, UnitKind.TOWNSHIP, "一镇");
                var village = staff.below(township, UnitKind.VILLAGE, "一村");
                for (int each = 0; each < MATTERS; each++) {
                    reports.report(null, report(village));
                }
                for (Role role : code == QUIET ? ROLES.subList(0, 1) : ROLES) {
                    all.add(new Clerk(Visitor.of(product.address()), staff.actor(role, county)));
                }
            }
            all.forEach(clerk -> enter(clerk.visitor(), clerk.actor()));
            return all;
        }
    }

    private static Report report(Unit village) {
        return new Report(
                village.county(),
                Ids.next(),
                new Report.Content(Kind.HELP, "road", Channel.WEB, false, "路灯坏了", "路灯坏了。"),
                village.id(),
                "",
                null,
                new Report.Contact(null, "13800138000", false, false, false, true),
                Instant.now());
    }

    private static void enter(Visitor visitor, Actor as) {
        visitor.get("/sign-in");
        visitor.post("/sign-in/demo", "post", as.post().toString());
    }
}
