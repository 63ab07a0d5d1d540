package wanhu.callback;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import wanhu.base.Ids;
import wanhu.base.Wall;
import wanhu.base.Zones;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.matter.MatterMoved;
import wanhu.matter.Matters;
import wanhu.matter.Taking;
import wanhu.promise.ClockKind;
import wanhu.promise.ClockReached;

/**
 * Follows the matters: draws when one was answered, writes down what came of the call, and ends
 * what nobody had to call once its time is over.
 */
@Component
class CallWatch {
    private static final int SEED_BYTES = 16;
    private static final int WHOLE_PERCENT = 100;

    private final CallStore store;
    private final Shares shares;
    private final Matters matters;
    private final SecureRandom random = new SecureRandom();

    CallWatch(CallStore store, Shares shares, Matters matters) {
        this.store = store;
        this.shares = shares;
        this.matters = matters;
    }

    @EventListener
    void on(MatterMoved fact) {
        boolean was = fact.before().stage() == Stage.FOLLOW_UP;
        boolean is = fact.after().stage() == Stage.FOLLOW_UP;
        if (was || is) {
            Wall.whole(() -> follow(fact, was, is));
        }
    }

    private void follow(MatterMoved fact, boolean was, boolean is) {
        if (!was) {
            draw(fact.after(), fact.at());
        } else if (!is) {
            store.endFollowUp(fact, ended(fact.step(), fact.by()), name(fact.by()));
        } else {
            store.open(fact.county(), fact.after().id()).stream()
                    .filter(call -> call.kind() == Owed.Kind.FOLLOW_UP)
                    .forEach(call -> follow(fact, call));
        }
    }

    private void follow(MatterMoved fact, Owed call) {
        if (fact.step() instanceof Step.FailToReach) {
            store.tried(call, Zones.day(fact.at()));
        } else if (fact.after().tally().unhappy()) {
            store.grave(call);
        }
    }

    private static Owed.State ended(Step step, By by) {
        if (step instanceof Step.FollowUp
                || (step instanceof Step.Rate && by instanceof By.OnBehalf)) {
            return Owed.State.REACHED;
        }
        if (step instanceof Step.Close) {
            return Owed.State.NOT_REACHED;
        }
        if (step instanceof Step.EndUncalled) {
            return Owed.State.SPARED;
        }
        return step instanceof Step.Rate ? Owed.State.RATED : Owed.State.LAPSED;
    }

    private static String name(By by) {
        return switch (by) {
            case By.Staff(var actor) -> actor.name();
            case By.OnBehalf(var actor, _) -> actor.name();
            case By.Requester _, By.Rule _ -> "";
        };
    }

    private void draw(Matter matter, Instant now) {
        var today = Zones.day(now);
        var month = today.withDayOfMonth(1);
        var lot = Lot.of(matter);
        int percent = shares.percent(matter, lot, today);
        int turn = matter.tally().redos();
        var draw = new Draw(store.seed(matter.county(), month, fresh()), matter.id(), turn);
        var due = matter.times().due();
        var owed =
                new Owed(
                        matter.county(),
                        Ids.next(),
                        matter.id(),
                        matter.number(),
                        Owed.Kind.FOLLOW_UP,
                        turn,
                        lot,
                        percent,
                        draw.drawn(percent),
                        matter.parties().handlerOrHolder().unit(),
                        due == null ? now : due,
                        0,
                        null,
                        Owed.State.OPEN,
                        "",
                        "",
                        null);
        store.insert(owed, matter, month, now);
    }

    private String fresh() {
        var bytes = new byte[SEED_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The time to call is over: what the lot has spared ends, unless she was unhappy with it. */
    @EventListener
    void on(ClockReached fact) {
        if (fact.kind() == ClockKind.FOLLOW_UP && fact.percent() >= WHOLE_PERCENT) {
            Wall.whole(() -> spare(fact.county(), fact.subject()));
        }
    }

    private void spare(int county, UUID matter) {
        boolean spared =
                store.open(county, matter).stream()
                        .anyMatch(each -> each.kind() == Owed.Kind.FOLLOW_UP && !each.drawn());
        if (spared) {
            var step = new Step.EndUncalled();
            matters.take(
                    new By.Rule("callback"),
                    new Taking(county, matter, Taking.ANY_VERSION, Ids.next(), step, null, null));
        }
    }
}
