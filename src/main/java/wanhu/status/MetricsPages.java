package wanhu.status;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import wanhu.base.CannotStart;

/**
 * Figures for Prometheus, for who knows the token of the environment variable {@code
 * WANHU_METRICS_TOKEN}; where there is none, the page does not exist.
 */
@RestController
class MetricsPages {
    private static final int TOKEN_MIN = 24;
    private static final String BEARER = "Bearer ";

    private final Meters meters;
    private final String token;

    /**
     * Reads the token.
     *
     * @throws CannotStart when it is so short that it can be guessed
     */
    MetricsPages(Meters meters, @Value("${wanhu.metrics-token:}") String token) {
        if (!token.isEmpty() && token.length() < TOKEN_MIN) {
            throw new CannotStart(
                    "WANHU_METRICS_TOKEN must have at least %d characters, for example the output of: openssl rand -hex 24"
                            .formatted(TOKEN_MIN));
        }
        this.meters = meters;
        this.token = token;
    }

    @GetMapping("/metrics")
    ResponseEntity<String> scrape(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false)
                    @Nullable String authorization) {
        if (token.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        if (!same(BEARER + token, authorization == null ? "" : authorization)) {
            return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")
                .body(meters.scrape());
    }

    private static boolean same(String wanted, String given) {
        return MessageDigest.isEqual(
                wanted.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
