package wanhu.people;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import wanhu.base.Refused;

/**
 * So many acts in a window of time from one address, counted in the memory of this program. When
 * very many addresses act at once the oldest are forgotten, so that the memory is bounded.
 */
public final class RateLimit {
    /** So many addresses are remembered at once. */
    static final int ADDRESSES_MAX = 50_000;

    private static final int SUBSCRIBER_BYTES = 8;

    private final int acts;
    private final Duration window;
    private final Clock clock;
    private final Map<String, Count> counts = new LinkedHashMap<>();

    /** A limit of so many acts in each window. */
    public RateLimit(int acts, Duration window, Clock clock) {
        this.acts = acts;
        this.window = window;
        this.clock = clock;
    }

    private record Count(Instant since, int acts) {}

    /**
     * Counts one act of the address.
     *
     * @throws Refused when it is one too many
     */
    public void take(String address) {
        if (more(network(address)) > acts) {
            throw new Refused(
                    Refused.Kind.TOO_MANY, "people.refused.delayed", 1 + window.toMinutes());
        }
    }

    /**
     * Lets an address pass that has not used up its acts, without counting one.
     *
     * @throws Refused when it has
     */
    public void check(String address) {
        if (full(network(address))) {
            throw new Refused(
                    Refused.Kind.TOO_MANY, "people.refused.delayed", 1 + window.toMinutes());
        }
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

    private synchronized boolean full(String address) {
        var known = counts.get(address);
        return known != null && known.acts() >= acts && running(known, clock.instant());
    }

    private boolean running(Count count, Instant now) {
        return !count.since().isAfter(now) && count.since().plus(window).isAfter(now);
    }

    private synchronized int more(String address) {
        var now = clock.instant();
        var known = counts.remove(address);
        var next =
                known != null && running(known, now)
                        ? new Count(known.since(), known.acts() + 1)
                        : new Count(now, 1);
        counts.put(address, next);
        if (counts.size() > ADDRESSES_MAX) {
            counts.remove(counts.keySet().iterator().next());
        }
        return next.acts();
    }
}
