package wanhu.bulletin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import wanhu.base.Verb;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.bulletin.Bulletin.State;
import wanhu.org.Unit;
import wanhu.org.Units;

/**
 * The door to bulletins: begun by a clerk with figures taken at that moment, released by a leader
 * who has written nothing of it, corrected by another version.
 */
@Service
public class Bulletins {
    static final int REASON_CHARACTERS_MAX = 500;

    private final BulletinStore store;
    private final Counting counting;
    private final Chosen chosen;
    private final Units units;
    private final Words words;
    private final Audit audit;
    private final Clock clock;

    Bulletins(
            BulletinStore store,
            Counting counting,
            Chosen chosen,
            Units units,
            Words words,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.counting = counting;
        this.chosen = chosen;
        this.units = units;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /** What is begun: made by the sender, so that the same wish twice is one bulletin. */
    public record Wish(UUID id, UUID unit, Period period) {}

    /** A bulletin as the post may read it. */
    @Transactional(readOnly = true)
    Bulletin get(Actor actor, UUID id) {
        return read(actor, store.find(actor.county(), id).orElseThrow(Bulletins::missing));
    }

    /** Its versions that the post may read, the newest first. */
    @Transactional(readOnly = true)
    List<Bulletin> versions(Actor actor, Bulletin of) {
        return store.versions(actor.county(), of.unit(), of.period()).stream()
                .filter(each -> readable(actor, each))
                .toList();
    }

    private Bulletin read(Actor actor, Bulletin bulletin) {
        Refused.unless(Kind.MISSING, readable(actor, bulletin), "bulletin.refused.missing");
        return bulletin;
    }

    private boolean readable(Actor actor, Bulletin bulletin) {
        var path = path(bulletin);
        return bulletin.pending() ? Rights.keeps(actor, path) : Rights.reads(actor, path);
    }

    OrgPath path(Bulletin bulletin) {
        return units.get(bulletin.county(), bulletin.unit()).path();
    }

    /**
     * Begins the bulletin of a unit for a period that is over; its figures are taken now.
     *
     * @return its id
     * @throws Refused FORBIDDEN for who writes none, INVALID for a unit without bulletins or not of
     *     this post, RULE while the period runs, CONFLICT when there is one
     */
    @Transactional
    public UUID begin(Actor actor, Wish wish) {
        Refused.unless(Kind.FORBIDDEN, Rights.writes(actor), "bulletin.refused.writer");
        var unit =
                units.tree(actor.county())
                        .find(wish.unit())
                        .filter(each -> Rights.has(each) && actor.covers(each.path()))
                        .orElseThrow(() -> new Refused(Kind.INVALID, "bulletin.refused.unit"));
        var period = wish.period();
        Refused.unless(Kind.RULE, period.over(today()), "bulletin.refused.running");
        var known = store.versions(actor.county(), unit.id(), period);
        if (known.stream().anyMatch(each -> each.id().equals(wish.id()))) {
            return wish.id();
        }
        Refused.unless(Kind.CONFLICT, known.isEmpty(), "bulletin.refused.exists");
        var texts = new Texts(title(unit, period), "", Map.of(), List.of(), "");
        insert(
                actor,
                wish.id(),
                unit,
                new Start(period, 1, counting.draw(actor, unit, period), texts));
        return wish.id();
    }

    private record Start(Period period, int version, Figures figures, Texts texts) {}

    private void insert(Actor actor, UUID id, Unit unit, Start start) {
        var by = actor.title() + " " + actor.name();
        var made =
                new Bulletin(
                        actor.county(),
                        id,
                        unit.id(),
                        start.period(),
                        start.version(),
                        1,
                        State.DRAFT,
                        start.figures(),
                        start.texts(),
                        false,
                        new Bulletin.Written(Set.of(actor.person()), by, clock.instant(), ""),
                        null);
        Refused.unless(Kind.CONFLICT, store.insert(actor, made), "bulletin.refused.exists");
        record(actor, made, "BEGUN");
    }

    /** As the unit has called it before, else as it is usually called. */
    private String title(Unit unit, Period period) {
        return store.lastTitle(unit.county(), unit.id(), period.kind())
                .orElseGet(() ->
                        words.text(Locale.CHINESE, "bulletin.title." + period.kind(), unit.name()));
    }

    /**
     * Keeps what is written.
     *
     * @param edit as the form showed it
     * @throws Refused FORBIDDEN for who may not, CONFLICT when somebody was faster or it is no
     *     draft, INVALID and RULE as {@link Texts#checked}
     */
    @Transactional
    public void save(Actor actor, UUID id, int edit, Texts texts) {
        var draft = draft(actor, id, edit);
        chosen.check(draft, units.get(draft.county(), draft.unit()), texts.checked().chosen());
        write(actor, draft, draft.figures(), texts);
        record(actor, draft, "SAVED");
    }

    /** Takes the figures of a draft anew; those it had are gone. */
    @Transactional
    void retake(Actor actor, UUID id, int edit) {
        var draft = draft(actor, id, edit);
        var unit = units.get(draft.county(), draft.unit());
        write(actor, draft, counting.draw(actor, unit, draft.period()), draft.texts());
        record(actor, draft, "RETAKEN");
    }

    private void write(Actor actor, Bulletin draft, Figures figures, Texts texts) {
        var now = clock.instant();
        store.write(actor, draft.with(figures, texts), now);
    }

    /**
     * Hands a draft to a second person.
     *
     * @throws Refused RULE for a correction that does not say what it changes
     */
    @Transactional
    public void submit(Actor actor, UUID id, int edit) {
        var draft = draft(actor, id, edit);
        boolean said = draft.version() == 1 || !draft.texts().changes().isEmpty();
        Refused.unless(Kind.RULE, said, "bulletin.refused.changes");
        store.hand(draft, State.REVIEW, "");
        record(actor, draft, "SUBMITTED");
    }

    /** Gives it back to who wrote it, with the reason. */
    @Transactional
    void giveBack(Actor actor, UUID id, int edit, String typed) {
        var submitted = submitted(actor, id, edit);
        var reason = Texts.fits(typed.strip(), REASON_CHARACTERS_MAX);
        Refused.unless(Kind.INVALID, !reason.isEmpty(), "bulletin.refused.reason");
        store.hand(submitted, State.DRAFT, reason);
        record(actor, submitted, "GIVEN_BACK");
    }

    /**
     * Releases it; from now on it does not change.
     *
     * @param open whether everybody may read it
     * @throws Refused FORBIDDEN for who is no leader of the unit, or has written any of it
     */
    @Transactional
    public void release(Actor actor, UUID id, int edit, boolean open) {
        var submitted = submitted(actor, id, edit);
        boolean second = !submitted.written().persons().contains(actor.person());
        Refused.unless(Kind.FORBIDDEN, second, "bulletin.refused.own");
        store.release(actor, submitted, open, clock.instant());
        audit.record(
                actor,
                Act.of(Verb.BULLETIN_CHANGED, id)
                        .with("act", "RELEASED")
                        .with("version", submitted.version())
                        .with("open", open));
    }

    /**
     * Begins a correction: the next version, with the figures and the words of the last.
     *
     * @return its id
     * @throws Refused CONFLICT when it is not the last, or one is being written
     */
    @Transactional
    UUID correct(Actor actor, UUID id) {
        var old = read(actor, store.lock(actor.county(), id).orElseThrow(Bulletins::missing));
        mustWrite(actor, old);
        var newest = store.versions(old.county(), old.unit(), old.period()).getFirst();
        boolean last = newest.id().equals(id) && !old.pending();
        Refused.unless(Kind.CONFLICT, last, "bulletin.refused.stale");
        var unit = units.get(old.county(), old.unit());
        var next = Ids.next();
        insert(
                actor,
                next,
                unit,
                new Start(old.period(), old.version() + 1, old.figures(), old.texts().unchanged()));
        return next;
    }

    private Bulletin draft(Actor actor, UUID id, int edit) {
        var draft = fresh(actor, id, edit, State.DRAFT);
        mustWrite(actor, draft);
        return draft;
    }

    private Bulletin submitted(Actor actor, UUID id, int edit) {
        var submitted = fresh(actor, id, edit, State.REVIEW);
        Refused.unless(
                Kind.FORBIDDEN, Rights.releases(actor, path(submitted)), "bulletin.refused.leader");
        return submitted;
    }

    private Bulletin fresh(Actor actor, UUID id, int edit, State state) {
        var known = read(actor, store.lock(actor.county(), id).orElseThrow(Bulletins::missing));
        boolean same = known.edit() == edit && known.state() == state;
        Refused.unless(Kind.CONFLICT, same, "bulletin.refused.stale");
        return known;
    }

    private void mustWrite(Actor actor, Bulletin bulletin) {
        Refused.unless(
                Kind.FORBIDDEN, Rights.writes(actor, path(bulletin)), "bulletin.refused.writer");
    }

    private void record(Actor actor, Bulletin bulletin, String act) {
        audit.record(
                actor,
                Act.of(Verb.BULLETIN_CHANGED, bulletin.id())
                        .with("act", act)
                        .with("version", bulletin.version()));
    }

    /** Has counted in the background what somebody will need who begins soon. */
    void prepare(Actor actor) {
        counting.want(actor.county());
    }

    LocalDate today() {
        return Zones.day(clock.instant());
    }

    static Refused missing() {
        return new Refused(Kind.MISSING, "bulletin.refused.missing");
    }
}
