package wanhu.callback;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Draws one lot. It follows from the seed of the month, the matter and the turn alone (SHA-256 of
 * the three, its first four bytes modulo 10,000), so that anybody who has the seed draws the same
 * again; nobody who has not can tell beforehand who is called. Pure.
 */
record Draw(String seed, UUID matter, int turn) {
    /** Lots are numbers from 0 to one less than this. */
    static final int LOTS = 10_000;

    private static final int PER_PERCENT = LOTS / 100;

    /** Its number, 0 to 9999. */
    int number() {
        var line = seed + ":" + matter + ":" + turn;
        var hash = sha256().digest(line.getBytes(StandardCharsets.UTF_8));
        return Integer.remainderUnsigned(ByteBuffer.wrap(hash).getInt(), LOTS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether it is called where that share is. */
    boolean drawn(int percent) {
        return number() < percent * PER_PERCENT;
    }
}
