package wanhu.org;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Verb;
import wanhu.base.Zones;

/** Dated acts on the tree: previewed, approved with a document, applied on their day. */
@Service
class Acts {
    static final int DOCUMENT_MAX = 120;

    private final ActStore store;
    private final ActedStore acted;
    private final Units units;
    private final TreeCache cache;
    private final ApplicationEventPublisher facts;
    private final Audit audit;
    private final Clock clock;

    Acts(ActStore store, ActedStore acted, Units units, TreeCache cache, Told told) {
        this.store = store;
        this.acted = acted;
        this.units = units;
        this.cache = cache;
        this.facts = told.facts();
        this.audit = told.audit();
        this.clock = told.clock();
    }

    /** To whom facts are told, and when it is. */
    @Component
    record Told(ApplicationEventPublisher facts, Audit audit, Clock clock) {}

    /** What the change would do to the tree of today. */
    ActPreview preview(Actor actor, UnitChange change) {
        var tree = units.tree(actor.county());
        try {
            checkScope(actor, tree, change);
            ActRules.check(tree, change);
        } catch (Refused no) {
            return new ActPreview(change, List.of(), List.of(), 0, no);
        }
        var closing = ActRules.closing(tree, change);
        int ending =
                closing.stream()
                        .mapToInt(unit -> acted.appointments(actor.county(), unit.id(), today()))
                        .sum();
        return new ActPreview(change, ActRules.moving(tree, change), closing, ending, null);
    }

    /**
     * Approves an act; it is applied at once when its day has come.
     *
     * @return the act
     * @throws Refused when the tree does not allow the change today, the document is missing, or
     *     the day lies before the unit's present version
     */
    @Transactional
    UUID approve(Actor actor, UnitChange change, LocalDate effective, String document) {
        var number = document.strip();
        if (number.isEmpty() || number.length() > DOCUMENT_MAX) {
            throw new Refused(Kind.INVALID, "org.act.refused.document", DOCUMENT_MAX);
        }
        var tree = units.tree(actor.county());
        checkScope(actor, tree, change);
        ActRules.check(tree, change);
        var act =
                new UnitAct(
                        Ids.next(),
                        change,
                        effective,
                        number,
                        UnitAct.State.APPROVED,
                        null,
                        actor.name(),
                        now());
        store.insert(actor.county(), act, actor.person());
        audit.record(
                actor,
                Act.of(Verb.UNIT_ACT_APPROVED, act.id())
                        .because(number)
                        .with("change", change.getClass().getSimpleName())
                        .with("effective", effective));
        if (!effective.isAfter(today())) {
            apply(actor.county(), act);
        }
        return act.id();
    }

    /**
     * Withdraws an act that has not taken effect.
     *
     * @throws Refused when it has; MISSING when there is none, or it changes another's unit
     */
    @Transactional
    void withdraw(Actor actor, UUID act) {
        var tree = units.tree(actor.county());
        boolean own =
                store.unit(actor.county(), act)
                        .filter(unit -> covers(actor, tree, unit))
                        .isPresent();
        Refused.unless(Kind.MISSING, own, "org.refused.missing");
        if (!store.withdraw(actor.county(), act)) {
            throw new Refused(Kind.CONFLICT, "org.act.refused.over");
        }
        audit.record(actor, Act.of(Verb.UNIT_ACT_WITHDRAWN, act));
    }

    /** Acts on the actor's units that wait for their day, have failed, or were applied lately. */
    List<UnitAct> list(Actor actor) {
        return store.list(actor.county(), actor.path());
    }

    /** Applies an act whose day has come; says whether it was still waiting. */
    @Transactional
    boolean applyDue(int county, UUID id) {
        var act = store.lockDue(county, id, today());
        act.ifPresent(due -> {
            apply(county, due);
            audit.record(county, Act.of(Verb.UNIT_ACT_APPLIED, id));
        });
        return act.isPresent();
    }

    /** Notes that an act could not be applied on its day. */
    @Transactional
    void fail(int county, UUID act, String word) {
        store.fail(county, act, word);
    }

