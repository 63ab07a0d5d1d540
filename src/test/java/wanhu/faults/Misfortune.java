package wanhu.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Kills the product or its database hard, at moments that a seed decides. */
final class Misfortune {
    private static final int DELAY_MILLIS_MAX = 60;
    private static final int START_MILLIS_MAX = 12_000;

    private final Product product;
    private final Random random;
    private final Deque<Integer> moments;
    private int struck;

    /** What is killed. */
    private enum Blow {
        POSTMASTER,
        PROGRAM,
        BOTH,
        PROGRAM_AND_ITS_START
    }

    /**
     * @param kills how often, spread over so many commands
     */
    Misfortune(Product product, long seed, int kills, int commands) {
        this.product = product;
        this.random = new Random(seed);
        this.moments =
                new ArrayDeque<>(
                        random.ints(kills, commands / 20, commands - commands / 20)
                                .sorted()
                                .boxed()
                                .toList());
    }

    /** Called by whoever has just learnt the fate of a command. */
    synchronized void after(int commands) {
        while (!moments.isEmpty() && commands >= moments.getFirst()) {
            moments.removeFirst();
            LockSupport.parkNanos(millis(DELAY_MILLIS_MAX).toNanos());
            var blow = Blow.values()[struck % Blow.values().length];
            strike(blow);
            struck++;
            System.out.printf("after %,d commands: %s%n", commands, blow);
        }
    }

    int struck() {
        return struck;
    }

    private Duration millis(int max) {
        return Duration.ofMillis(random.nextInt(max));
    }

    private void strike(Blow blow) {
        if (List.of(Blow.POSTMASTER, Blow.BOTH).contains(blow)) {
            product.killPostmaster();
        }
        if (blow != Blow.POSTMASTER) {
            product.kill();
        }
        if (blow == Blow.PROGRAM_AND_ITS_START) {
            product.startInVain(millis(START_MILLIS_MAX));
        }
        if (blow != Blow.POSTMASTER) {
            product.start();
        }
    }
}
