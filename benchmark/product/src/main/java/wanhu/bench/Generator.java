package wanhu.bench;

import java.sql.Connection;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.springframework.context.ApplicationContext;
import wanhu.base.Wall;
import wanhu.base.Zones;
import wanhu.demo.Invention;
import wanhu.matter.Mill;
import wanhu.org.Unit;

/**
 * Years of matters of a county, in the product's own tables: told by season, weekday and village,
 * lived by the product's own decisions, copied. The same seed in the same county gives the same rows.
 */
final class Generator {
    private static final int PIECE = 2_000;
    private static final double GROWTH_A_YEAR = 1.12;
    private static final double WEEKEND = 0.55;
    private static final double DENSITY = 1.5;

    /** So long ago, and up to so much longer, was told what waits. */
    private static final Duration WAITED = Duration.ofDays(50);

    private static final long WAITED_MINUTES = Duration.ofDays(30).toMinutes();

    private final ApplicationContext product;
    private final Connection connection;
    private final Wish wish;

    /**
     * What is wished for.
     *
     * @param matters of the county
     * @param waiting matters besides, raised to their townships two months ago, of which nothing came
     * @param years that they are spread over
     * @param end after which nothing happens
     */
    record Wish(int matters, int waiting, int years, long seed, Instant end) {
        int all() {
            return matters + waiting;
        }
}

    /**
     * What was made.
     *
     * @param refused acts that the rules did not allow, and that were left out
     * @param seal digest of the rows of the first piece
     */
    record Made(long matters, long rows, long refused, double seconds, String seal) {}

    /** Copies over the connection, which commits by itself no longer. */
    Generator(ApplicationContext product, Connection connection, Wish wish) {
        this.product = product;
        this.connection = connection;
        this.wish = wish;
    }

    /** Fills a county that has no matters. */
    Made fill(Land.County land) {
        long start = System.nanoTime();
        try (var copier = new Copier(connection)) {
            var press = new Press(copier);
            var mill = new Mill(product, press);
            var invention = new Invention(product, mill, land, wish.end());
            var tellings = tellings(land);
            var seal = "";
            for (int from = 0; from < tellings.size(); from += PIECE) {
                live(invention, tellings.subList(from, Math.min(from + PIECE, tellings.size())));
                seal = from == 0 ? press.seal() : seal;
                press.flush();
            }
            mill.count();
            press.flush();
            copier.close();
            return new Made(
                    tellings.size(), press.rows(), invention.refused(), (System.nanoTime() - start) / 1e9, seal);
        }
    }

    private static void live(Invention invention, List<Telling> tellings) {
        Wall.whole(() ->
                tellings.forEach(told -> {
                    if (told.waits()) {
                        invention.wait(told.seed(), told.village(), told.at());
                    } else {
                        invention.live(told.seed(), told.village(), told.at());
                    }
                }));
    }

    /** Lives the first piece again and copies nothing: the digest that it would have. */
    String again(Land.County land) {
        var press = new Press((_, _) -> {});
        var invention = new Invention(product, new Mill(product, press), land, wish.end());
        var tellings = tellings(land);
        live(invention, tellings.subList(0, Math.min(PIECE, tellings.size())));
        return press.seal();
    }

    /** When and where something is told. */
    private record Telling(long seed, Unit village, Instant at, boolean waits) {}

    private List<Telling> tellings(Land.County land) {
        var random = new SplittableRandom(wish.seed() * 1_000_003 + land.code());
        var villages = new ArrayList<>(land.tree().villages(land.root().path()));
        shuffle(villages, random);
        var last = Zones.day(wish.end());
        var first = last.minusYears(wish.years());
        int days = (int) (last.toEpochDay() - first.toEpochDay());
        var weights = new double[days];
        for (int day = 0; day < days; day++) {
            weights[day] = weight(first.plusDays(day), day);
        }
        double all = Arrays.stream(weights).sum();
        var tellings = new ArrayList<Telling>(wish.matters());
        double sum = 0;
        for (int day = 0; day < days; day++) {
            sum += weights[day] / all * wish.matters();
            var moments = moments((int) Math.round(sum) - tellings.size(), first.plusDays(day), random);
            for (var moment : moments) {
                tellings.add(new Telling(random.nextLong(), village(villages, random), moment, false));
            }
        }
        for (int at = 0; at < wish.waiting(); at++) {
            var moment = wish.end().minus(WAITED.plusMinutes(random.nextLong(WAITED_MINUTES)));
            tellings.add(new Telling(random.nextLong(), village(villages, random), moment, true));
        }
        return tellings;
    }

    /** Density as in real counties: some villages tell far more than others. */
    private static Unit village(List<Unit> villages, SplittableRandom random) {
        return villages.get((int) (villages.size() * Math.pow(random.nextDouble(), DENSITY)));
    }

    private static void shuffle(List<Unit> villages, SplittableRandom random) {
        for (int at = villages.size(); at > 1; at--) {
            int other = random.nextInt(at);
            villages.set(at - 1, villages.set(other, villages.get(at - 1)));
        }
    }

    private static double weight(LocalDate day, int after) {
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        // Least at new year, most in the middle of summer.
        double season = 1 - 0.3 * Math.cos(2 * Math.PI * (day.getDayOfYear() - 20) / 365);
        return season * (weekend ? WEEKEND : 1) * Math.pow(GROWTH_A_YEAR, after / 365.0);
    }

    private static List<Instant> moments(int count, LocalDate day, SplittableRandom random) {
        var begin = Zones.startOf(day);
        return random.ints(Math.max(0, count), 0, 2 * 8 * 3600)
                .mapToObj(second -> begin.plus(Duration.ofSeconds(second / 2 + (second % 2 == 0 ? 7 * 3600 : 12 * 3600L))))
                .sorted()
                .toList();
    }
}
