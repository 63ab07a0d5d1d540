package wanhu.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One provider: its addresses, its keys, and the check of its token (OpenID Connect Core 1.0, 3.1;
 * RFC 9700). Only signatures with public keys count.
 */
final class Provider {
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384);
    private static final Set<String> REQUIRED = Set.of("sub", "iat", "exp", "nonce");

    private final ProviderSettings settings;
    private final Calls calls;
    private final URI authorization;
    private final URI token;
    private final DefaultJWTProcessor<SecurityContext> tokens;

    private Provider(ProviderSettings settings, Calls calls, Map<String, Object> said, Clock clock)
            throws IOException, ParseException {
        if (!settings.issuer().equals(JSONObjectUtils.getString(said, "issuer"))) {
            throw new IOException("Expected the issuer " + settings.issuer());
        }
        this.settings = settings;
        this.calls = calls;
        this.authorization = address(said, "authorization_endpoint");
        this.token = address(said, "token_endpoint");
        this.tokens = processor(address(said, "jwks_uri"), clock);
    }

    /** Reads what the provider says of itself (OpenID Connect Discovery 1.0, 4). */
    static Provider read(ProviderSettings settings, Calls calls, Clock clock)
            throws IOException, ParseException {
        var at = settings.issuer().replaceAll("/$", "") + "/.well-known/openid-configuration";
        var said = JSONObjectUtils.parse(calls.get(URI.create(at)));
        return new Provider(settings, calls, said, clock);
    }

    /** An address of the provider is as safe as its issuer. */
    private URI address(Map<String, Object> said, String name) throws IOException, ParseException {
        var address = JSONObjectUtils.getURI(said, name);
        var scheme = URI.create(settings.issuer()).getScheme();
        if (address == null || !scheme.equals(address.getScheme())) {
            throw new IOException("Expected " + name + " to begin with " + scheme);
        }
        return address;
    }

    private DefaultJWTProcessor<SecurityContext> processor(URI keys, Clock clock)
            throws IOException {
        JWKSource<SecurityContext> source =
                JWKSourceBuilder.<SecurityContext>create(keys.toURL(), calls).build();
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source));
        var exact = new JWTClaimsSet.Builder().issuer(settings.issuer()).build();
        processor.setJWTClaimsSetVerifier(
                new DefaultJWTClaimsVerifier<>(settings.clientId(), exact, REQUIRED) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                });
        return processor;
    }

    /** Where the browser goes. */
    String where(Begun begun) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", settings.clientId());
        asked.put("redirect_uri", begun.address());
        asked.put("scope", scope());
        asked.put("state", begun.state());
        asked.put("nonce", begun.nonce());
        asked.put("code_challenge", challenge(begun.verifier()));
        asked.put("code_challenge_method", "S256");
        var sign = authorization.getRawQuery() == null ? "?" : "&";
        return authorization + sign + form(asked);
    }

    private String scope() {
        var scopes = settings.scopes().stream().filter(each -> !each.equals("openid"));
        return scopes.collect(Collectors.joining(" ", "openid ", "")).strip();
    }

    /** Changes the code for the provider's word on who it is. */
    JWTClaimsSet claims(Begun begun, String code)
            throws IOException, ParseException, BadJOSEException, JOSEException {
        var sent = new LinkedHashMap<String, String>();
        sent.put("grant_type", "authorization_code");
        sent.put("code", code);
        sent.put("redirect_uri", begun.address());
        sent.put("code_verifier", begun.verifier());
        var secret = settings.secret();
        if (secret == null) {
            sent.put("client_id", settings.clientId());
        }
        var request =
                HttpRequest.newBuilder(token)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Accept", "application/json")
                        .POST(BodyPublishers.ofString(form(sent)));
        if (secret != null) {
            request.header("Authorization", basic(settings.clientId(), secret));
        }
        var said = JSONObjectUtils.parse(calls.send(request));
        var claims = tokens.process(JSONObjectUtils.getString(said, "id_token"), null);
        if (!begun.nonce().equals(claims.getStringClaim("nonce")) || !ours(claims)) {
            throw new BadJOSEException("Expected a token for this sign-in");
        }
        return claims;
    }

    /** A token for several must name us as the one that asked (OpenID Connect Core, 3.1.3.7). */
    private boolean ours(JWTClaimsSet claims) throws ParseException {
        var party = claims.getStringClaim("azp");
        return party == null ? claims.getAudience().size() == 1 : party.equals(settings.clientId());
    }

    private static String basic(String id, String secret) {
        var both = encoded(id) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String challenge(String verifier) {
        try {
            var digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Expected SHA-256 in the JDK", missing);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Whether the provider says that a second factor was given, as the settings count it. */
    static boolean second(ProviderSettings settings, JWTClaimsSet claims) throws ParseException {
        @Nullable String acr = claims.getStringClaim("acr");
        @Nullable List<String> amr = claims.getStringListClaim("amr");
        return (acr != null && settings.acr().contains(acr))
                || (amr != null && amr.stream().anyMatch(settings.amr()::contains));
    }
}
