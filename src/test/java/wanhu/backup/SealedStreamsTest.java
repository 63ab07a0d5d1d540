package wanhu.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import wanhu.base.CannotStart;
import wanhu.crypto.Suite;

/** A sealed stream gives back what was written, or nothing. */
class SealedStreamsTest {
    private static final Chunks.KeyMaker PASSPHRASE = quick("三只羊在草原上吃草 2026");
    private static final int HEAD = Chunks.MAGIC_BYTES + Passphrase.SALT_BYTES;
    private static final int PART = Chunks.PLAIN_BYTES + Chunks.TAG_BYTES;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1_048_575, 1_048_576, 1_048_577, 2_500_000})
    void givesBackWhatWasWritten(int length) throws IOException {
        var plain = random(length);

        assertThat(opened(sealed(plain))).isEqualTo(plain);
    }

    @Test
    void showsNothingOfTheTextItHolds() throws IOException {
        var sealed = sealed("13800001234".getBytes(StandardCharsets.UTF_8));

        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("13800001234");
    }

    @Test
    void refusesAnyFlippedByte() throws IOException {
        var sealed = sealed(random(2_500_000));
        for (int at : new int[] {HEAD, HEAD + 5, HEAD + PART + 7, sealed.length - 1}) {
            var flipped = sealed.clone();
            flipped[at] ^= 1;

            assertThatThrownBy(() -> opened(flipped)).isInstanceOf(CannotStart.class);
        }
    }

    @Test
    void refusesWhatWasCutOffAtTheEndOfAPart() throws IOException {
        var sealed = sealed(random(2_500_000));

        assertThatThrownBy(() -> opened(Arrays.copyOf(sealed, HEAD + 2 * PART)))
                .hasMessageContaining("damaged in its part 2");
    }

    @Test
    void refusesPartsThatChangedPlaces() throws IOException {
        var sealed = sealed(random(3_500_000));
        var swapped = sealed.clone();
        System.arraycopy(sealed, HEAD, swapped, HEAD + PART, PART);
        System.arraycopy(sealed, HEAD + PART, swapped, HEAD, PART);

        assertThatThrownBy(() -> opened(swapped)).isInstanceOf(CannotStart.class);
    }

    @Test
    void refusesAnotherPassphrase() throws IOException {
        var sealed = sealed(random(10));

        assertThatThrownBy(() -> opened(sealed, quick("another passphrase")))
                .hasMessageContaining("passphrase does not open");
    }

    @Test
    void refusesAFileThatIsNoBackup() {
        assertThatThrownBy(() -> opened("PK something".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("is no backup of Wanhu");
    }

    @Test
    void takesNoShortPassphrase() {
        assertThatThrownBy(() -> passphrase("short")).hasMessageContaining("at least 12");
    }

    @Test
    void givesTheSameKeyForTheSamePassphraseAndSaltOnly() {
        var salt = new byte[Passphrase.SALT_BYTES];

        assertThat(passphrase("三只羊在草原上吃草 2026").key(Suite.STANDARD, salt))
                .isEqualTo(passphrase("三只羊在草原上吃草 2026").key(Suite.STANDARD, salt))
                .isNotEqualTo(passphrase("四只羊在草原上吃草 2026").key(Suite.STANDARD, salt));
    }

    private static Passphrase passphrase(String text) {
        return Passphrase.of(null, Map.of(Passphrase.VARIABLE, text));
    }

    /** Without the second that Argon2id takes. */
    private static Chunks.KeyMaker quick(String text) {
        return (suite, salt) -> {
            var digest = suite.digest();
            digest.update(salt);
            var key = digest.digest(text.getBytes(StandardCharsets.UTF_8));
            return suite == Suite.GM
                    ? new SecretKeySpec(key, 0, 16, "SM4")
                    : new SecretKeySpec(key, "AES");
        };
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        new Random(20260803).nextBytes(bytes);
        return bytes;
    }

    private static byte[] sealed(byte[] plain) throws IOException {
        return sealed(Suite.STANDARD, plain);
    }

    private static byte[] sealed(Suite suite, byte[] plain) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var sealing = new SealedOutput(out, suite, PASSPHRASE)) {
            sealing.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] opened(byte[] sealed) throws IOException {
        return opened(sealed, PASSPHRASE);
    }

    private static byte[] opened(byte[] sealed, Chunks.KeyMaker passphrase) throws IOException {
        try (var in = new SealedInput("b.wanhu", new ByteArrayInputStream(sealed), passphrase)) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameWithEachSuite(Suite suite) throws IOException {
        var plain = random(1_048_577);
        var sealed = sealed(suite, plain);

        try (var in = new SealedInput("b.wanhu", new ByteArrayInputStream(sealed), PASSPHRASE)) {
            assertThat(in.suite()).isEqualTo(suite);
            assertThat(in.readAllBytes()).isEqualTo(plain);
        }
        sealed[HEAD + PART + 1] ^= 1;
        assertThatThrownBy(() -> opened(sealed)).isInstanceOf(CannotStart.class);
    }

    /** Made with Python's hashlib and OpenSSL: PBKDF2 of 600,000 rounds of HMAC-SM3. */
    @Test
    void drawsTheKeyOfTheChineseSuiteAsItsStandardSays() {
        var salt = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

        assertThat(passphrase("three sheep on the steppe").key(Suite.GM, salt).getEncoded())
                .isEqualTo(HexFormat.of().parseHex("1fc23a50186d27c5e00993c27f4aeb0f"));
    }
}
