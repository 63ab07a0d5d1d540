package wanhu.vault;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.jspecify.annotations.Nullable;

/**
 * The algorithms of the vault, chosen at the first start and kept with the keys: a value or an
 * index made with one suite means nothing to the other.
 */
enum Suite {
    /** AES-256-GCM (NIST SP 800-38D) and HMAC-SHA-256 (RFC 2104), of the JDK. */
    STANDARD("v1"),
    /** 国密: SM4-GCM (GB/T 32907, RFC 8998) and HMAC-SM3 (GB/T 32905), of Bouncy Castle. */
    GM("g1");

    private static final int SM4_KEY_BYTES = 16;

    private final String version;

    Suite(String version) {
        this.version = version;
    }

    /** With this begin the values of the suite. */
    String version() {
        return version;
    }

    /** Whether a value was sealed with the suite. */
    boolean sealed(String version) {
        return this.version.equals(version);
    }

    Cipher cipher() throws GeneralSecurityException {
        return switch (this) {
            case STANDARD -> Cipher.getInstance("AES/GCM/NoPadding");
            case GM -> Cipher.getInstance("SM4/GCM/NoPadding", Gm.PROVIDER);
        };
    }

    Mac mac() throws GeneralSecurityException {
        return switch (this) {
            case STANDARD -> Mac.getInstance("HmacSHA256");
            case GM -> Mac.getInstance("HmacSM3", Gm.PROVIDER);
        };
    }

    /** The key of 32 bytes as the cipher wants it: SM4's has 16, drawn from it by HMAC-SM3. */
    SecretKey key(SecretKey key) throws GeneralSecurityException {
        return switch (this) {
            case STANDARD -> key;
            case GM -> {
                var mac = mac();
                mac.init(key);
                yield new SecretKeySpec(
                        mac.doFinal(new byte[] {'s', 'm', '4'}), 0, SM4_KEY_BYTES, "SM4");
            }
        };
    }

    /** The name in settings and in the file of keys. */
    String setting() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The suite of a setting; null when there is none of that name. */
    static @Nullable Suite find(String setting) {
        for (Suite each : values()) {
            if (each.setting().equals(setting)) {
                return each;
            }
        }
        return null;
    }

    /** Loaded by whom it is needed: the provider costs time at the start. */
    private static final class Gm {
        static final Provider PROVIDER = new BouncyCastleProvider();
    }
}
