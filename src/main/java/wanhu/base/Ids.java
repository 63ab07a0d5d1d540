package wanhu.base;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Makes identifiers in the program, so that a command can be repeated and counties can move between
 * servers.
 *
 * <p>UUID version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then random bits.
 */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    /** A new identifier; sorts roughly by the time of its making, which never goes back. */
    public static UUID next() {
        return at(Steady.MACHINE.millis());
    }

    private static UUID at(long millis) {
        long high = (millis << 16) | 0x7000L | (RANDOM.nextInt() & 0x0FFFL);
        long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
