package wanhu.oidc;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import wanhu.base.CannotStart;

/**
 * The provider at which staff may sign in, from the environment ({@code WANHU_OIDC_ISSUER} and so
 * on) or the command line; docs/sign-in.md says how to set it up.
 *
 * @param issuer its address, as it stands in its tokens; without it there is no such sign-in
 * @param clientId as what it knows us
 * @param secretFile file with our secret there; without it we are a public client, by PKCE alone
 * @param claim the claim that holds the login; one that people can't change themselves
 * @param scopes what is asked for, beside "openid"
 * @param name what stands on the button; empty for the usual words
 * @param acr values of "acr" that count as a second factor; none unless named
 * @param amr values of "amr" of which one counts as a second factor; none unless named
 */
@ConfigurationProperties("wanhu.oidc")
public record ProviderSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @Nullable Path secretFile,
        @DefaultValue("preferred_username") String claim,
        @DefaultValue("profile") List<String> scopes,
        @DefaultValue("") String name,
        @DefaultValue({}) List<String> acr,
        @DefaultValue({}) List<String> amr) {
    /** Copies its lists. */
    public ProviderSettings {
        issuer = issuer.strip();
        scopes = List.copyOf(scopes);
        acr = List.copyOf(acr);
        amr = List.copyOf(amr);
    }

    boolean on() {
        return !issuer.isEmpty();
    }

    /** The start stops in a sentence when something is missing or weak. */
    void check() {
        var at = URI.create(issuer);
        boolean here =
                List.of("localhost", "127.0.0.1", "[::1]").contains(String.valueOf(at.getHost()));
        if (!"https".equals(at.getScheme()) && !(here && "http".equals(at.getScheme()))) {
            throw new CannotStart(
                    "WANHU_OIDC_ISSUER must begin with https:// (http:// only on this machine).");
        }
        if (clientId.isBlank()) {
            throw new CannotStart("WANHU_OIDC_CLIENT_ID is missing beside WANHU_OIDC_ISSUER.");
        }
        secret();
    }

    /** Our secret there; null for a public client. */
    @Nullable String secret() {
        if (secretFile == null) {
            return null;
        }
        try {
            var secret = Files.readString(secretFile).strip();
            if (secret.isEmpty()) {
                throw new CannotStart("The file of WANHU_OIDC_SECRET_FILE is empty.");
            }
            return secret;
        } catch (IOException broken) {
            throw new CannotStart("The file of WANHU_OIDC_SECRET_FILE can't be read.", broken);
        }
    }

    @Override
    public String toString() {
        return "ProviderSettings[" + issuer + "]";
    }
}
