package wanhu.bench;

import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.ApplicationContext;
import wanhu.base.Actor;
import wanhu.base.Wall;
import wanhu.base.Zones;
import wanhu.board.Counters;
import wanhu.board.Histories;
import wanhu.matter.MatterFigures;
import wanhu.rate.RateFigures;

/** Figures in the product, each seen to be what counting the matters one by one says. */
final class WanhuBoards {
    private final Histories histories;
    private final MatterFigures figures;
    private final RateFigures rates;
    private final Counters counters;
    private final Clock clock;

    WanhuBoards(ApplicationContext product) {
        histories = product.getBean(Histories.class);
        figures = product.getBean(MatterFigures.class);
        rates = product.getBean(RateFigures.class);
        counters = new Counters(product);
        clock = product.getBean(Clock.class);
    }

    /** What is read. */
    enum Tile {
        /** Where the open matters stand now. */
        STANDING(0),
        /** Told and solved in one month, by level, month and category. */
        MONTH(1),
        /** The same of twelve months. */
        YEAR(12),
        /** The same of sixty months. */
        YEARS(60),
        /** The three rates of last month. */
        RATES(0);

        private final int months;

        Tile(int months) {
            this.months = months;
        }
    }

    /** Reads one; answers how many rows it has. */
    int read(Tile tile, Actor clerk) {
        return switch (tile) {
            case STANDING -> Wall.of(clerk).behind(() -> figures.standing(clerk)).units().size();
            case MONTH, YEAR, YEARS -> {
                var history = history(tile, clerk);
                yield history.months().size() + history.abouts().size() + history.solved().size();
            }
            case RATES -> Wall.of(clerk).behind(() -> rates.month(clerk.county(), clerk.unit(), month().minusMonths(1))).size();
        };
    }

    private Histories.History history(Tile tile, Actor clerk) {
        var today = Zones.day(clock.instant());
        return Wall.of(clerk).behind(() -> histories.history(clerk, month().minusMonths(tile.months - 1L), today));
    }

    private YearMonth month() {
        return YearMonth.from(Zones.day(clock.instant()));
    }

    /** Counts the same from the matters; answers 1 when all agrees. */
    int naive(Tile tile, Actor clerk) {
        var today = Zones.day(clock.instant());
        var from = month().minusMonths(tile.months - 1L).atDay(1);
        return Wall.of(clerk).behind(() -> {
            var kept = history(tile, clerk);
            same(figures.months(clerk, from, today), kept.months());
            same(figures.categories(clerk, from, today), kept.abouts());
            same(figures.solved(clerk, from, today), kept.solved());
            return 1;
        });
    }

    private static void same(Object counted, Object kept) {
        if (!Objects.equals(counted, kept)) {
            throw new IllegalStateException("Expected %s but got %s".formatted(counted, kept));
        }
    }

    /** Makes all that is kept of a county anew; seconds by room. */
    Map<String, Number> remake(int county) {
        var seconds = new LinkedHashMap<String, Number>();
        for (var room : counters.rooms()) {
            long start = System.nanoTime();
            counters.remake(room, county);
            seconds.put(room, (System.nanoTime() - start) / 1e9);
        }
        return seconds;
    }

    /** Follows what has happened since; seconds. */
    Map<String, Number> follow(int county) {
        long start = System.nanoTime();
        counters.follow(county);
        double took = (System.nanoTime() - start) / 1e9;
        int differing = counters.differing(county);
        if (differing > 0) {
            throw new IllegalStateException(differing + " parts are not what the matters say");
        }
        return Map.of("seconds", took);
    }
}
