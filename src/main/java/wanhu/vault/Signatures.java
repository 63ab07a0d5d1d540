package wanhu.vault;

import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import wanhu.crypto.SigningKey;
import wanhu.crypto.Suite;

/**
 * Signs in the name of this installation. Each key of the vault has a signing key of its own, under
 * the same id: a changed key signs from then on, and what older ones have signed can still be
 * checked.
 */
@Component
public class Signatures {
    private final KeyRing ring;
    private final Map<String, SigningKey> known = new ConcurrentHashMap<>();

    Signatures(KeyRing ring) {
        this.ring = ring;
    }

    /**
     * A signature.
     *
     * @param key id of the key that made it
     * @param text in Base64
     */
    public record Signature(String key, String text) {}

    /** The algorithms of this installation. */
    public Suite suite() {
        return ring.now().suite();
    }

    /** Signs with the key that is in use now. */
    public Signature sign(byte[] content) {
        var id = ring.now().current();
        return new Signature(id, Base64.getEncoder().encodeToString(key(id).sign(content)));
    }

    /** Whether the signature is that of the content, made with the key that it names. */
    public boolean signed(byte[] content, Signature signature) {
        try {
            return key(signature.key())
                    .signed(content, Base64.getDecoder().decode(signature.text()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    /**
     * The key of that id, to publish.
     *
     * @throws IllegalStateException when there is none
     */
    public SigningKey key(String id) {
        return known.computeIfAbsent(id, this::derived);
    }

    private SigningKey derived(String id) {
        var keys = ring.holding(id);
        var key = keys.sealing().get(id);
        if (key == null) {
            throw new IllegalStateException("Expected vault key " + id + " to check a signature");
        }
        return SigningKey.of(keys.suite(), key);
    }
}
