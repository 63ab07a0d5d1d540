package wanhu.hook;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Verb;
import wanhu.matter.MatterNews;
import wanhu.message.Outbound;
import wanhu.token.Caller;
import wanhu.vault.Vault;

/** The door to calls: who is called for what, with which secret, and how it went. */
@Service
public class Hooks {
    /** Receivers that one token may have. */
    public static final int OF_TOKEN_MAX = 20;

    /** Receivers that a county may have. */
    static final int OF_COUNTY_MAX = 500;

    /** Calls that are shown. */
    public static final int SHOWN_MAX = 100;

    /** So long an old secret signs beside the new one. */
    static final Duration OLD_SECRET = Duration.ofDays(1);

    static final String SECRET = "hook.hook.secret_sealed";
    private static final int ADDRESS_CHARACTERS_MAX = 300;
    private static final int SECRET_BYTES = 24;

    private final HookStore store;
    private final DeliveryStore deliveries;
    private final MatterNews news;
    private final Outbound outbound;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Hooks(
            HookStore store,
            DeliveryStore deliveries,
            MatterNews news,
            Outbound outbound,
            Vault vault,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.deliveries = deliveries;
        this.news = news;
        this.outbound = outbound;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /** Somebody to call, with the secret that signs, shown this once. */
    public record Made(Hook hook, String secret) {
        @Override
        public String toString() {
            return "Made[hidden]";
        }
    }

    /**
     * Calls an address from now on for what happens to the matters that the token sees.
     *
     * @throws Refused INVALID for an address or events that are none, RULE for an address in a
     *     closed network or when there are too many, CONFLICT when it is called already
     */
    @Transactional
    public Made make(Actor actor, Caller caller, String address, Set<HookEvent> events) {
        Refused.unless(Kind.INVALID, !events.isEmpty(), "hook.refused.events");
        Refused.unless(
                Kind.INVALID,
                address.length() <= ADDRESS_CHARACTERS_MAX && address.matches("https?://.+"),
                "hook.refused.address");
        outbound.check(address);
        int mine = store.ofToken(actor.county(), caller.token(), OF_TOKEN_MAX).size();
        int all = store.live(actor.county(), OF_COUNTY_MAX).size();
        Refused.unless(
                Kind.RULE,
                mine < OF_TOKEN_MAX && all < OF_COUNTY_MAX,
                "hook.refused.many",
                OF_TOKEN_MAX);
        var hook =
                new Hook(
                        actor.county(),
                        Ids.next(),
                        caller.token(),
                        address,
                        events,
                        clock.instant(),
                        null);
        var secret = secret();
        boolean made = store.insert(hook, actor.person(), vault.seal(SECRET, hook.id(), secret));
        Refused.unless(Kind.CONFLICT, made, "hook.refused.twice");
        deliveries.begin(actor.county(), MatterNews.Place.before(news.settled()));
        audit.record(actor, Act.of(Verb.HOOK_MADE, hook.id()).with("token", caller.token()));
        return new Made(hook, secret);
    }

    /** As the receivers' libraries expect it (Standard Webhooks). */
    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return "whsec_" + Base64.getEncoder().encodeToString(bytes);
    }

    /** Who is called by this token. */
    @Transactional(readOnly = true)
    public List<Hook> list(Caller caller) {
        return store.ofToken(caller.actor().county(), caller.token(), OF_TOKEN_MAX);
    }

    /** Who is called by all tokens of this person. */
    @Transactional(readOnly = true)
    public List<Hook> own(Actor actor) {
        return store.ofPerson(actor.county(), actor.person(), OF_COUNTY_MAX);
    }

    /**
     * One of this token.
     *
     * @throws Refused MISSING
     */
    @Transactional(readOnly = true)
    public Hook get(Caller caller, UUID id) {
        return store.find(caller.actor().county(), id)
                .filter(hook -> hook.token().equals(caller.token()))
                .orElseThrow(Hooks::missing);
    }

    /**
     * One of this person.
     *
     * @throws Refused MISSING
     */
    @Transactional(readOnly = true)
    public Hook own(Actor actor, UUID id) {
        return own(actor).stream()
                .filter(hook -> hook.id().equals(id))
                .findFirst()
                .orElseThrow(Hooks::missing);
    }

    /** A new secret; the old one signs too for a day, so that the receiver can change over. */
    @Transactional
    public Made rotate(Actor actor, Hook hook) {
        var secret = secret();
        store.rotate(hook, vault.seal(SECRET, hook.id(), secret), clock.instant().plus(OLD_SECRET));
        audit.record(actor, Act.of(Verb.HOOK_CHANGED, hook.id()).with("what", "secret"));
        return new Made(hook, secret);
    }

    /** Calls nobody any more; what waits is given up. */
    @Transactional
    public void end(Actor actor, Hook hook) {
        var now = clock.instant();
        store.end(hook, now);
        deliveries.stop(hook, now);
        audit.record(actor, Act.of(Verb.HOOK_ENDED, hook.id()));
    }

    /** The newest calls of one. */
    @Transactional(readOnly = true)
    public List<Delivery> deliveries(Hook hook) {
        return deliveries.of(hook, SHOWN_MAX);
    }

    /**
     * Calls again, whatever became of it; under the same id.
     *
     * @throws Refused MISSING
     */
    @Transactional
    public Delivery replay(Actor actor, Hook hook, UUID id) {
        var delivery = deliveries.find(hook, id).orElseThrow(Hooks::missing);
        var now = clock.instant();
        var again = new Delivery.Try(Delivery.State.WAITING, 0, now, now, 0, "");
        deliveries.settle(delivery, again, now);
        audit.record(actor, Act.of(Verb.HOOK_REPLAYED, hook.id()).with("delivery", id));
        return new Delivery(
                delivery.county(), delivery.id(), delivery.hook(), delivery.news(), again);
    }

    private static Refused missing() {
        return new Refused(Kind.MISSING, "hook.refused.missing");
    }
}
