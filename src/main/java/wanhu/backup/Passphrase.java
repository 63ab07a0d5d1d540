package wanhu.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;
import wanhu.base.CannotStart;
import wanhu.crypto.Suite;

/**
 * What seals a backup: a sentence that is kept apart from it. Without it nobody opens the backup,
 * its owner included. Never prints itself.
 */
final class Passphrase {
    static final int CHARACTERS_MIN = 12;
    static final int SALT_BYTES = 16;
    static final String VARIABLE = "WANHU_BACKUP_PASSWORD";

    /** RFC 9106, section 4, second choice: 64 MiB, three passes, four lanes. */
    private static final int MEMORY_KIB = 65_536;

    private static final int PASSES = 3;
    private static final int LANES = 4;
    private static final int KEY_BYTES = 32;

    /** GM/T 0091-2020 (PBKDF2); as many as OWASP asks of a digest of that size. */
    private static final int ROUNDS = 600_000;

    private static final int SM4_KEY_BYTES = 16;

    private final String text;

    private Passphrase(String text) {
        this.text = text;
    }

    /**
     * From a file, else from the environment.
     *
     * @throws CannotStart when there is none or it is too short
     */
    static Passphrase of(@Nullable Path file, Map<String, String> environment) {
        var text = file == null ? environment.getOrDefault(VARIABLE, "") : read(file);
        if (text.strip().length() < CHARACTERS_MIN) {
            throw new CannotStart(
                    "A backup is sealed with a passphrase of at least "
                            + CHARACTERS_MIN
                            + " characters: put it into a file and name that with --password-file"
                            + " FILE, or into the environment variable "
                            + VARIABLE
                            + ".");
        }
        return new Passphrase(text.strip());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new CannotStart("The file " + file + " cannot be read.", missing);
        }
    }

    /** The key of a backup: of Argon2id, or in the Chinese suite of PBKDF2 with HMAC-SM3. */
    SecretKey key(Suite suite, byte[] salt) {
        return switch (suite) {
            case STANDARD -> argon(salt);
            case GM -> pbkdf(salt);
        };
    }

    private SecretKey pbkdf(byte[] salt) {
        var generator = new PKCS5S2ParametersGenerator(new SM3Digest());
        generator.init(text.getBytes(StandardCharsets.UTF_8), salt, ROUNDS);
        var key = (KeyParameter) generator.generateDerivedParameters(Byte.SIZE * SM4_KEY_BYTES);
        return new SecretKeySpec(key.getKey(), "SM4");
    }

    private SecretKey argon(byte[] salt) {
        var argon = new Argon2BytesGenerator();
        argon.init(
                new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                        .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                        .withMemoryAsKB(MEMORY_KIB)
                        .withIterations(PASSES)
                        .withParallelism(LANES)
                        .withSalt(salt)
                        .build());
        var key = new byte[KEY_BYTES];
        argon.generateBytes(text.getBytes(StandardCharsets.UTF_8), key);
        return new SecretKeySpec(key, "AES");
    }

    @Override
    public String toString() {
        return "********";
    }
}
