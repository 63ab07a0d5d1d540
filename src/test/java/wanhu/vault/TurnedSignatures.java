package wanhu.vault;

import org.springframework.context.ApplicationContext;
import wanhu.crypto.Suite;

/** The signatures of an installation whose record goes on with the other digest. */
public final class TurnedSignatures extends Signatures {
    private final Suite other;

    private TurnedSignatures(KeyRing ring, Suite other) {
        super(ring);
        this.other = other;
    }

    /** Of the product that is running; its keys stay. */
    public static Signatures of(ApplicationContext product) {
        var ring = product.getBean(KeyRing.class);
        return new TurnedSignatures(
                ring, ring.now().suite() == Suite.STANDARD ? Suite.GM : Suite.STANDARD);
    }

    @Override
    public Suite suite() {
        return other;
    }
}
