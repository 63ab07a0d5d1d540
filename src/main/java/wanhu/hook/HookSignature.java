package wanhu.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a call as Standard Webhooks says: HMAC-SHA256 over id, time and body with each secret that
 * holds, so that a receiver knows who called, when, and that it is the same again.
 *
 * @param secrets {@code whsec_} and Base64
 */
record HookSignature(UUID id, Instant at, String body, List<String> secrets) {
    private static final String HMAC = "HmacSHA256";
    private static final String PREFIX = "whsec_";

    HookSignature {
        secrets = List.copyOf(secrets);
    }

    /** The headers of the call. */
    Map<String, String> headers() {
        var content = id + "." + at.getEpochSecond() + "." + body;
        return Map.of(
                "webhook-id",
                id.toString(),
                "webhook-timestamp",
                Long.toString(at.getEpochSecond()),
                "webhook-signature",
                secrets.stream()
                        .map(secret -> "v1," + signed(secret, content))
                        .collect(Collectors.joining(" ")));
    }

    private static String signed(String secret, String content) {
        try {
            var key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected to sign a call", broken);
        }
    }
}
