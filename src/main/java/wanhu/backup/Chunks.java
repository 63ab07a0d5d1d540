package wanhu.backup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import wanhu.crypto.Suite;

/**
 * The sealed form of a backup: a head ("WANHUBK1", of the Chinese suite "WANHUBG1", and the salt of
 * the passphrase) and chunks of a mebibyte, each sealed with the suite's AEAD: AES-256-GCM or
 * SM4-GCM. The nonce is the number of the chunk and whether it is the last (the STREAM construction
 * of Hoang, Reyhanitabar, Rogaway and Vizár 2015), so that a chunk changed, left out, moved or cut
 * off does not open. A key seals one backup only.
 */
final class Chunks {
    static final int MAGIC_BYTES = 8;
    static final int PLAIN_BYTES = 1 << 20;
    static final int TAG_BYTES = 16;
    private static final int NONCE_BYTES = 12;

    private Chunks() {}

    /** With this begins a backup of the suite. */
    static byte[] magic(Suite suite) {
        var magic =
                switch (suite) {
                    case STANDARD -> "WANHUBK1";
                    case GM -> "WANHUBG1";
                };
        return magic.getBytes(StandardCharsets.US_ASCII);
    }

    /** The suite of a backup that begins so; empty when it is none of ours. */
    static Optional<Suite> suite(byte[] head) {
        for (Suite each : Suite.values()) {
            if (Arrays.equals(magic(each), head)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    static Cipher cipher(int mode, Key key, Place place) {
        try {
            var cipher = key.suite().cipher();
            var nonce =
                    ByteBuffer.allocate(NONCE_BYTES)
                            .putLong(place.number())
                            .putInt(place.last() ? 1 : 0);
            cipher.init(
                    mode, key.secret(), new GCMParameterSpec(Byte.SIZE * TAG_BYTES, nonce.array()));
            cipher.updateAAD(magic(key.suite()));
            return cipher;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("Expected the cipher of the suite", missing);
        }
    }

    /** The key of one backup. */
    record Key(Suite suite, SecretKey secret) {
        @Override
        public String toString() {
            return "Key " + suite;
        }
    }

    /** Makes the key of one backup out of its salt. */
    interface KeyMaker {
        SecretKey key(Suite suite, byte[] salt);
    }

    /** Which chunk, counted from 0, and whether it is the last. */
    record Place(long number, boolean last) {
        Place next(boolean isLast) {
            return new Place(number + 1, isLast);
        }
    }
}
