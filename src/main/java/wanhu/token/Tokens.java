package wanhu.token;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.org.Units;
import wanhu.vault.Vault;

/**
 * Tokens: the holder of a post makes one that acts as her in that post, and the security
 * administrator, who never sees it, lets it in. So nobody who opens doors can walk through them,
 * and nobody opens one alone.
 */
@Service
class Tokens {
    /** Longest name, in characters. */
    static final int NAME_CHARACTERS_MAX = 60;

    /** Days that a token may be good for; the first one is usual. */
    static final List<Integer> DAYS = List.of(90, 30, 180, 366);

    /** Tokens of a person that can be used or wait. */
    static final int LIVE_MAX = 10;

    /** Rows of the pages. */
    static final int ROWS_MAX = 500;

    private static final String DIGEST = "token.token.digest";
    private static final Pattern SECRET = Pattern.compile("wt-(\\d{6})-[0-9a-f]{48}");
    private static final int SECRET_BYTES = 24;

    private final TokenStore store;
    private final Units units;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(TokenStore store, Units units, Vault vault, Audit audit, Clock clock) {
        this.store = store;
        this.units = units;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** What somebody wants a token for. */
    record Wish(String name, Set<String> reach, int days) {
        Wish {
            reach = Set.copyOf(reach);
        }
    }

    /** A token that was just made; the secret is shown once and kept nowhere. */
    record Made(Token token, String secret) {
        @Override
        public String toString() {
            return "Made[hidden]";
        }
    }

    /**
     * Makes a token that acts as this person in this post once it is let in.
     *
     * @throws Refused FORBIDDEN for a post that reads no matters, INVALID without a proper name, a
     *     use or a time, RULE when the person has {@link #LIVE_MAX}
     */
    @Transactional
    Made make(Actor actor, Wish wish) {
        Refused.unless(Kind.FORBIDDEN, !actor.role().apart(), "token.refused.post");
        var name = wish.name().strip();
        boolean named =
                !name.isEmpty() && name.codePointCount(0, name.length()) <= NAME_CHARACTERS_MAX;
        Refused.unless(Kind.INVALID, named, "token.refused.name", NAME_CHARACTERS_MAX);
        var reach =
                wish.reach().stream()
                        .flatMap(each -> Reach.find(each).stream())
                        .collect(Collectors.toSet());
        Refused.unless(Kind.INVALID, !reach.isEmpty(), "token.refused.reach");
        Refused.unless(Kind.INVALID, DAYS.contains(wish.days()), "token.refused.days");
        var now = clock.instant();
        long live = own(actor).stream().filter(each -> live(each)).count();
        Refused.unless(Kind.RULE, live < LIVE_MAX, "token.refused.many", LIVE_MAX);
        var token =
                new Token(
                        actor.county(),
                        Ids.next(),
                        name,
                        new Token.Holder(actor.post(), actor.person(), actor.unit(), actor.name()),
                        reach,
                        new Token.Span(now, now.plus(Duration.ofDays(wish.days())), null, null),
                        null);
        var secret = secret(actor.county());
        store.insert(token, vault.index(DIGEST, secret));
        audit.record(actor, act(Verb.TOKEN_MADE, token));
        return new Made(token, secret);
    }

    private boolean live(Token token) {
        var state = token.state(clock.instant());
        return state == Token.State.GOOD || state == Token.State.WAITING;
    }

    private String secret(int county) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "wt-%06d-%s".formatted(county, HexFormat.of().formatHex(bytes));
    }

    private static Act act(Verb verb, Token token) {
        var reach = token.reach().stream().map(Reach::text).sorted().toList();
        return Act.of(verb, token.id())
                .with("name", token.name())
                .with("post", token.holder().post())
                .with("reach", String.join(" ", reach));
    }

    /**
     * Lets a token in that somebody else made.
     *
     * @throws Refused MISSING when there is none, CONFLICT when it does not wait, RULE for the own
     */
    @Transactional
    void release(Actor actor, UUID id) {
        var token = locked(actor, id);
        var now = clock.instant();
        Refused.unless(
                Kind.CONFLICT, token.state(now) == Token.State.WAITING, "token.refused.state");
        Refused.unless(
                Kind.RULE, !token.holder().person().equals(actor.person()), "token.refused.own");
        store.release(token, actor.person(), now);
        audit.record(actor, act(Verb.TOKEN_RELEASED, token));
    }

    /**
     * Ends a token at once: the own, or as the security administrator any.
     *
     * @throws Refused MISSING when there is none for this actor, CONFLICT when it has ended
     */
    @Transactional
    void end(Actor actor, UUID id) {
        var token = locked(actor, id);
        Refused.unless(Kind.CONFLICT, token.span().ended() == null, "token.refused.state");
        store.end(token, actor.person(), clock.instant());
        audit.record(actor, act(Verb.TOKEN_ENDED, token));
    }

    private Token locked(Actor actor, UUID id) {
        return store.lock(actor.county(), id)
                .filter(token ->
                        lets(actor, token) || token.holder().person().equals(actor.person()))
                .orElseThrow(() -> new Refused(Kind.MISSING, "token.refused.missing"));
    }

    /** The security administrator of the unit, or of one above it. */
    private boolean lets(Actor actor, Token token) {
        return actor.is(Role.SECURITY)
                && units.tree(actor.county())
                        .find(token.holder().unit())
                        .filter(unit -> actor.covers(unit.path()))
                        .isPresent();
    }

    /** Those of this person, in whatever post, the newest first. */
    @Transactional(readOnly = true)
    List<Token> own(Actor actor) {
        return store.ofPerson(actor.county(), actor.person(), ROWS_MAX);
    }

    /** Those that the actor lets in or ends, the newest first. */
    @Transactional(readOnly = true)
    List<Token> all(Actor actor) {
        return store.all(actor.county(), ROWS_MAX).stream()
                .filter(token -> lets(actor, token))
                .toList();
    }

    /** The token with that secret, in whatever state; empty when it was never one. */
    @Transactional(readOnly = true)
    Optional<Token> find(String secret) {
        var parts = SECRET.matcher(secret);
        return parts.matches()
                ? store.byDigest(Integer.parseInt(parts.group(1)), vault.index(DIGEST, secret))
                : Optional.empty();
    }

    /** Notes that it was used today. */
    @Transactional
    void used(Token token) {
        var today = Zones.day(clock.instant());
        if (!today.equals(token.used())) {
            store.used(token, today);
        }
    }
}
