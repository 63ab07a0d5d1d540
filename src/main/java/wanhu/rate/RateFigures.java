package wanhu.rate;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import wanhu.base.Refused;
import wanhu.board.Rollups;
import wanhu.org.Unit;
import wanhu.org.Units;

/** The three rates of a unit with all below it in one month, for those who write about them. */
@Service
public class RateFigures {
    private final Rates rates;
    private final RateFold fold;
    private final Rollups rollups;
    private final Units units;

    RateFigures(Rates rates, RateFold fold, Rollups rollups, Units units) {
        this.rates = rates;
        this.fold = fold;
        this.rollups = rollups;
        this.units = units;
    }

    /**
     * A rate.
     *
     * @param shown whether there are enough cases to show it
     * @param value 0 to 1
     * @param cases how many count
     */
    public record Share(Rate rate, boolean shown, double value, int cases) {}

    /** Has the rates of a county counted in the background, for somebody who will ask soon. */
    public void want(int county) {
        rollups.want(fold, county);
    }

    /**
     * The rates of the month as they are now, in their order.
     *
     * @throws Refused CONFLICT while they are being counted
     */
    public List<Share> month(int county, UUID unit, YearMonth month) {
        if (!rollups.follow(fold, county)) {
            throw new Refused(Refused.Kind.CONFLICT, "rate.refused.counting");
        }
        var asked =
                new Rates.Asked(
                        units.get(county, unit), new SumStore.Months(month, month), RateItems.ANY);
        var table = rates.table(county, asked);
        return shares(table.whole(), table.preset());
    }

    private static List<Share> shares(Score score, Preset preset) {
        return Stream.of(Rate.values())
                .map(each -> {
                    var figure = score.figure(each, preset.least());
                    return new Share(each, figure.shown(), figure.value(), figure.cases());
                })
                .toList();
    }

    /**
     * The rates of a unit with all below it.
     *
     * @param shares in their order
     * @param left matters that somebody above the unit has left out
     */
    public record Rated(List<Share> shares, int left) {
        public Rated {
            shares = List.copyOf(shares);
        }
    }

    /** The rates of some units over some months, both inclusive, as far as they were counted. */
    public Map<UUID, Rated> units(
            int county, Collection<Unit> some, YearMonth from, YearMonth until) {
        var below = rates.below(county, some, new SumStore.Months(from, until));
        return below.scores().entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                each ->
                                        new Rated(
                                                shares(each.getValue(), below.preset()),
                                                each.getValue().left(Finding.HANDLED))));
    }

    /** Up to when what happened is in; the epoch before anything was counted. */
    public Instant at(int county) {
        return rollups.at(fold, county);
    }
}
