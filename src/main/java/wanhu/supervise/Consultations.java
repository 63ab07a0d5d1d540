package wanhu.supervise;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Page;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Taking;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.supervise.Consultation.State;
import wanhu.supervise.Consultation.Voice;
import wanhu.supervise.Notified.News;

/** The door to joint consultations. */
@Service
public class Consultations {
    /** Most units that are invited. */
    static final int UNITS_MAX = 20;

    static final int OUTCOME_CHARACTERS_MAX = 2_000;
    private static final int PLACE_CHARACTERS_MAX = 100;

    private final ConsultationStore store;
    private final SupervisionStore orders;
    private final Seen seen;
    private final Matters matters;
    private final Units units;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher facts;

    Consultations(
            ConsultationStore store,
            SupervisionStore orders,
            Seen seen,
            Matters matters,
            Units units,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher facts) {
        this.store = store;
        this.orders = orders;
        this.seen = seen;
        this.matters = matters;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
        this.facts = facts;
    }

    /** Whether this post may call units together over the matter. */
    boolean mayCall(Actor actor, Matter matter) {
        return matter.stage().unsolved()
                && Rank.of(actor, units.tree(actor.county())).isPresent()
                && actor.covers(matter.parties().handlerOrHolder().path());
    }

    /**
     * Calls units together.
     *
     * @throws Refused FORBIDDEN when this post may not, INVALID when something is missing, RULE
     *     when a unit is invited that the matter accuses
     */
    @Transactional
    public Consultation call(Actor actor, CallWish wish) {
        var now = clock.instant();
        var id = Ids.next();
        var before = orders.claim(actor.county(), wish.command(), id, now);
        if (before.isPresent()) {
            return store.find(actor.county(), before.get()).orElseThrow();
        }
        var matter = matters.get(actor, wish.matter());
        Refused.unless(Kind.FORBIDDEN, mayCall(actor, matter), "supervise.refused.call");
        check(actor, matter, wish, now);
        int year = Zones.day(now).getYear();
        var number =
                "%06d-HS%d-%04d".formatted(actor.county(), year, orders.next(actor.county(), year));
        var call =
                new Consultation.Call(
                        actor.unit(),
                        actor.title(),
                        now,
                        wish.meets(),
                        wish.place().strip(),
                        wish.question().strip());
        var of = new Supervision.Of(matter.id(), matter.number());
        var made = new Consultation(actor.county(), id, number, of, call, State.CALLED, null);
        store.insert(made, wish.units());
        record(actor, made, "call");
        wish.units().forEach(unit -> tell(made, News.INVITED, unit, now));
        return made;
    }

    private void check(Actor actor, Matter matter, CallWish wish, Instant now) {
        text(wish.question(), Decision.TEXT_CHARACTERS_MAX);
        text(wish.place(), PLACE_CHARACTERS_MAX);
        boolean ahead =
                wish.meets().isAfter(now)
                        && wish.meets()
                                .isBefore(now.plus(Duration.ofDays(Decision.AHEAD_DAYS_MAX)));
        Refused.unless(Kind.INVALID, ahead, "supervise.refused.day", Decision.AHEAD_DAYS_MAX);
        boolean some = !wish.units().isEmpty() && wish.units().size() <= UNITS_MAX;
        Refused.unless(Kind.INVALID, some, "supervise.refused.units", UNITS_MAX);
        var tree = units.tree(actor.county());
        for (UUID each : wish.units()) {
            var unit = tree.find(each).filter(Unit::live);
            Refused.unless(Kind.INVALID, unit.isPresent(), "supervise.refused.unit");
            boolean accused = matter.about().privacy().shutTo(unit.orElseThrow().path());
            Refused.unless(Kind.RULE, !accused, "supervise.refused.accused");
        }
    }

    private static String text(String typed, int most) {
        var said = typed.strip();
        Refused.unless(Kind.INVALID, !said.isEmpty(), "supervise.refused.text");
        Refused.unless(Kind.INVALID, said.length() <= most, "supervise.refused.long", most);
        return said;
    }

    /** What this post's unit can do, said once. */
    @Transactional
    public void say(Actor actor, UUID id, String typed) {
        var on = get(actor, id);
        var said = text(typed, Decision.TEXT_CHARACTERS_MAX);
        Refused.unless(Kind.FORBIDDEN, maySay(actor, on), "supervise.refused.hand");
        var now = clock.instant();
        var voice = new Voice(actor.unit(), said, actor.title() + " " + actor.name(), now);
        Refused.unless(
                Kind.CONFLICT,
                store.say(on, voice, actor.person(), now),
                "supervise.refused.state");
        record(actor, on, "say");
        tell(on, News.ANSWERED, on.call().convener(), now);
    }

