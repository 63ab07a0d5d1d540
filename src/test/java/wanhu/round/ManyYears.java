package wanhu.round;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import wanhu.WanhuTest;
import wanhu.audit.WholeRecord;
import wanhu.board.Recount;

/**
 * {@link CountyYearTest} with whole years and many seeds, and with the record of acts and the kept
 * counts of each county. Run by {@code ./check --faults}; {@code -Dfaults.seeds=1000} for a night.
 */
@WanhuTest
class ManyYears {
    private static final int SEEDS = Integer.getInteger("faults.seeds", 1);
    private static final LocalDate FROM = LocalDate.parse("2026-01-01");

    @Autowired Years years;
    @Autowired ApplicationContext product;

    @Test
    void eachObligationComesOnceWhateverHappens() {
        int first = Integer.getInteger("faults.seed", 1);
        for (int seed = first; seed < first + SEEDS; seed++) {
            var played = years.play(seed, FROM, FROM.plusYears(1));
            int county = played.life().root.county();
            WholeRecord.needSound(product, county);
            Recount.needRight(product, county);
            System.out.printf(
                    "seed %d: %d matters, %d refusals, clocks looked at %d times, %d standstills%n",
                    seed,
                    played.life().told.size(),
                    played.life().refused,
                    played.ticks().size(),
                    played.standstills());
        }
    }
}
