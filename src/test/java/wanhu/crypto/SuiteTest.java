package wanhu.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wanhu.base.CannotStart;

/** The algorithms are those of the standards: published vectors. */
class SuiteTest {
    /** RFC 8998, appendix A.1. */
    @Test
    void sealsAsSm4GcmOfTheStandard() throws GeneralSecurityException {
        var cipher = Suite.GM.cipher();
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(bytes("0123456789abcdeffedcba9876543210"), "SM4"),
                new GCMParameterSpec(128, bytes("00001234567800000000abcd")));
        cipher.updateAAD(bytes("feedfacedeadbeeffeedfacedeadbeefabaddad2"));
        var plain =
                "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
                        + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa";

        assertThat(HexFormat.of().formatHex(cipher.doFinal(bytes(plain))))
                .isEqualTo(
                        "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
                                + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                                + "83de3541e4c2b58177e065a9bf7b62ec");
    }

    /** GB/T 32905-2016, appendix A: both examples; FIPS 180-4's first one. */
    @ParameterizedTest
    @CsvSource({
        "GM, 1, 66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
        "GM, 16, debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
        "STANDARD, 1, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    })
    void digestsAsTheStandards(Suite suite, int times, String digest) {
        var text = times == 1 ? "abc" : "abcd".repeat(times);

        assertThat(suite.digest().digest(text.getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(bytes(digest));
    }

    /** RFC 2104 over SM3, put together here from its definition. */
    @Test
    void indexesAsHmacOverSm3() throws GeneralSecurityException {
        var key = "草原".getBytes(StandardCharsets.UTF_8);
        var mac = Suite.GM.mac();
        mac.init(new SecretKeySpec(key, "HmacSM3"));

        assertThat(mac.doFinal(key)).isEqualTo(hmac(key, key));
    }

    @Test
    void knowsNoOtherAlgorithms() {
        assertThatThrownBy(() -> Suite.of("rot13"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("WANHU_CRYPTO=gm");
    }

    private static byte[] hmac(byte[] key, byte[] text) throws GeneralSecurityException {
        var sm3 = MessageDigest.getInstance("SM3", new BouncyCastleProvider());
        sm3.update(padded(key, 0x36));
        var inner = sm3.digest(text);
        sm3.update(padded(key, 0x5c));
        return sm3.digest(inner);
    }

    private static byte[] padded(byte[] key, int with) {
        var block = new byte[64];
        for (int at = 0; at < block.length; at++) {
            block[at] = (byte) ((at < key.length ? key[at] : 0) ^ with);
        }
        return block;
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
