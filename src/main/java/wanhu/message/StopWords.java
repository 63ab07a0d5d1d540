package wanhu.message;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import wanhu.vault.Vault;

/**
 * The address at the foot of a mail under which its reader says, without signing in, that she wants
 * no more (RFC 8058). It names her by a keyed digest that only we can make, opens nothing, and
 * stops her mail alone. Without {@code WANHU_ORIGIN} nobody knows how the outside calls us, and
 * there is none.
 */
@Component
class StopWords {
    /** Below it the word stands. */
    static final String PATH = "/mail/stop/";

    private static final String FIELD = "message.address.stop";
    private static final int DIGEST_BYTES = 16;
    private static final int BYTES = Integer.BYTES + 2 * Long.BYTES + DIGEST_BYTES;

    private final Vault vault;
    private final String origin;

    StopWords(Vault vault, @Value("${wanhu.origin:}") String origin) {
        this.vault = vault;
        this.origin = origin.strip().replaceAll("/$", "");
    }

    /** Whose mail is to stop. */
    record Reader(int county, UUID person) {}

    /** The address; empty where there is none. */
    String href(int county, UUID person) {
        return origin.isEmpty() ? "" : origin + PATH + word(new Reader(county, person));
    }

    String word(Reader reader) {
        var bytes =
                ByteBuffer.allocate(BYTES)
                        .putInt(reader.county())
                        .putLong(reader.person().getMostSignificantBits())
                        .putLong(reader.person().getLeastSignificantBits())
                        .put(digest(reader));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Whom a word names; nobody when we did not make it. */
    Optional<Reader> read(String word) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(word);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
        if (bytes.length != BYTES) {
            return Optional.empty();
        }
        var parts = ByteBuffer.wrap(bytes);
        var reader = new Reader(parts.getInt(), new UUID(parts.getLong(), parts.getLong()));
        var digest = new byte[DIGEST_BYTES];
        parts.get(digest);
        return MessageDigest.isEqual(digest, digest(reader))
                ? Optional.of(reader)
                : Optional.empty();
    }

    private byte[] digest(Reader reader) {
        return HexFormat.of().parseHex(vault.index(FIELD, reader.county() + "/" + reader.person()));
    }
}
