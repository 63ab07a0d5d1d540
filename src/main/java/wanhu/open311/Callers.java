package wanhu.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.Refused;
import wanhu.base.Verb;
import wanhu.people.RateLimit;
import wanhu.people.RateLimits;
import wanhu.vault.Vault;

/** Who calls: with which key, and whether too often. */
@Component
class Callers {
    /** Lists that one network may read in ten minutes. */
    static final int LISTS_MAX = 600;

    /** Posts of one key in ten minutes. */
    static final int POSTS_MAX = 300;

    /** Wrong keys from one network in ten minutes. */
    static final int WRONG_MAX = 30;

    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final String ARGUMENT = "api_key";
    private static final String HEADER = "X-Api-Key";

    private final Jurisdictions jurisdictions;
    private final ApiKeys keys;
    private final RateLimit lists;
    private final RateLimit posts;
    private final RateLimit wrong;

    private final Audit audit;
    private final Vault vault;

    Callers(
            Jurisdictions jurisdictions,
            ApiKeys keys,
            RateLimits limits,
            Audit audit,
            Vault vault) {
        this.audit = audit;
        this.vault = vault;
        this.jurisdictions = jurisdictions;
        this.keys = keys;
        lists = limits.of("open311-list", LISTS_MAX, WINDOW);
        posts = limits.of("open311-post", POSTS_MAX, WINDOW);
        wrong = limits.of("open311-key", WRONG_MAX, WINDOW);
    }

    /**
     * Who changes something; counted.
     *
     * @throws Denied 403 without a good key, whatever else is wrong
     * @throws Refused TOO_MANY after too many posts, or too many wrong keys
     */
    ApiKey sender(HttpServletRequest request) {
        if (secret(request).isEmpty()) {
            throw Denied.key("open311.fault.key-missing");
        }
        var key = reader(request, jurisdictions.county(request)).orElseThrow();
        posts.take(key.id().toString());
        return key;
    }

    /**
     * Who reads, when a key was sent, as the standard does not ask for one.
     *
     * @throws Denied 403 for a key that is none
     */
    Optional<ApiKey> reader(HttpServletRequest request, int county) {
        var secret = secret(request);
        if (secret.isEmpty()) {
            return Optional.empty();
        }
        wrong.check(request.getRemoteAddr());
        var key = keys.find(county, secret);
        if (key.isEmpty()) {
            wrong.last(request.getRemoteAddr());
            var from = vault.index("audit.act.object", String.valueOf(request.getRemoteAddr()));
            audit.record(county, Act.of(Verb.API_KEY_WRONG, from).with("door", "open311"));
            throw Denied.key("open311.fault.key");
        }
        return key;
    }

    /**
     * Counts a list that somebody reads.
     *
     * @throws Refused TOO_MANY
     */
    void list(HttpServletRequest request) {
        lists.take(request.getRemoteAddr());
    }

    /** In the header a key stays out of the logs of servers on its way. */
    private static String secret(HttpServletRequest request) {
        var header = request.getHeader(HEADER);
        return header == null || header.isBlank()
                ? Arguments.text(request, ARGUMENT)
                : header.strip();
    }
}
