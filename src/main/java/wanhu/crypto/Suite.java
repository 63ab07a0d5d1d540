package wanhu.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;
import wanhu.base.CannotStart;

/**
 * A set of algorithms, chosen at the first start and kept with the keys: a value or an index made
 * with one suite means nothing to the other.
 */
public enum Suite {
    /** AES-256-GCM (NIST SP 800-38D), HMAC-SHA-256 (RFC 2104), SHA-256 (FIPS 180-4), Ed25519. */
    STANDARD("v1", "SHA-256"),
    /** 国密: SM4-GCM (GB/T 32907, RFC 8998), HMAC-SM3 and SM3 (GB/T 32905), SM2 (GB/T 32918). */
    GM("g1", "SM3");

    private static final int SM4_KEY_BYTES = 16;

    private final String version;
    private final String hash;

    Suite(String version, String hash) {
        this.version = version;
        this.hash = hash;
    }

    /** With this begin the values of the suite. */
    public String version() {
        return version;
    }

    /** Name of the digest, as it stands in the record of acts. */
    public String hash() {
        return hash;
    }

    /** Whether a value was sealed with the suite. */
    public boolean sealed(String valueVersion) {
        return version.equals(valueVersion);
    }

    /** A fresh cipher: AEAD with a nonce of 96 and a tag of 128 bits. */
    public Cipher cipher() throws GeneralSecurityException {
        return switch (this) {
            case STANDARD -> Cipher.getInstance("AES/GCM/NoPadding");
            case GM -> Cipher.getInstance("SM4/GCM/NoPadding", Gm.PROVIDER);
        };
    }

    /** A fresh keyed digest of 256 bits. */
    public Mac mac() throws GeneralSecurityException {
        return switch (this) {
            case STANDARD -> Mac.getInstance("HmacSHA256");
            case GM -> Mac.getInstance("HmacSM3", Gm.PROVIDER);
        };
    }

    /** A fresh digest of 256 bits. */
    public MessageDigest digest() {
        try {
            return switch (this) {
                case STANDARD -> MessageDigest.getInstance(hash);
                case GM -> MessageDigest.getInstance(hash, Gm.PROVIDER);
            };
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Expected " + hash, missing);
        }
    }

    /** The key of 32 bytes as the cipher wants it: SM4's has 16, drawn from it by HMAC-SM3. */
    public SecretKey key(SecretKey key) throws GeneralSecurityException {
        return switch (this) {
            case STANDARD -> key;
            case GM -> new SecretKeySpec(derived(key, "sm4"), 0, SM4_KEY_BYTES, "SM4");
        };
    }

    /**
     * Another key of 32 bytes for another purpose, drawn from a key by the suite's keyed digest.
     */
    public byte[] derived(SecretKey key, String purpose) throws GeneralSecurityException {
        var mac = mac();
        mac.init(key);
        return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    }

    /** The name in settings and in the file of keys. */
    public String setting() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The suite of a setting; null when there is none of that name. */
    public static @Nullable Suite find(String setting) {
        for (Suite each : values()) {
            if (each.setting().equals(setting)) {
                return each;
            }
        }
        return null;
    }

    /**
     * The suite of a setting.
     *
     * @throws CannotStart when there is none of that name
     */
    public static Suite of(String setting) {
        var suite = find(setting);
        if (suite == null) {
            throw new CannotStart(
                    "There are no algorithms called "
                            + setting
                            + ": give WANHU_CRYPTO=standard or WANHU_CRYPTO=gm.");
        }
        return suite;
    }

    /**
     * The suite whose digest has that name.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Suite ofHash(String hash) {
        for (Suite each : values()) {
            if (each.hash.equals(hash)) {
                return each;
            }
        }
        throw new IllegalArgumentException("Expected SHA-256 or SM3");
    }

    /** Loaded by whom it is needed: the provider costs time at the start. */
    private static final class Gm {
        static final Provider PROVIDER = new BouncyCastleProvider();
    }
}
