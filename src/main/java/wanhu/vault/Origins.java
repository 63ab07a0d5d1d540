package wanhu.vault;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import wanhu.base.RequestNumber;

/**
 * Where an act comes from: its request, and a sign of the address of who sent it. The address
 * itself is not kept; whoever has one can find what came from it.
 */
@Component
public class Origins {
    private static final String FIELD = "audit.act.address";
    private static final int HEX = 16;
    private static final int SIGN_DIGITS = 16;

    private final Seal seal;

    Origins(KeyRing ring) {
        this.seal = new Seal(ring);
    }

    /**
     * Where an act comes from.
     *
     * @param request null when the system acts by itself
     * @param address sign of the address; null likewise
     */
    public record Origin(@Nullable UUID request, @Nullable Long address) {
        static final Origin NONE = new Origin(null, null);
    }

    /** Of the request that is being answered. */
    public Origin now() {
        return RequestNumber.request()
                .map(request ->
                        new Origin(RequestNumber.of(request), sign(request.getRemoteAddr())))
                .orElse(Origin.NONE);
    }

    /** The sign of an address. */
    public long sign(String address) {
        return Long.parseUnsignedLong(seal.index(FIELD, address).substring(0, SIGN_DIGITS), HEX);
    }
}
