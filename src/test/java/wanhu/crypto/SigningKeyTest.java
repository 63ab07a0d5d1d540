package wanhu.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Signatures are those of the standards: published vectors. */
class SigningKeyTest {
    private static final byte[] TEXT = "三只羊".getBytes(StandardCharsets.UTF_8);

    /** RFC 8032, 7.1, test 2. */
    @Test
    void signsAsEd25519OfTheStandard() {
        var key =
                SigningKey.ed25519(
                        bytes("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));

        assertThat(key.sign(new byte[] {0x72}))
                .isEqualTo(
                        bytes(
                                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"));
    }

    /** GB/T 32918.5-2017, appendix A.2: the example of a signature on the recommended curve. */
    @Test
    void knowsTheSignatureOfTheSm2Standard() throws Exception {
        var key =
                SigningKey.sm2(
                        number("3945208F7B2144B13F36E38AC6D39F95889393692860B51A42FB81EF4DF7C5B8"));
        var order = number("FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123");
        var signature =
                StandardDSAEncoding.INSTANCE.encode(
                        order,
                        number("F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"),
                        number("B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"));
        var message = "message digest".getBytes(StandardCharsets.US_ASCII);

        assertThat(key.signed(message, signature)).isTrue();
        assertThat(key.signed(TEXT, signature)).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void knowsItsOwnSignaturesAndNoOthers(Suite suite) {
        var key = key(suite, 1);
        var signature = key.sign(TEXT);

        assertThat(key.signed(TEXT, signature)).isTrue();
        assertThat(key(suite, 1).publicKey()).isEqualTo(key.publicKey());
        assertThat(key.signed("四只羊".getBytes(StandardCharsets.UTF_8), signature)).isFalse();
        assertThat(key(suite, 2).signed(TEXT, signature)).isFalse();
        assertThat(key.signed(TEXT, new byte[0])).isFalse();
    }

    private static SigningKey key(Suite suite, int seed) {
        var bytes = new byte[32];
        new Random(seed).nextBytes(bytes);
        return SigningKey.of(suite, new SecretKeySpec(bytes, "AES"));
    }

    private static BigInteger number(String hex) {
        return new BigInteger(hex, 16);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
