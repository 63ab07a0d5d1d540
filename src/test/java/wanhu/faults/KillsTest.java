package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.faults.Ledger.Wish;

/**
 * The product and its database are killed hard while several senders work; afterwards everything
 * that was acknowledged is there, once. How long it goes on: see docs/faults.md.
 */
class KillsTest {
    private static final int COMMANDS = Integer.getInteger("faults.commands", 400);
    private static final int SENDERS = Integer.getInteger("faults.senders", 4);
    private static final int KILLS = Integer.getInteger("faults.kills", 3);
    private static final long SEED = Long.getLong("faults.seed", 20260803);

    @TempDir private Path data;

    private final Ledger ledger = new Ledger();

    @Test
    void nothingAcknowledgedIsLostAndNothingIsDoneTwice() throws Exception {
        try (var product = new Product(data, "--logging.level.wanhu.embedded=debug")) {
            var town = Town.found(product, SENDERS);
            var misfortune = new Misfortune(product, SEED, KILLS, COMMANDS);
            product.start();
            work(product, town, misfortune);
            product.stop();

            assertThat(product.left()).isEmpty();
            assertThat(product.bugs()).isEmpty();
            ledger.needQuiet(product.said());
            assertThat(misfortune.struck()).isEqualTo(KILLS);
            say(product, misfortune);
        }
        try (var context = Town.open(data, 0)) {
            new Examination(ledger, context).all();
        }
        assertThat(Wish.values()).allMatch(wish -> ledger.acknowledged(wish) > 0);
        assertThat(ledger.refused()).isPositive();
    }

    private void say(Product product, Misfortune misfortune) {
        System.out.printf(
                "%,d commands acknowledged (%s), %,d refused, sent again %,d times; %d kills; longest start %d s%n",
                ledger.acknowledged().size(),
                Arrays.stream(Wish.values())
                        .map(wish -> wish + " " + ledger.acknowledged(wish))
                        .collect(Collectors.joining(", ")),
                ledger.refused(),
                ledger.unknown(),
                misfortune.struck(),
                product.slowest().toSeconds());
    }

    private void work(Product product, Town town, Misfortune misfortune) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<?>>();
            for (int each = 0; each < SENDERS; each++) {
                var sender = new Sender(product, town, each, ledger);
                Callable<Void> life =
                        () -> {
                            while (ledger.settled() < COMMANDS) {
                                sender.send();
                                misfortune.after(ledger.settled());
                            }
                            return null;
                        };
                all.add(threads.submit(life));
            }
            for (var each : all) {
                each.get();
            }
        }
    }
}
