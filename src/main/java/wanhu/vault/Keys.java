package wanhu.vault;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import wanhu.base.CannotStart;
import wanhu.crypto.Suite;

/**
 * The keys of the vault: those that seal, by id, one of them the current one; and the one of the
 * blind index, which never changes because stored indexes would no longer match.
 *
 * @param suite the algorithms
 * @param current id of the key that seals from now on
 * @param sealing keys of 32 bytes by id; old ones stay to open what they sealed
 * @param index key of 32 bytes of the blind index
 */
record Keys(Suite suite, String current, Map<String, SecretKey> sealing, SecretKey index) {
    private static final int KEY_BYTES = 32;
    private static final int DISTINCT_BYTES_MIN = 16;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ID = Pattern.compile("k[0-9]{1,4}");

    Keys {
        sealing = Map.copyOf(sealing);
        if (!sealing.containsKey(current)) {
            throw new CannotStart(
                    "The vault's current key "
                            + current
                            + " is not among the keys given: mend the file"
                            + " vault.keys or WANHU_VAULT_KEYS.");
        }
    }

    /**
     * Reads lines "suite=gm" (when it is not the standard one), "current=k1", "k1=BASE64",
     * "index=BASE64", separated by line ends or blanks.
     *
     * @throws CannotStart when a key is missing, not 32 bytes long or not random
     */
    static Keys read(String text) {
        var entries = new HashMap<String, String>();
        BLANKS.splitAsStream(text.strip())
                .filter(line -> line.indexOf('=') > 0)
                .forEach(line ->
                        entries.put(
                                line.substring(0, line.indexOf('=')),
                                line.substring(line.indexOf('=') + 1)));
        var sealing = new HashMap<String, SecretKey>();
        entries.forEach((id, key) -> {
            if (ID.matcher(id).matches()) {
                sealing.put(id, key(id, key, "AES"));
            }
        });
        return new Keys(
                Suite.of(entries.getOrDefault("suite", Suite.STANDARD.setting())),
                entries.getOrDefault("current", "k1"),
                sealing,
                key("index", entries.get("index"), "HmacSHA256"));
    }

    /** The same with one more key, which seals from now on. */
    Keys grown(SecretKey fresh) {
        int newest =
                sealing.keySet().stream()
                        .mapToInt(id -> Integer.parseInt(id.substring(1)))
                        .max()
                        .orElse(0);
        var all = new HashMap<>(sealing);
        all.put("k" + (newest + 1), fresh);
        return new Keys(suite, "k" + (newest + 1), all, index);
    }

    /** The text that {@link #read} understands. */
    String text() {
        var text = new StringBuilder();
        if (suite != Suite.STANDARD) {
            text.append("suite=").append(suite.setting()).append('\n');
        }
        text.append("current=").append(current).append('\n');
        sealing.forEach((id, key) -> line(text, id, key));
        return line(text, "index", index).toString();
    }

    private static StringBuilder line(StringBuilder text, String id, SecretKey key) {
        return text.append(id)
                .append('=')
                .append(Base64.getEncoder().encodeToString(key.getEncoded()))
                .append('\n');
    }

    private static SecretKey key(String id, @Nullable String base64, String algorithm) {
        if (base64 == null) {
            throw new CannotStart(
                    "The vault key "
                            + id
                            + " is missing: mend the file vault.keys or WANHU_VAULT_KEYS.");
        }
        byte[] bytes = decoded(id, base64);
        if (bytes.length != KEY_BYTES || distinct(bytes) < DISTINCT_BYTES_MIN) {
            throw new CannotStart(
                    "The vault key "
                            + id
                            + " is too short or too regular: give 32 random bytes, made with:"
                            + " openssl rand -base64 32");
        }
        return new SecretKeySpec(bytes, algorithm);
    }

    private static byte[] decoded(String id, String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException wrong) {
            throw new CannotStart(
                    "The vault key "
                            + id
                            + " is no Base64 text: mend the file vault.keys or"
                            + " WANHU_VAULT_KEYS.",
                    wrong);
        }
    }

    private static long distinct(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).chars().distinct().count();
    }

    @Override
    public String toString() {
        return "Keys " + sealing.keySet();
    }
}
