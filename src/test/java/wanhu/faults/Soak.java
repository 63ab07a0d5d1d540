package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.Visitor;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/**
 * The product lives through months in minutes: each turn residents tell and take back, a clerk
 * works, an office reads lists and figures, and then it is the next day. Nothing may grow but what
 * is kept. Run by {@code ./check --faults}; {@code -Dfaults.soak=3600} for an hour.
 */
class Soak {
    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("faults.soak", 300));
    private static final int WEIGHINGS = 30;
    private static final int COMMANDS_A_DAY = 12;
    private static final int COUNTY = 150_964;
    private static final List<String> PAGES =
            List.of(
                    "/desk",
                    "/matters?lens=AREA",
                    "/matters/export.csv?lens=AREA",
                    "/figures",
                    "/flow",
                    "/rounds",
                    "/projects",
                    "/search?q=%E8%B7%AF%E7%81%AF",
                    "/status",
                    "/");

    /** What the last third of the time may have more than the third before it. */
    private static final double HEAP_GROWTH_MAX = 0.06;

    private static final long HANDLES_GROWTH_MAX = 10;
    private static final long THREADS_GROWTH_MAX = 6;

    /** Kilobytes of disk that a command may cost in the last third, of what it cost before. */
    private static final double DISK_GROWTH_MAX = 1.5;

    @TempDir private Path data;

    private final Ledger ledger = new Ledger();
    private final List<Weight> weights = new ArrayList<>();
    private final List<Integer> settled = new ArrayList<>();
    private LocalDate day = LocalDate.now(Zones.CHINA).plusDays(1);

    /** Who works there, and in which posts. */
    private record People(Visitor clerk, UUID clerkPost, Visitor office, UUID officePost) {
        void enter() {
            enter(clerk, clerkPost);
            enter(office, officePost);
        }

        private static void enter(Visitor visitor, UUID post) {
            visitor.get("/sign-in");
            visitor.post("/sign-in/demo", "post", post.toString());
        }
    }

    @Test
    void nothingGrowsButWhatIsKept() throws Exception {
        try (var product = new Product(data, "--wanhu.demo=true", "--wanhu.demo-county=false")) {
            var village = new ArrayList<String>();
            var people = found(product, village);
            product.start();
            var town = new Town(village.getFirst(), List.of(people.clerk()), people.office());
            var sender = new Sender(product, town, 0, ledger);
            long begun = System.nanoTime();
            var between = TIME.dividedBy(WEIGHINGS);
            int days = 0;
            while (weights.size() < WEIGHINGS) {
                people.enter();
                live(sender, people);
                days++;
                if (System.nanoTime() - begun
                        > between.multipliedBy(weights.size() + 1L).toNanos()) {
                    weights.add(product.weigh());
                    settled.add(ledger.settled());
                    System.out.println(
                            days
                                    + " days, "
                                    + ledger.settled()
                                    + " commands: "
                                    + weights.getLast());
                }
            }
            product.stop();

            assertThat(product.bugs()).isEmpty();
            assertThat(product.traces()).isEmpty();
        }
        assertThat(growth(Weight::heap))
                .isLessThan((long) (HEAP_GROWTH_MAX * middle(Weight::heap)));
        assertThat(growth(Weight::handles)).isLessThan(HANDLES_GROWTH_MAX);
        assertThat(growth(Weight::threads)).isLessThan(THREADS_GROWTH_MAX);
        assertThat(diskPerCommand(2)).isLessThan(DISK_GROWTH_MAX * diskPerCommand(1));
    }

    private static People found(Product product, List<String> village) {
        try (var context = Town.open(product.data(), product.port())) {
            var staff = context.getBean(Staff.class);
            var county = staff.county(COUNTY);
            var township = staff.below(county, UnitKind.TOWNSHIP, "久镇");
            var place = staff.below(township, UnitKind.VILLAGE, "久村");
            village.add(place.code());
            return new People(
                    Visitor.of(product.address()),
                    staff.actor(Role.VILLAGE_CLERK, place).post(),
                    Visitor.of(product.address()),
                    staff.actor(Role.COUNTY_CLERK, county).post());
        }
    }

    private void live(Sender sender, People people) {
        int until = ledger.settled() + COMMANDS_A_DAY;
        while (ledger.settled() < until) {
            sender.send();
        }
        PAGES.forEach(path -> assertThat(people.office().get(path).status()).isLessThan(500));
        people.office().get("/demo/clock");
        people.office().post("/demo/clock", "day", day.toString());
        day = day.plusDays(1);
    }

    /** How much more the last third has than the third before it, on average. */
    private long growth(ToLongFunction<Weight> of) {
        return Math.round(mean(2, of) - mean(1, of));
    }

    private double middle(ToLongFunction<Weight> of) {
        return mean(1, of);
    }

    private double mean(int third, ToLongFunction<Weight> of) {
        return third(third).stream().mapToLong(of).average().orElseThrow();
    }

    private List<Weight> third(int which) {
        int size = weights.size() / 3;
        return weights.subList(which * size, (which + 1) * size);
    }

    private double diskPerCommand(int which) {
        var part = third(which);
        int from = which * weights.size() / 3;
        double commands = settled.get(from + part.size() - 1) - (double) settled.get(from);
        return (part.getLast().disk() - part.getFirst().disk()) / commands;
    }
}
