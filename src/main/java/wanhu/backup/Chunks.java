package wanhu.backup;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The sealed form of a backup: a head ("WANHUBK1" and the salt of the passphrase) and chunks of a
 * mebibyte, each sealed with AES-256-GCM. The nonce is the number of the chunk and whether it is
 * the last (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár 2015), so that a
 * chunk changed, left out, moved or cut off does not open. A key seals one backup only.
 */
final class Chunks {
    static final byte[] MAGIC = {'W', 'A', 'N', 'H', 'U', 'B', 'K', '1'};
    static final int PLAIN_BYTES = 1 << 20;
    static final int TAG_BYTES = 16;
    private static final int NONCE_BYTES = 12;

    private Chunks() {}

    static Cipher cipher(int mode, SecretKey key, Place place) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            var nonce =
                    ByteBuffer.allocate(NONCE_BYTES)
                            .putLong(place.number())
                            .putInt(place.last() ? 1 : 0);
            cipher.init(mode, key, new GCMParameterSpec(Byte.SIZE * TAG_BYTES, nonce.array()));
            cipher.updateAAD(MAGIC);
            return cipher;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Expected AES-GCM in the JDK", missing);
        }
    }

    /** Makes the key of one backup out of its salt. */
    interface KeyMaker {
        SecretKey key(byte[] salt);
    }

    /** Which chunk, counted from 0, and whether it is the last. */
    record Place(long number, boolean last) {
        Place next(boolean isLast) {
            return new Place(number + 1, isLast);
        }
    }
}
