package wanhu.bench;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.UUID;

/** Ids of an invented life: made at its moments, repeatable by its seed. */
public final class Seeded {
    private static final long RANDOM_BITS = 0x3FFF_FFFF_FFFF_FFFFL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    private final SplittableRandom random;

    /** Those of one life. */
    public Seeded(long seed) {
        random = new SplittableRandom(seed);
    }

    /** Version 7, as the product's own ids are. */
    public UUID at(Instant moment) {
        return new UUID(
                (moment.toEpochMilli() << 16) | 0x7000L | random.nextInt(0x1000),
                (random.nextLong() & RANDOM_BITS) | VARIANT);
    }

    /** Version 4, as a salt is. */
    public UUID any() {
        return new UUID(
                (random.nextLong() & ~0xF000L) | 0x4000L, (random.nextLong() & RANDOM_BITS) | VARIANT);
    }
}
