package wanhu.letter;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.law.Laws;
import wanhu.law.Rule;
import wanhu.law.RuleKey;

/**
 * The door to what goes when letters have been kept long enough ({@link RuleKey#RETENTION_LETTER}).
 * Nothing goes by itself: what is filed is appraised by people (档案法 forbids destroying it
 * otherwise), so one of the unit asks and its leader agrees.
 */
@Service
class Disposals {
    static final int REASON_CHARACTERS_MAX = 500;

    private final DisposalStore store;
    private final Laws laws;
    private final Audit audit;
    private final Clock clock;

    Disposals(DisposalStore store, Laws laws, Audit audit, Clock clock) {
        this.store = store;
        this.laws = laws;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What could go now of the post's unit; nothing is changed.
     *
     * @param before letters that were issued before this day
     * @param letters how many
     */
    record Due(Rule rule, LocalDate before, int letters) {}

    /** Counts the letters whose time is over. */
    @Transactional(readOnly = true)
    Due due(Actor actor) {
        var today = Zones.day(clock.instant());
        var rule = laws.rule(actor.county(), RuleKey.RETENTION_LETTER, today);
        // The time begins with the year after the one of issue: a whole year goes together.
        var before = rule.term().before(today).withDayOfYear(1);
        return new Due(rule, before, store.due(actor.county(), actor.unit(), before));
    }

    /** What was asked and decided in the post's unit, the newest first: the proof. */
    @Transactional(readOnly = true)
    List<Disposal> list(Actor actor) {
        return store.list(actor.county(), actor.unit());
    }

    /**
     * Asks the leader to agree that what is due goes.
     *
     * @throws Refused FORBIDDEN for who writes no letters, INVALID without an appraisal, RULE when
     *     nothing is due, CONFLICT when somebody has asked before
     */
    @Transactional
    void ask(Actor actor, String typed) {
        Refused.unless(Refused.Kind.FORBIDDEN, Subjects.writes(actor), "letter.refused.disposer");
        var reason = typed.strip();
        Refused.unless(
                Refused.Kind.INVALID,
                reason.length() >= 2 && reason.length() <= REASON_CHARACTERS_MAX,
                "letter.refused.appraisal",
                REASON_CHARACTERS_MAX);
        var due = due(actor);
        Refused.unless(Refused.Kind.RULE, due.letters() > 0, "letter.refused.none-due");
        var asked =
                new Disposal(
                        actor.county(),
                        Ids.next(),
                        actor.unit(),
                        due.before(),
                        due.rule().value(),
                        due.rule().source().name(Locale.CHINESE),
                        reason,
                        actor.person(),
                        clock.instant(),
                        null);
        Refused.unless(Refused.Kind.CONFLICT, store.insert(asked), "letter.refused.asked");
        record(actor, asked.id(), "dispose-ask", due.letters());
    }

    /**
     * Decides on what was asked; when it is granted, what the letters say goes at once.
     *
     * @throws Refused FORBIDDEN for others than a leader of the unit and for who asked, CONFLICT
     *     when nothing waits
     */
    @Transactional
    void decide(Actor actor, UUID id, boolean granted) {
        Refused.unless(Refused.Kind.FORBIDDEN, actor.is(Role.LEADER), "letter.refused.decider");
        var asked =
                store.lock(actor.county(), actor.unit())
                        .filter(each -> each.id().equals(id))
                        .orElseThrow(
                                () -> new Refused(Refused.Kind.CONFLICT, "letter.refused.decided"));
        Refused.unless(
                Refused.Kind.FORBIDDEN,
                !asked.askedBy().equals(actor.person()),
                "letter.refused.decider");
        int letters = granted ? store.due(actor.county(), actor.unit(), asked.before()) : 0;
        store.decide(
                asked, new Disposal.Decided(actor.person(), clock.instant(), granted, letters));
        if (granted) {
            store.dispose(asked);
        }
        record(actor, id, granted ? "dispose" : "dispose-refuse", letters);
    }

    private void record(Actor actor, UUID id, String act, int letters) {
        audit.record(
                actor, Act.of(Verb.LETTER_HANDLED, id).with("act", act).with("letters", letters));
    }
}
