package wanhu.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;

/**
 * Where the product may connect to, and how it asks there over HTTP, when a page says so
 * (server-side request forgery, CWE-918): public addresses, and those hosts that whoever runs the
 * machine has named ({@code wanhu.outbound-allowed}), such as a gateway in the county's own
 * network. Asked when it is set up and again right before each connection; Java keeps an answer of
 * the name service for half a minute, so that the connection goes where was asked. Redirects are
 * never followed.
 */
@Component
public class Outbound implements DisposableBean {
    private static final Set<String> SCHEMES = Set.of("smtp", "smtps", "http", "https");
    private static final int UNIQUE_LOCAL = 0xfc;
    private static final int UNIQUE_LOCAL_MASK = 0xfe;
    private static final int CARRIER_FIRST = 100;
    private static final int CARRIER_SECOND = 64;
    private static final int CARRIER_MASK = 0xc0;
    private static final int BYTE = 0xff;

    private final Set<String> allowed;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

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
    public URI check(String endpoint) {
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

    /**
     * How long somebody may take for the whole of an answer, and how much of it is read.
     *
     * @param bytes none: the head of the answer is enough, and what comes after it is not waited
     *     for
     */
    public record Patience(Duration time, int bytes) {}

    /** What came back. */
    public sealed interface Heard {
        /** An answer. */
        record Answer(int status, String text) implements Heard {}

        /**
         * None.
         *
         * @param why in a word or two, without anything of theirs
         * @param arrived whether it may have arrived all the same
         */
        record Silence(String why, boolean arrived) implements Heard {}

        /** The program ends. */
        record Stopped() implements Heard {}
    }

    /**
     * Asks, and hears the whole answer within the time, and no more of it than fits: the time-out
     * of a request ends with the head of its answer, and a body may come byte by byte.
     *
     * @param request adds method, headers and body
     * @throws Refused as {@link #check}, which is asked right before
     */
    public Heard ask(
            String endpoint, Patience patience, UnaryOperator<HttpRequest.Builder> request) {
        var asked = request.apply(HttpRequest.newBuilder(check(endpoint))).build();
        HttpResponse.BodyHandler<String> body =
                patience.bytes() == 0
                        ? _ -> new HeadOnly()
                        : HttpResponse.BodyHandlers.limiting(
                                HttpResponse.BodyHandlers.ofString(UTF_8), patience.bytes());
        var answer = client.sendAsync(asked, body);
        try {
            var said = answer.get(patience.time().toMillis(), TimeUnit.MILLISECONDS);
            return new Heard.Answer(said.statusCode(), said.body());
        } catch (TimeoutException _) {
            return new Heard.Silence("timeout", true);
        } catch (ExecutionException failed) {
            var cause = failed.getCause();
            return cause == null
                    ? new Heard.Silence("failed", true)
                    : new Heard.Silence(
                            cause.getClass().getSimpleName(), !(cause instanceof ConnectException));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new Heard.Stopped();
        } finally {
            answer.cancel(true);
        }
    }

    @Override
    public void destroy() {
        client.shutdownNow();
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
