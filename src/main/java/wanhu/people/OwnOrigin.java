package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import wanhu.base.CannotStart;

/**
 * How browsers call this server: as {@code WANHU_ORIGIN} says ({@code https://minqing.example.cn}),
 * else as the request does. Set, it keeps a forged Host header from passkeys and from the address
 * to which a sign-in elsewhere comes back.
 */
@Component
public class OwnOrigin {
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final String fixed;

    OwnOrigin(@Value("${wanhu.origin:}") String origin) {
        fixed = origin.strip().replaceAll("/$", "");
        if (!fixed.isEmpty() && !fixed.matches("https?://[A-Za-z0-9.-]{1,253}(:\\d{1,5})?")) {
            throw new CannotStart(
                    "WANHU_ORIGIN must be like https://minqing.example.cn, without a path.");
        }
    }

    /** Scheme, host and port, as a browser writes them. */
    public String of(HttpServletRequest request) {
        if (!fixed.isEmpty()) {
            return fixed;
        }
        int port = request.getServerPort();
        boolean usual = port == (request.isSecure() ? HTTPS : HTTP);
        return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
    }

    /** The host alone. */
    String host(HttpServletRequest request) {
        return URI.create(of(request)).getHost();
    }
}
