package wanhu.callback;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Scope;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.life.By;
import wanhu.life.Grade;
import wanhu.life.Matter;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Requesters;
import wanhu.matter.Taking;

/**
 * The door to calls: what was promised is written down, what came of a call goes into the matter.
 * Who calls is never of the unit that handled it ({@link wanhu.life.Hand#OUTSIDER}).
 */
@Service
public class Calls {
    private static final int NOTE_CHARACTERS_MAX = 500;

    private final CallStore store;
    private final Matters matters;
    private final Requesters requesters;
    private final Laws laws;
    private final Audit audit;
    private final Clock clock;

    Calls(
            CallStore store,
            Matters matters,
            Requesters requesters,
            Laws laws,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.matters = matters;
        this.requesters = requesters;
        this.laws = laws;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Somebody at a desk promises to call her back; the same command twice is one promise.
     *
     * @param matter one that the actor has been shown
     * @param command of what was sent
     * @throws Refused INVALID for a time that has passed, when it was not promised before
     */
    @Transactional
    public void promise(Actor actor, Matter matter, Instant at, UUID command) {
        var owed = promised(actor, matter, at, command);
        if (store.find(owed.county(), owed.id()).isPresent()) {
            return;
        }
        var now = clock.instant();
        Refused.unless(Kind.INVALID, at.isAfter(now), "callback.refused.past");
        if (store.insert(owed, matter, Zones.day(now).withDayOfMonth(1), now)) {
            audit.record(actor, Act.of(Verb.CALL_PROMISED, owed.id()).with("due", at));
        }
    }

    /** Its id follows from the command: sent twice, owed once. */
    private static Owed promised(Actor actor, Matter matter, Instant at, UUID command) {
        var name = command + "call";
        return new Owed(
                matter.county(),
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                matter.id(),
                matter.number(),
                Owed.Kind.PROMISED,
                0,
                Lot.PROMISED,
                Lot.ALL_PERCENT,
                true,
                matter.parties().handlerOrHolder().unit(),
                at,
                0,
                null,
                Owed.State.OPEN,
                actor.title(),
                actor.name(),
                null);
    }

    /** A call with its matter. */
    record Shown(Owed call, Matter matter, boolean may) {}

    @Transactional(readOnly = true)
    Shown get(Actor actor, UUID id) {
        var call = find(actor, id).orElseThrow(Calls::missing);
        var matter = matters.get(actor, call.matter());
        return new Shown(call, matter, call.open() && may(actor, call, matter));
    }

    private Optional<Owed> find(Actor actor, UUID id) {
        var territory = Scope.of(actor).territory();
        return store.find(actor.county(), id)
                .filter(each -> !each.handler().equals(actor.unit()) || promised(each))
                .filter(_ -> !territory.from().isEmpty());
    }

    private static boolean promised(Owed call) {
        return call.kind() == Owed.Kind.PROMISED;
    }

    private boolean may(Actor actor, Owed call, Matter matter) {
        return promised(call) || matters.allowed(actor, matter).contains("FollowUp");
    }

    /**
     * What she said.
     *
     * @param grade null when she gave none
     */
    record Said(boolean solved, @Nullable Grade grade, String note) {}

    /**
     * She was reached. A grade that she gives is hers, told by phone; unhappy or unsolved, the
     * matter goes on.
     */
    @Transactional
    void reached(Actor actor, UUID id, Said said) {
        var call = mine(actor, id);
        var note = noted(said.note());
        if (promised(call)) {
            keep(actor, call, Owed.State.REACHED);
            remark(actor, call, note);
            return;
        }
        var grade = said.grade();
        if (grade != null) {
            rate(actor, call, new Step.Rate(grade, said.solved(), note));
        }
        boolean waits = matters.get(actor, call.matter()).stage() == Stage.FOLLOW_UP;
        boolean unhappy = grade != null && grade.unhappy();
        if (waits && !(unhappy && said.solved())) {
            take(new By.Staff(actor), call, new Step.FollowUp(said.solved(), grade, note));
        }
    }

    /** The first who asked and has not rated yet. */
    private void rate(Actor actor, Owed call, Step.Rate rating) {
        var matter = matters.get(actor, call.matter());
        requesters.list(actor, matter).stream()
                .filter(each -> each.rating() == null)
                .findFirst()
                .ifPresent(each -> take(new By.OnBehalf(actor, each.id()), call, rating));
    }

    /**
     * Nobody answered: once a day, and closed as not reached after as many days as the rule says.
     *
     * @throws Refused RULE for a second attempt on one day
     */
    @Transactional
    void missed(Actor actor, UUID id, String said) {
        var call = mine(actor, id);
        var note = noted(said);
        var today = Zones.day(clock.instant());
        Refused.unless(Kind.RULE, !call.triedOn(today), "callback.refused.today");
        int least = laws.number(actor.county(), RuleKey.FOLLOW_UP_ATTEMPTS, today);
        boolean last = call.attempts() + 1 >= least;
        if (promised(call)) {
            store.tried(call, today);
            remark(actor, call, note);
            if (last) {
                keep(actor, call, Owed.State.NOT_REACHED);
            }
            return;
        }
        take(new By.Staff(actor), call, new Step.FailToReach(note));
        if (last) {
            take(new By.Staff(actor), call, new Step.Close(note));
        }
    }

    /** What was said stands in the matter while it is open. */
    private void remark(Actor actor, Owed call, String note) {
        if (!note.isEmpty() && matters.get(actor, call.matter()).open()) {
            take(new By.Staff(actor), call, new Step.Remark(note));
        }
    }

    private void keep(Actor actor, Owed call, Owed.State state) {
        store.end(call, state, actor.name(), clock.instant());
        audit.record(actor, Act.of(Verb.CALL_KEPT, call.id()).with("state", state));
    }

    private Owed mine(Actor actor, UUID id) {
        var shown = get(actor, id);
        Refused.unless(Kind.CONFLICT, shown.call().open(), "callback.refused.over");
        Refused.unless(Kind.FORBIDDEN, shown.may(), "callback.refused.handler");
        return shown.call();
    }

    private void take(By by, Owed call, Step step) {
        var taking =
                new Taking(
                        call.county(),
                        call.matter(),
                        Taking.ANY_VERSION,
                        Ids.next(),
                        step,
                        null,
                        null);
        matters.take(by, taking);
    }

    private static String noted(String said) {
        var note = said.strip();
        Refused.unless(
                Kind.INVALID,
                note.length() <= NOTE_CHARACTERS_MAX,
                "callback.refused.note",
                NOTE_CHARACTERS_MAX);
        return note;
    }

    private static Refused missing() {
        return new Refused(Kind.MISSING, "callback.refused.missing");
    }
}
