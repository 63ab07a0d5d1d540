package wanhu.demo;

import java.util.Random;

/** Invented names. */
final class DemoNames {
    private final String[] families = DemoTable.rows("names.tsv").get(0);
    private final String[] given = DemoTable.rows("names.tsv").get(1);
    private final Random random;

    DemoNames(Random random) {
        this.random = random;
    }

    String next() {
        return families[random.nextInt(families.length)] + given[random.nextInt(given.length)];
    }

    /** A mobile number of a range that is not given out. */
    String phone() {
        return "1990000%04d".formatted(random.nextInt(10_000));
    }
}