    private void apply(int county, UnitAct act) {
        var tree = units.tree(county);
        ActRules.check(tree, act.change());
        acted.lockTree(county);
        switch (act.change()) {
            case UnitChange.Found found -> found(county, act, found);
            case UnitChange.Rename rename -> rename(county, act, rename);
            case UnitChange.Move move -> move(county, act, tree.get(move.unit()), move.to());
            case UnitChange.Merge merge -> merge(county, act, merge);
            case UnitChange.Split split -> split(county, act, split);
            case UnitChange.Close close -> close(county, act, tree.get(close.unit()));
        }
        store.applied(county, act.id(), now());
        cache.changed(county);
    }

    private void found(int county, UnitAct act, UnitChange.Found found) {
        var made =
                units.found(
                        county,
                        new NewUnit(
                                found.unit(),
                                found.kind(),
                                found.name(),
                                found.code(),
                                act.effective(),
                                act.document()));
        store.made(county, act.id(), made.id());
    }

    private void rename(int county, UnitAct act, UnitChange.Rename rename) {
        var old = units.get(county, rename.unit());
        acted.keepVersion(county, act, old.id());
        acted.rename(county, act, rename);
        facts.publishEvent(
                new UnitRenamed(county, now(), old.id(), old.name(), rename.name().strip()));
    }

    private void move(int county, UnitAct act, Unit unit, UUID to) {
        var above = units.get(county, to);
        var path = above.path().child(acted.takeOrdinal(county, to));
        acted.keepVersion(county, act, unit.id());
        acted.move(county, act, unit, to);
        acted.rewrite(county, unit.path(), path);
        cache.changed(county);
        facts.publishEvent(new UnitMoved(county, now(), unit.id(), unit.path(), path));
    }

    private void merge(int county, UnitAct act, UnitChange.Merge merge) {
        var tree = units.tree(county);
        var old = tree.get(merge.unit());
        tree.children(old.id()).forEach(child -> move(county, act, child, merge.into()));
        end(county, act, old);
        OrgPath into = units.get(county, merge.into()).path();
        facts.publishEvent(new UnitMerged(county, now(), old.id(), merge.into(), old.path(), into));
    }

    private void split(int county, UnitAct act, UnitChange.Split split) {
        var tree = units.tree(county);
        var old = tree.get(split.unit());
        var above = old.above();
        if (above == null) {
            throw new IllegalStateException("Expected a unit above but got none for " + old.id());
        }
        var made =
                units.found(
                        county,
                        new NewUnit(
                                above,
                                old.kind(),
                                split.name(),
                                split.code(),
                                act.effective(),
                                act.document()));
        store.made(county, act.id(), made.id());
        split.children().forEach(child -> move(county, act, tree.get(child), made.id()));
    }

    private void close(int county, UnitAct act, Unit unit) {
        end(county, act, unit);
        facts.publishEvent(new UnitClosed(county, now(), unit.id(), unit.path()));
    }

    /** Closes the unit, its posts, and the appointments to them. */
    private void end(int county, UnitAct act, Unit unit) {
        acted.keepVersion(county, act, unit.id());
        acted.close(county, act, unit.id());
        var lastDay = act.effective().minusDays(1);
        for (ActedStore.Ended ended : acted.endAppointments(county, unit.id(), lastDay)) {
            facts.publishEvent(
                    new AppointmentEnded(
                            county,
                            now(),
                            ended.appointment(),
                            ended.post(),
                            ended.person(),
                            lastDay));
        }
        acted.closePosts(county, unit.id());
    }

    private static void checkScope(Actor actor, Tree tree, UnitChange change) {
        boolean inside =
                tree.find(change.unit()).filter(unit -> actor.covers(unit.path())).isPresent();
        boolean targetInside =
                switch (change) {
                    case UnitChange.Move move -> covers(actor, tree, move.to());
                    case UnitChange.Merge merge -> covers(actor, tree, merge.into());
                    case UnitChange.Found _,
                            UnitChange.Rename _,
                            UnitChange.Split _,
                            UnitChange.Close _ ->
                            true;
                };
        if (!inside || !targetInside) {
            throw new Refused(Kind.MISSING, "org.refused.missing");
        }
    }

    private static boolean covers(Actor actor, Tree tree, UUID unit) {
        return tree.find(unit).filter(each -> actor.covers(each.path())).isPresent();
    }

    private Instant now() {
        return clock.instant();
    }

    private LocalDate today() {
        return Zones.day(now());
    }
}
