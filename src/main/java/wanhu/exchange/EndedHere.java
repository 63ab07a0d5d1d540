package wanhu.exchange;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.Verb;
import wanhu.base.Words;
import wanhu.exchange.Going.Event;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.matter.SentMatters;
import wanhu.matter.TimelineLine;

/**
 * What becomes of a handover when its matter ended here, by whatever way: who has it is asked to
 * give it back, and where nothing but a person can tell them, a person is reminded. It is found out
 * when it is the handover's turn, so that nothing is missed by who is killed, and the end of a
 * matter costs nothing more.
 */
@Component
class EndedHere {
    private final HandoverStore store;
    private final SentMatters sent;
    private final Matters matters;
    private final Words words;
    private final Audit audit;
    private final Clock clock;

    EndedHere(
            HandoverStore store,
            SentMatters sent,
            Matters matters,
            Words words,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.sent = sent;
        this.matters = matters;
        this.words = words;
        this.audit = audit;
        this.clock = clock;
    }

    /** The matter, when it has ended; empty while it goes on. */
    Optional<Matter> matter(Handover handover) {
        return found(handover).filter(each -> !each.stage().open());
    }

    private Optional<Matter> found(Handover handover) {
        return sent.of(handover.county(), List.of(handover.matter())).stream().findFirst();
    }

    /** Asks them for it, by rule, with how it ended here. */
    @Transactional
    public void askBack(Handover handover, Matter matter) {
        var why = why(matter);
        if (moved(handover, Event.ASK_BACK, now -> now.backFor(why, clock.instant()))) {
            audit.record(
                    handover.county(),
                    Act.of(Verb.HANDOVER_CHANGED, handover.id())
                            .because(why)
                            .with("what", "ask back"));
        }
    }

    /** Leaves it to a person to tell them; nothing when they are through with it. */
    @Transactional
    public void untold(Handover handover, Matter matter) {
        moved(handover, Event.LEFT, now -> lookedAt(now.because(why(matter))));
    }

    /** What stands still here: its matter may have ended, or go on again. */
    @Transactional
    public void look(Handover handover) {
        if (found(handover).filter(matter -> moved(handover, matter)).isEmpty()) {
            store.later(handover, clock.instant().plus(Waits.LOOK));
        }
    }

    private boolean moved(Handover handover, Matter matter) {
        boolean untold = handover.state() == Handover.State.UNTOLD;
        if (matter.stage().open()) {
            boolean known = !handover.there().number().isEmpty();
            return untold && moved(handover, known ? Event.GOES_ON : Event.REFUSED, this::lookedAt);
        }
        return handover.posted().at() == null
                ? moved(handover, Event.OVER, this::still)
                : moved(handover, Event.LEFT, now -> lookedAt(now.because(why(matter))));
    }

    private boolean moved(Handover handover, Event event, UnaryOperator<Handover> how) {
        var after =
                store.lock(handover.county(), handover.id())
                        .filter(now -> now.state() == handover.state())
                        .flatMap(now -> Going.next(now.state(), event).map(now::to))
                        .map(how);
        after.ifPresent(now -> store.update(now, clock.instant()));
        return after.isPresent();
    }

    private Handover lookedAt(Handover now) {
        var done = now.done();
        var next = clock.instant().plus(now.state().stuck() ? Waits.LOOK : Waits.ASK);
        return now.now(
                now.state(),
                new Handover.Try(
                        done.missing(), done.attempts(), next, done.status(), done.fault()),
                now.there());
    }

    private Handover still(Handover now) {
        return now.now(now.state(), new Handover.Try("", 0, null, 0, ""), now.there());
    }

    /** How it ended, in words of ours alone: what a resident or a clerk wrote stays here. */
    private String why(Matter matter) {
        var stage = text(matter, "life.stage." + matter.stage());
        var declined =
                matters.timeline(matter).stream()
                        .filter(line -> line.to() == matter.stage() && line.moved())
                        .max(Comparator.comparingInt(TimelineLine::seq))
                        .map(line -> line.detail().get("reason"))
                        .map(Object::toString)
                        .filter(Returns.DECLINES::contains)
                        .map(reason -> text(matter, "life.decline." + reason));
        return declined.map(reason -> text(matter, "exchange.over.why", stage, reason))
                .orElseGet(() -> text(matter, "exchange.over", stage));
    }

    private String text(Matter matter, String word, Object... arguments) {
        return words.text(matter.county(), Locale.CHINESE, word, arguments);
    }
}