    /** Whether this post may say something for its unit. */
    boolean maySay(Actor actor, Consultation on) {
        return on.state() == State.CALLED
                && !actor.is(Role.PHONE_DESK, Role.FOLLOW_UP)
                && voices(on).stream()
                        .anyMatch(each -> each.unit().equals(actor.unit()) && each.at() == null);
    }

    /** Whether this post ends it: one of the unit that called it. */
    boolean mayEnd(Actor actor, Consultation on) {
        return on.state() == State.CALLED
                && actor.unit().equals(on.call().convener())
                && Rank.of(actor, units.tree(actor.county())).isPresent();
    }

    /**
     * What came out of it.
     *
     * @param lead the unit that shall lead; null when none was named
     */
    public record Outcome(String text, @Nullable UUID lead, @Nullable LocalDate doneBy) {}

    /**
     * Writes the outcome, and says so in the timeline of the matter. Who leads is named here; that
     * it is dispatched there, the dispatcher decides.
     */
    @Transactional
    public void conclude(Actor actor, UUID id, Outcome outcome) {
        var on = get(actor, id);
        var said = text(outcome.text(), OUTCOME_CHARACTERS_MAX);
        var lead = outcome.lead();
        boolean known = lead == null || units.tree(actor.county()).find(lead).isPresent();
        Refused.unless(Kind.INVALID, known, "supervise.refused.unit");
        end(actor, on, State.HELD, new Outcome(said, lead, outcome.doneBy()));
        var matter = matters.get(actor.county(), on.of().matter());
        if (matter.open()) {
            var step = new Step.Remark(on.number() + " " + said);
            matters.take(
                    new By.Rule("supervise"),
                    new Taking(
                            matter.county(),
                            matter.id(),
                            Taking.ANY_VERSION,
                            Ids.next(),
                            step,
                            null,
                            null));
        }
    }

    /** It will not be held; those invited are told. */
    @Transactional
    void cancel(Actor actor, UUID id, String reason) {
        var said = text(reason, Decision.TEXT_CHARACTERS_MAX);
        end(actor, get(actor, id), State.CANCELLED, new Outcome(said, null, null));
    }

    private void end(Actor actor, Consultation on, State state, Outcome outcome) {
        Refused.unless(Kind.FORBIDDEN, mayEnd(actor, on), "supervise.refused.hand");
        var now = clock.instant();
        var ended =
                new Consultation.Ended(
                        outcome.text(), outcome.lead(), outcome.doneBy(), actor.title(), now);
        Refused.unless(Kind.CONFLICT, store.end(on, state, ended), "supervise.refused.stale");
        record(actor, on, state.name());
        voices(on).forEach(each -> tell(on, News.CONCLUDED, each.unit(), now));
    }

    /** A consultation that this actor sees. */
    @Transactional(readOnly = true)
    Consultation get(Actor actor, UUID id) {
        return store.find(actor.county(), id)
                .filter(on -> sees(actor, on))
                .orElseThrow(Supervisions::missing);
    }

    boolean sees(Actor actor, Consultation on) {
        var tree = units.tree(actor.county());
        boolean theirs =
                covers(actor, tree.find(on.call().convener()).orElse(null))
                        || voices(on).stream()
                                .anyMatch(
                                        each -> covers(actor, tree.find(each.unit()).orElse(null)));
        var privacy = matters.get(on.county(), on.of().matter()).about().privacy();
        return theirs && !actor.role().apart() && !privacy.shutTo(actor.path());
    }

    private static boolean covers(Actor actor, @Nullable Unit unit) {
        return unit != null && actor.covers(unit.path());
    }

    /** Who is invited, and what each said. */
    @Transactional(readOnly = true)
    List<Voice> voices(Consultation on) {
        return store.voices(on.county(), on.id());
    }

    /** Those of a matter, the latest first. */
    @Transactional(readOnly = true)
    List<Consultation> ofMatter(int county, UUID matter) {
        return store.ofMatter(county, matter);
    }

    /** A piece of the list, the latest meeting first. */
    @Transactional(readOnly = true)
    Page<Consultation> page(Actor actor, Key before) {
        var rows = store.page(seen.parameters(actor), before, Prompts.ROWS_MAX + 1);
        boolean more = rows.size() > Prompts.ROWS_MAX;
        var shown = more ? rows.subList(0, Prompts.ROWS_MAX) : rows;
        var next =
                more ? new Key(shown.getLast().call().meets(), shown.getLast().id()).text() : null;
        return new Page<>(shown, -1, next);
    }

    private void record(Actor actor, Consultation on, String act) {
        audit.record(
                actor,
                wanhu.base.Act.of(Verb.CONSULTED, on.id())
                        .with("act", act)
                        .with("number", on.number())
                        .with("matter", on.of().number()));
    }

    private void tell(Consultation on, News news, UUID unit, Instant now) {
        facts.publishEvent(
                new Notified(
                        on.county(),
                        news,
                        unit,
                        on.number(),
                        on.of().number(),
                        "/supervise/consultations/" + on.id(),
                        now));
    }
}
