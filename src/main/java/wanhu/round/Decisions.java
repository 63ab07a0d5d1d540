package wanhu.round;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Fen;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Taking;
import wanhu.org.Level;

/** What meetings decide: one decision on an item, taken on the matter in the same transaction. */
@Service
public class Decisions {
    private final Rounds rounds;
    private final ItemStore items;
    private final Agenda agenda;
    private final Matters matters;
    private final Clock clock;

    Decisions(Rounds rounds, ItemStore items, Agenda agenda, Matters matters, Clock clock) {
        this.rounds = rounds;
        this.items = items;
        this.agenda = agenda;
        this.matters = matters;
        this.clock = clock;
    }

    /**
     * Decides on an item; the timeline of the matter names the meeting.
     *
     * @return the matter afterwards
     * @throws Refused CONFLICT when it was decided before or the matter has left meanwhile, RULE
     *     when this level can't decide so, and whatever the matter itself refuses; then nothing has
     *     changed
     */
    @Transactional
    public Matter decide(Actor actor, UUID id, UUID matter, Decision decision) {
        var round = rounds.run(actor, id);
        if (round.state() != RoundState.FROZEN) {
            throw new Refused(Refused.Kind.CONFLICT, "round.refused.not-running");
        }
        var item =
                items.lock(round.county(), id, matter)
                        .orElseThrow(
                                () -> new Refused(Refused.Kind.MISSING, "round.refused.missing"));
        if (!item.pending()) {
            throw new Refused(Refused.Kind.CONFLICT, "round.refused.decided", item.number());
        }
        allow(round.body().level(), decision);
        var seen = matters.get(actor, matter);
        if (!Agenda.hold(round).path().contains(seen.parties().holder().path())
                || !seen.stage().unsolved()) {
            throw new Refused(Refused.Kind.CONFLICT, "round.refused.left");
        }
        var after = walk(actor, seen, decision, id);
        items.rule(round.county(), item, ruling(actor, decision, after));
        return after;
    }

    /**
     * Decides at once on what was raised urgently, without waiting for a meeting.
     *
     * @throws Refused as {@link #decide}
     */
    @Transactional
    public Matter decideUrgent(Actor actor, UUID matter, Decision decision) {
        var seen = urgent(actor, matter);
        allow(seen.parties().holder().level(), decision);
        return walk(actor, seen, decision, null);
    }

    /** Confirms that a matter was rightly raised urgently. */
    @Transactional
    public Matter confirm(Actor actor, UUID matter, String note) {
        var seen = urgent(actor, matter);
        return matters.take(new By.Staff(actor), Taking.of(seen, new Step.ConfirmUrgent(note)));
    }

    /**
     * Carries all undecided items on to the next meeting, for one reason.
     *
     * @return how many
     */
    @Transactional
    public int carryRest(Actor actor, UUID id, String reason) {
        var round = rounds.run(actor, id);
        var list = items.list(round.county(), id);
        var here = agenda.stillHere(round, list);
        int carried = 0;
        for (Item item : list) {
            if (item.pending() && here.contains(item.matter())) {
                decide(actor, id, item.matter(), new Decision.Carry(reason));
                carried++;
            }
        }
        return carried;
    }

    private Matter urgent(Actor actor, UUID matter) {
        var seen = matters.get(actor, matter);
        if (!seen.tally().urgent() || !seen.parties().holder().unit().equals(actor.unit())) {
            throw new Refused(Refused.Kind.CONFLICT, "round.refused.left");
        }
        return seen;
    }

    private static void allow(Level level, Decision decision) {
        boolean allowed =
                switch (decision) {
                    case Decision.TakeOn _, Decision.Plan _ -> true;
                    case Decision.Raise _, Decision.RaiseUrgently _ -> level != Level.COUNTY;
                    case Decision.Dispatch _, Decision.HandBack _ -> level != Level.VILLAGE;
                    case Decision.Carry(var reason) -> given(reason);
                };
        if (!allowed) {
            throw new Refused(Refused.Kind.RULE, "round.refused.level");
        }
    }

    private static boolean given(String reason) {
        if (reason.isBlank()) {
            throw new Refused(Refused.Kind.INVALID, "round.refused.reason");
        }
        return true;
    }

    private Matter walk(Actor actor, Matter seen, Decision decision, @Nullable UUID round) {
        boolean below = seen.parties().holder().level() == Level.GRID;
        var now = seen;
        for (Step step : Route.of(decision, seen.stage(), below)) {
            var taking =
                    new Taking(
                            seen.county(),
                            seen.id(),
                            Taking.ANY_VERSION,
                            Ids.next(),
                            step,
                            round,
                            null);
            now = matters.take(new By.Staff(actor), taking);
        }
        return now;
    }

    private Item.Ruling ruling(Actor actor, Decision decision, Matter after) {
        var by = actor.title() + " " + actor.name();
        @Nullable LocalDate until = decision instanceof Decision.Plan(var day, _) ? day : null;
        var money = decision instanceof Decision.HandBack(_, var fen, _) ? fen : Fen.ZERO;
        var people = decision instanceof Decision.HandBack(_, _, var who) ? who : "";
        boolean gone = !after.parties().holder().unit().equals(actor.unit());
        @Nullable UUID to = gone ? after.parties().holder().unit() : null;
        return new Item.Ruling(
                decision.outcome(), decision.note(), until, to, money, people, clock.instant(), by);
    }
}
