package wanhu.message;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;

/**
 * Where the product may connect to when a page says so (server-side request forgery, CWE-918):
 * public addresses, and those hosts that whoever runs the machine has named ({@code
 * wanhu.outbound-allowed}), such as a gateway in the county's own network. Asked when it is set up
 * and again right before each connection; Java keeps an answer of the name service for half a
 * minute, so that the connection goes where was asked. Redirects are never followed.
 */
@Component
class Outbound {
    private static final Set<String> SCHEMES = Set.of("smtp", "smtps", "http", "https");
    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int CARRIER_FIRST = 100;
    private static final int CARRIER_SECOND = 64;
    private static final int CARRIER_MASK = 0xc0;
    private static final int BYTE = 0xff;

    private final Set<String> allowed;

    Outbound(@Value("${wanhu.outbound-allowed:}") String allowed) {
        this.allowed =
                Arrays.stream(allowed.split(","))
                        .map(each -> each.strip().toLowerCase(Locale.ROOT))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The address, when it may be connected to.
     *
     * @throws Refused INVALID when it is none, RULE when it leads into a closed network
     */
    URI check(String endpoint) {
        URI uri;
        try {
            uri = URI.create(endpoint.strip());
        } catch (IllegalArgumentException _) {
            throw new Refused(Kind.INVALID, "message.refused.endpoint");
        }
        var host = uri.getHost();
        boolean whole =
                host != null
                        && uri.getScheme() != null
                        && SCHEMES.contains(uri.getScheme())
                        && uri.getUserInfo() == null;
        Refused.unless(Kind.INVALID, whole, "message.refused.endpoint");
        if (!allowed.contains(String.valueOf(host).toLowerCase(Locale.ROOT))) {
            Refused.unless(Kind.RULE, open(String.valueOf(host)), "message.refused.closed");
        }
        return uri;
    }

    private static boolean open(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(Outbound::open);
        } catch (UnknownHostException _) {
            return false;
        }
    }

    private static boolean open(InetAddress address) {
        var bytes = address.getAddress();
        boolean closed =
                address.isAnyLocalAddress()
                        || address.isLoopbackAddress()
                        || address.isLinkLocalAddress()
                        || address.isSiteLocalAddress()
                        || address.isMulticastAddress()
                        || bytes[0] == 0;
        boolean local =
                address instanceof Inet6Address
                        ? (bytes[0] & UNIQUE_LOCAL_MASK) == UNIQUE_LOCAL
                        : (bytes[0] & BYTE) == CARRIER_FIRST
                                && (bytes[1] & CARRIER_MASK) == CARRIER_SECOND;
        return !closed && !local;
    }
}
