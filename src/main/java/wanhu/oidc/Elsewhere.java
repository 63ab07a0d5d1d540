package wanhu.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import java.io.IOException;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import wanhu.base.Refused;

/**
 * Signing in at the county's provider (统一身份认证): authorization code with PKCE. It says who somebody
 * is and nothing else: whether there is an account, and what it may, is decided here.
 */
@Component
public class Elsewhere {
    /** What the provider says of itself is read anew after so long. */
    private static final Duration READ_FOR = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(Elsewhere.class);

    private final Clock clock;
    private final Calls calls = new Calls();
    private volatile ProviderSettings settings;
    private volatile @Nullable Known known;

    private record Known(Provider provider, Instant readAt) {}

    Elsewhere(ProviderSettings settings, Clock clock) {
        if (settings.on()) {
            settings.check();
        }
        this.settings = settings;
        this.clock = clock;
    }

    /** For the tests, whose provider begins later. */
    void use(ProviderSettings other) {
        settings = other;
        known = null;
    }

    /** Whether staff can sign in elsewhere. */
    public boolean on() {
        return settings.on();
    }

    /** What stands on the button; empty for the usual words. */
    public String name() {
        return settings.name();
    }

    /**
     * Where the browser goes to sign in.
     *
     * @throws Refused when the provider does not answer
     */
    public String where(Begun begun) {
        try {
            return provider().where(begun);
        } catch (IOException | ParseException away) {
            throw unheard(away);
        }
    }

    /**
     * Who has signed in.
     *
     * @param login as the provider calls the person
     * @param second whether it says that a second factor was given, and the settings count that
     */
    public record Person(String login, boolean second) {}

    /**
     * Who has signed in, by the code with which the browser came back.
     *
     * @throws Refused when the provider does not answer, or its word is not for this sign-in
     */
    public Person person(Begun begun, String code) {
        try {
            var claims = provider().claims(begun, code);
            var login = claims.getStringClaim(settings.claim());
            if (login == null || login.isBlank()) {
                LOG.warn("The provider's token lacks the claim {}", settings.claim());
                throw new Refused(Refused.Kind.FORBIDDEN, "oidc.refused.claim");
            }
            return new Person(login, Provider.second(settings, claims));
        } catch (IOException away) {
            throw unheard(away);
        } catch (ParseException | BadJOSEException | JOSEException wrong) {
            LOG.warn("The provider's answer was refused: {}", wrong.getMessage());
            throw new Refused(Refused.Kind.FORBIDDEN, "oidc.refused.answer");
        }
    }

    /** Whether an issuer named on the way back (RFC 9207) is the one we asked. */
    public boolean issued(@Nullable String issuer) {
        return issuer == null || issuer.equals(settings.issuer());
    }

    private Provider provider() throws IOException, ParseException {
        var read = known;
        if (read == null || read.readAt().plus(READ_FOR).isBefore(clock.instant())) {
            read = new Known(Provider.read(settings, calls, clock), clock.instant());
            known = read;
        }
        return read.provider();
    }

    private static Refused unheard(Throwable cause) {
        LOG.warn("The provider did not answer: {}", cause.toString());
        return new Refused(Refused.Kind.CONFLICT, "oidc.refused.away");
    }
}
