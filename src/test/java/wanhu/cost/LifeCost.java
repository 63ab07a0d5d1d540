package wanhu.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import wanhu.Spent;

/**
 * What encryption and the record of acts add to the life of a matter: a product that has both and
 * one that has neither live the same lives, turn by turn, in one run. No part of the usual tests:
 *
 * <pre>{@code mvn -Dfast test -Dtest=LifeCost -Dtest.jit=-XX:+TieredCompilation}</pre>
 *
 * <p>The processor time of this program and of PostgreSQL is counted, not the time on the clock.
 */
class LifeCost {
    private static final Logger LOG = LoggerFactory.getLogger(LifeCost.class);
    private static final int LIVES = Integer.getInteger("life.lives", 200);
    private static final int WARM_ROUNDS = 4;
    private static final int ROUNDS = Integer.getInteger("life.rounds", 7);
    private static final double SHARE_MAX = 0.15;

    @Test
    void encryptionAndTheRecordTogetherCostLessThanASeventhOfALife() {
        try (var with = Lives.of("cost_with", true);
                var without = Lives.of("cost_without", false)) {
            for (int round = 0; round < WARM_ROUNDS; round++) {
                with.live(LIVES);
                without.live(LIVES);
            }
            var dear = new ArrayList<Spent>();
            var cheap = new ArrayList<Spent>();
            for (int round = 0; round < ROUNDS; round++) {
                dear.add(with.live(LIVES));
                cheap.add(without.live(LIVES));
            }
            tell("JVM ms a life", dear, cheap, each -> 1000 * each.jvm() / LIVES);
            tell("PostgreSQL ms a life", dear, cheap, each -> 1000 * each.postgres() / LIVES);
            tell("WAL bytes a life", dear, cheap, each -> (double) each.wal() / LIVES);
            double share =
                    tell("CPU ms a life", dear, cheap, each -> 1000 * each.seconds() / LIVES);

            assertThat(share).isLessThan(SHARE_MAX);
        }
    }

    /** Says both medians and which share of the dear one the difference is. */
    private static double tell(
            String what, List<Spent> dear, List<Spent> cheap, ToDoubleFunction<Spent> figure) {
        double with = median(dear, figure);
        double without = median(cheap, figure);
        double share = (with - without) / with;
        LOG.info(
                "{}: {} with, {} without, {} % of it",
                what,
                "%.2f".formatted(with),
                "%.2f".formatted(without),
                "%.1f".formatted(100 * share));
        return share;
    }

    private static double median(List<Spent> rounds, ToDoubleFunction<Spent> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray()[rounds.size() / 2];
    }
}
