package wanhu.exchange;

import java.time.Clock;
import java.util.List;
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
import wanhu.exchange.Going.Event;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.vault.Purpose;
import wanhu.vault.Register;

/**
 * The door through which a person hands a matter over to another system. The matter stays here with
 * who has it and with its deadline; what comes back is a line of its timeline and a draft of the
 * answer. Reports of wrongdoing and what is secret never leave, and no contact of anybody does.
 */
@Service
class Handovers {
    static final int REASON_CHARACTERS_MAX = 500;
    private static final int ROWS_MAX = 200;

    /** A step that only who has the matter may take. */
    private static final String HOLDERS = "Progress";

    private final HandoverStore store;
    private final Partners partners;
    private final Matters matters;
    private final Returns returns;
    private final Audit audit;
    private final Clock clock;

    Handovers(
            HandoverStore store,
            Partners partners,
            Matters matters,
            Returns returns,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.partners = partners;
        this.matters = matters;
        this.returns = returns;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether this post has the matter and may hand it over at all. */
    boolean may(Actor actor, Matter matter) {
        return leaves(matter)
                && matter.stage().unsolved()
                && matters.allowed(actor, matter).contains(HOLDERS);
    }

    /** What accuses somebody, and what somebody wants to be kept secret, stays. */
    static boolean leaves(Matter matter) {
        var about = matter.about();
        return about.kind() != wanhu.life.Kind.REPORT
                && !about.privacy().secret()
                && about.privacy().complainedOf() == null;
    }

    /**
     * Hands a matter over; it is sent within seconds.
     *
     * @throws Refused FORBIDDEN for who does not have it, RULE for what never leaves, CONFLICT when
     *     it is handed over already, INVALID without a reason, MISSING
     */
    @Transactional
    void handOver(Actor actor, String number, UUID partner, String typed) {
        var matter = matters.get(actor, number);
        Refused.unless(Kind.RULE, leaves(matter), "exchange.refused.never");
        Refused.unless(Kind.FORBIDDEN, may(actor, matter), "exchange.refused.hand");
        var to =
                partners.find(actor.county(), partner)
                        .filter(Partner::active)
                        .orElseThrow(() -> new Refused(Kind.MISSING, "exchange.refused.missing"));
        var reason = reason(typed);
        Register.need("matter.matter.body", Purpose.HANDLE);
        var handover = begun(actor, matter, to, reason);
        Refused.unless(Kind.CONFLICT, store.insert(handover), "exchange.refused.there");
        audit.record(
                actor,
                Act.of(Verb.HANDED_OVER, matter.id())
                        .because(reason)
                        .with("partner", to.id())
                        .with("use", Purpose.HANDLE));
    }

    private Handover begun(Actor actor, Matter matter, Partner to, String reason) {
        var now = clock.instant();
        return new Handover(
                actor.county(),
                Ids.next(),
                to.id(),
                matter.id(),
                matter.number(),
                actor.unit(),
                actor.title() + " " + actor.name(),
                reason,
                Handover.State.WAITING,
                new Handover.Try("", 0, now, 0, ""),
                new Handover.There("", ""),
                Handover.Posted.NOTHING,
                "",
                now,
                now);
    }

    /**
     * Tries again what did not go. What they gave a token for is not sent again: they are asked on
     * for its number.
     *
     * @return whether they are only asked
     * @throws Refused MISSING, CONFLICT when it does not stand still
     */
    @Transactional
    boolean again(Actor actor, UUID id) {
        var handover = own(actor, id);
        var token = handover.posted().token();
        boolean asks = !token.isEmpty();
        var state = next(handover, asks ? Event.ASK_ON : Event.AGAIN);
        var now = clock.instant();
        var fresh = new Handover.Try("", 0, now, 0, "");
        var posted = asks ? new Handover.Posted(now, token) : Handover.Posted.NOTHING;
        store.update(handover.left(posted).now(state, fresh, handover.there()), now);
        var what = asks ? "ask on" : "again";
        audit.record(actor, Act.of(Verb.HANDOVER_CHANGED, id).with("what", what));
        return asks;
    }

    /**
     * Ends it here: nothing is sent any more, and nobody asks after it. What is there stays there.
     *
     * @throws Refused MISSING, CONFLICT when it has ended
     */
    @Transactional
    void end(Actor actor, UUID id) {
        var handover = own(actor, id);
        var state = next(handover, Event.END);
        var still = new Handover.Try("", handover.done().attempts(), null, 0, "");
        store.update(handover.now(state, still, handover.there()), clock.instant());
        audit.record(actor, Act.of(Verb.HANDOVER_CHANGED, id).with("what", "end"));
    }

    /**
     * 撤回: asks for what they have; they are told within seconds, and say whether they let it go.
     * What they answer meanwhile counts.
     *
     * @throws Refused MISSING, INVALID without a reason, CONFLICT when they do not have it, or it
     *     is elsewhere by now
     */
    @Transactional
    void askBack(Actor actor, UUID id, String typed) {
        var handover = own(actor, id);
        next(handover, Event.ASK_BACK);
        Refused.unless(Kind.CONFLICT, mayAskBack(handover), "exchange.refused.state");
        Refused.unless(Kind.CONFLICT, !store.live(handover), "exchange.refused.there");
        var partner = partners.find(actor.county(), handover.partner()).orElseThrow();
        Refused.unless(Kind.RULE, partner.language().givesBack(), "exchange.refused.no-back");
        var reason = reason(typed);
        var now = clock.instant();
        store.update(handover.backFor(reason, now), now);
        var who = actor.title() + " " + actor.name();
        returns.note(handover, "exchange.line.asked-back", who, partner.name(), reason);
        audit.record(
                actor, Act.of(Verb.HANDOVER_CHANGED, id).because(reason).with("what", "ask back"));
    }

    /** Whether they have it, and it can be asked back. */
    static boolean mayAskBack(Handover handover) {
        return Going.next(handover.state(), Event.ASK_BACK).isPresent()
                && !handover.there().number().isEmpty();
    }

    private static Handover.State next(Handover handover, Event event) {
        return Going.next(handover.state(), event)
                .orElseThrow(() -> new Refused(Kind.CONFLICT, "exchange.refused.state"));
    }

    private static String reason(String typed) {
        var reason = typed.strip();
        Refused.unless(
                Kind.INVALID,
                reason.length() >= 2 && reason.length() <= REASON_CHARACTERS_MAX,
                "exchange.refused.reason",
                REASON_CHARACTERS_MAX);
        return reason;
    }

    private Handover own(Actor actor, UUID id) {
        return store.lock(actor.county(), id)
                .filter(each -> each.unit().equals(actor.unit()))
                .orElseThrow(() -> new Refused(Kind.MISSING, "exchange.refused.handover"));
    }

    /** Those of a matter that somebody sees, the newest first. */
    @Transactional(readOnly = true)
    List<Handover> of(int county, UUID matter) {
        return store.of(county, matter, HandoverStore.OF_MATTER_MAX);
    }

    /** Those of the post's unit: what is stuck first. */
    @Transactional(readOnly = true)
    List<Handover> ofUnit(Actor actor) {
        return store.ofUnit(actor.county(), actor.unit(), ROWS_MAX);
    }

    /** How many of the post's unit need somebody. */
    @Transactional(readOnly = true)
    int stuck(Actor actor) {
        return store.stuck(actor.county(), actor.unit());
    }
}
