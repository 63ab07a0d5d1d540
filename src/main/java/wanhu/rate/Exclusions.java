package wanhu.rate;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.rate.Exclusion.State;

/**
 * The door to exclusions (剔除): a unit asks with its reason, somebody of a unit above decides. Who
 * asked never decides, nor does anybody of the same unit; what was left out stays visible beside
 * the rate.
 */
@Service
class Exclusions {
    static final int REASON_CHARACTERS_MAX = 500;

    private final ExclusionStore store;
    private final RateItems items;
    private final Matters matters;
    private final Units units;
    private final Audit audit;
    private final Clock clock;

    Exclusions(
            ExclusionStore store,
            RateItems items,
            Matters matters,
            Units units,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.items = items;
        this.matters = matters;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a unit asks. */
    record Wish(String number, Exclusion.Ground ground, String reason) {}

    /**
     * Whether this post's unit may ask about the matter: it handles it, and one above can decide.
     */
    static boolean mayAsk(Actor actor, Matter matter) {
        var handler = matter.parties().handler();
        return handler != null
                && handler.unit().equals(actor.unit())
                && matter.about().privacy().complainedOf() == null
                && matter.about().kind() != wanhu.life.Kind.REPORT
                && actor.path().text().length() > OrgPath.COUNTY_LENGTH
                && !actor.is(Role.LEADER, Role.FOLLOW_UP, Role.PHONE_DESK);
    }

    /**
     * Asks.
     *
     * @throws Refused MISSING for a matter that the post does not see, FORBIDDEN when it is not the
     *     unit's, INVALID without a reason, CONFLICT when it was asked already
     */
    @Transactional
    public UUID ask(Actor actor, Wish wish) {
        var matter = matters.get(actor, wish.number());
        Refused.unless(Kind.FORBIDDEN, mayAsk(actor, matter), "rate.refused.ask");
        var reason = reason(wish.reason());
        var now = clock.instant();
        var asked =
                new Exclusion(
                        actor.county(),
                        Ids.next(),
                        1,
                        matter.id(),
                        matter.number(),
                        actor.unit(),
                        wish.ground(),
                        reason,
                        actor.person(),
                        actor.title() + " " + actor.name(),
                        now,
                        State.ASKED,
                        null);
        Refused.unless(Kind.CONFLICT, store.insert(asked), "rate.refused.asked");
        store.event(
                actor, asked.id(), 1, new Exclusion.Event(State.ASKED, reason, asked.name(), now));
        record(actor, asked, State.ASKED, reason);
        return asked.id();
    }

    private static String reason(String typed) {
        var said = typed.strip();
        boolean good = !said.isEmpty() && said.length() <= REASON_CHARACTERS_MAX;
        Refused.unless(Kind.INVALID, good, "rate.refused.reason", REASON_CHARACTERS_MAX);
        return said;
    }

    private void record(Actor actor, Exclusion on, State state, String reason) {
        audit.record(
                actor,
                Act.of(Verb.RATE_EXCLUSION, on.id())
                        .because(reason)
                        .with("matter", on.number())
                        .with("unit", on.unit())
                        .with("state", state));
    }

    /** Whether this post decides on it: of a unit above the one that asked, and another person. */
    boolean mayDecide(Actor actor, Exclusion on) {
        return actor.is(Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.LEADER, Role.FOLLOW_UP)
                && !on.by(actor)
                && !actor.unit().equals(on.unit())
                && place(on).filter(path -> strictlyAbove(actor.path(), path)).isPresent();
    }

    private static boolean strictlyAbove(OrgPath one, OrgPath other) {
        return !one.equals(other) && one.contains(other);
    }

    private java.util.Optional<OrgPath> place(Exclusion on) {
        return units.tree(on.county()).find(on.unit()).map(Unit::path);
    }

    /**
     * Grants, refuses or takes back.
     *
     * @param version as the page showed it
     * @throws Refused MISSING where the post does not see it, FORBIDDEN for who may not decide,
     *     CONFLICT when somebody else was faster or the state does not allow it
     */
    @Transactional
    public void decide(Actor actor, UUID id, int version, Decision decision) {
        var on = store.lock(actor.county(), id).filter(each -> seen(actor, each));
        Refused.unless(Kind.MISSING, on.isPresent(), "rate.refused.exclusion");
        var exclusion = on.orElseThrow();
        Refused.unless(Kind.FORBIDDEN, mayDecide(actor, exclusion), "rate.refused.decide");
        boolean fresh = exclusion.version() == version && exclusion.allows(decision.state());
        Refused.unless(Kind.CONFLICT, fresh, "rate.refused.stale");
        var text = reason(decision.text());
        var now = clock.instant();
        store.decide(exclusion, decision.state(), now);
        store.event(
                actor,
                id,
                version + 1,
                new Exclusion.Event(
                        decision.state(), text, actor.title() + " " + actor.name(), now));
        items.mark(actor.county(), exclusion.matter());
        record(actor, exclusion, decision.state(), text);
    }

    /** What is decided, and why. */
    record Decision(State state, String text) {}

    /** Own ones and those of units below. */
    private boolean seen(Actor actor, Exclusion on) {
        return place(on).filter(actor::covers).isPresent();
    }

    /** One that the post may see. */
    @Transactional(readOnly = true)
    public Exclusion get(Actor actor, UUID id) {
        return store.find(actor.county(), id)
                .filter(each -> seen(actor, each))
                .orElseThrow(() -> new Refused(Kind.MISSING, "rate.refused.exclusion"));
    }

    List<Exclusion.Event> events(Exclusion on) {
        return store.events(on);
    }

    /** Those of the post's unit and of all below it, the latest first. */
    @Transactional(readOnly = true)
    public List<Exclusion> list(Actor actor, Collection<State> states) {
        var below = units.tree(actor.county()).ever(actor.path());
        return store.list(actor.county(), below, states);
    }
}
