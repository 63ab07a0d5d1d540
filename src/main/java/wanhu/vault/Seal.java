package wanhu.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals and opens single values with the AEAD of the {@link Suite}: a fresh nonce of 96 bits for
 * each value, the key's id in the value, and the place of the value (field and row) as additional
 * data, so that a value copied to another row or column does not open.
 */
final class Seal {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int INDEX_BYTES = 16;

    private final SecureRandom random = new SecureRandom();
    private final KeyRing ring;

    Seal(KeyRing ring) {
        this.ring = ring;
    }

    /** Suite, key ("v1.k1.") and the Base64 of nonce, encrypted text and tag. */
    String seal(String place, String plain) {
        var keys = ring.now();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] hidden =
                    cipher(Cipher.ENCRYPT_MODE, keys.current(), nonce, place)
                            .doFinal(plain.getBytes(StandardCharsets.UTF_8));
            byte[] all =
                    ByteBuffer.allocate(nonce.length + hidden.length)
                            .put(nonce)
                            .put(hidden)
                            .array();
            return keys.suite().version()
                    + "."
                    + keys.current()
                    + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected to seal a value at " + place, broken);
        }
    }

    /** The text that was sealed at the same place. */
    String open(String place, String sealed) {
        var parts = sealed.split("\\.", 3);
        if (parts.length != 3 || !ring.now().suite().sealed(parts[0])) {
            throw new IllegalStateException("Expected a sealed value at " + place);
        }
        var all = ByteBuffer.wrap(decoded(place, parts[2]));
        if (all.remaining() < NONCE_BYTES) {
            throw new IllegalStateException("Expected a whole sealed value at " + place);
        }
        byte[] nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        byte[] hidden = new byte[all.remaining()];
        all.get(hidden);
        try {
            return new String(
                    cipher(Cipher.DECRYPT_MODE, parts[1], nonce, place).doFinal(hidden),
                    StandardCharsets.UTF_8);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "Expected a value sealed at " + place + " but it does not open", broken);
        }
    }

    private static byte[] decoded(String place, String base64) {
        try {
            return Base64.getUrlDecoder().decode(base64);
        } catch (IllegalArgumentException damaged) {
            throw new IllegalStateException("Expected a sealed value at " + place, damaged);
        }
    }

    /** Whether the value is sealed with the key that seals now. */
    boolean current(String sealed) {
        return sealed.startsWith(prefix());
    }

    /** With this begins what is sealed now. */
    String prefix() {
        var keys = ring.now();
        return keys.suite().version() + "." + keys.current() + ".";
    }

    /** Keyed digest by which equal values are found without opening them; 32 hexadecimal digits. */
    String index(String field, String plain) {
        try {
            var keys = ring.now();
            var mac = keys.suite().mac();
            mac.init(keys.index());
            mac.update(field.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            byte[] digest = mac.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, INDEX_BYTES);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected the digest of the suite", broken);
        }
    }

    private Cipher cipher(int mode, String keyId, byte[] nonce, String place)
            throws GeneralSecurityException {
        var keys = ring.holding(keyId);
        var key = keys.sealing().get(keyId);
        if (key == null) {
            throw new IllegalStateException(
                    "Expected vault key " + keyId + " for the value at " + place);
        }
        var cipher = keys.suite().cipher();
        cipher.init(mode, keys.suite().key(key), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
