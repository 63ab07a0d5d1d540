package wanhu.people;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import wanhu.base.Refused;

/**
 * So many acts in a window of time from one address, or at one thing. Counted in the database by a
 * keyed digest, so that a second program beside the first allows nobody twice as many.
 */
public final class RateLimit {
    private static final int SUBSCRIBER_BYTES = 8;

    private final RateStore store;
    private final String name;
    private final int acts;
    private final Duration window;

    RateLimit(RateStore store, String name, int acts, Duration window) {
        this.store = store;
        this.name = name;
        this.acts = acts;
        this.window = window;
    }

    /**
     * Counts one act of the address; it stays counted even when the caller is refused.
     *
     * @throws Refused when it is one too many
     */
    public void take(String address) {
        if (store.moreApart(who(address), window) > acts) {
            throw tooMany();
        }
    }

    /**
     * Lets an address pass that has not used up its acts, without counting one.
     *
     * @throws Refused when it has
     */
    public void check(String address) {
        if (full(address)) {
            throw tooMany();
        }
    }

    /** Whether the address, or the thing, has used up its acts. */
    public boolean full(String address) {
        return store.acts(who(address)) >= acts;
    }

    /** Counts one act, which stays counted; how many it makes in this window. */
    public int counted(String address) {
        return store.moreApart(who(address), window);
    }

    /** Counts one act with the transaction of the caller; whether it was the last that is free. */
    public boolean last(String address) {
        return store.more(who(address), window) == acts;
    }

    private String who(String address) {
        return name + "|" + network(address);
    }

    private Refused tooMany() {
        return new Refused(Refused.Kind.TOO_MANY, "people.refused.delayed", 1 + window.toMinutes());
    }

    /**
     * From where somebody comes: an IPv4 address, or the 64 bits of an IPv6 address that one
     * subscriber has alone (RFC 6177); any other text as it is.
     */
    public static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, SUBSCRIBER_BYTES)
                    : address;
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
