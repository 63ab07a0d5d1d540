package wanhu.supervise;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import wanhu.base.Ids;
import wanhu.base.Zones;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.life.Matter;
import wanhu.life.Stage;
import wanhu.matter.MatterMoved;
import wanhu.matter.Matters;
import wanhu.org.Units;
import wanhu.promise.ClockKind;
import wanhu.promise.ClockReached;

/**
 * Finds what somebody above should look at: what is late by the clocks, what is done again and
 * passed on too often. In the transaction of what it finds; the same is found once.
 */
@Component
class PromptWatch {
    private static final int WHOLE = 100;
    private static final Set<ClockKind> FINISHES = EnumSet.of(ClockKind.FINISH, ClockKind.PLAN);
    private static final Set<ClockKind> SIGNS =
            EnumSet.of(ClockKind.ADMIT, ClockKind.DISPATCH, ClockKind.SIGN);
    private static final Set<Stage> UNSIGNED =
            EnumSet.of(Stage.REGISTERED, Stage.ADMITTED, Stage.DISPATCHED);

    private final FoundStore store;
    private final Matters matters;
    private final Units units;
    private final Laws laws;
    private final ApplicationEventPublisher facts;

    PromptWatch(
            FoundStore store,
            Matters matters,
            Units units,
            Laws laws,
            ApplicationEventPublisher facts) {
        this.store = store;
        this.matters = matters;
        this.units = units;
        this.laws = laws;
        this.facts = facts;
    }

    @EventListener
    void on(ClockReached fact) {
        boolean finish = FINISHES.contains(fact.kind());
        if (fact.percent() < WHOLE || !(finish || SIGNS.contains(fact.kind()))) {
            return;
        }
        var matter = matters.get(fact.county(), fact.subject());
        if (matter.stage().unsolved()) {
            var rule = finish ? Prompt.Rule.OVERDUE : Prompt.Rule.UNSIGNED;
            found(matter, new Found(rule, turn(matter, fact.kind()), 0, 0), fact.at());
        }
    }

    private static String turn(Matter matter, ClockKind kind) {
        var tally = matter.tally();
        return kind + "." + tally.redos() + "." + tally.passes();
    }

    @EventListener
    void on(MatterMoved fact) {
        var before = fact.before();
        var after = fact.after();
        if (before.stage().unsolved() && !after.stage().unsolved()) {
            store.lapse(after.county(), after.id(), List.of(Prompt.Rule.values()), fact.at());
        } else if (UNSIGNED.contains(before.stage())
                && before.stage() != after.stage()
                && late(before, fact.at())) {
            store.lapse(after.county(), after.id(), List.of(Prompt.Rule.UNSIGNED), fact.at());
        }
        if (after.tally().redos() > before.tally().redos()) {
            counted(after, Prompt.Rule.REDONE, after.tally().redos(), fact.at());
        }
        if (after.tally().passes() > before.tally().passes()) {
            counted(after, Prompt.Rule.PASSED, after.tally().passes(), fact.at());
        }
    }

    private static boolean late(Matter matter, Instant now) {
        @Nullable Instant due = matter.times().due();
        return due != null && !due.isAfter(now);
    }

    /** 问题工单: from so many times on, and again each further time. */
    private void counted(Matter matter, Prompt.Rule rule, int figure, Instant now) {
        var key = rule == Prompt.Rule.REDONE ? RuleKey.REDO_PROBLEM : RuleKey.PASSED_PROBLEM;
        int threshold = laws.number(matter.county(), key, Zones.day(now));
        if (figure >= threshold) {
            found(matter, new Found(rule, Integer.toString(figure), figure, threshold), now);
        }
    }

    /** What was found. */
    private record Found(Prompt.Rule rule, String turn, int figure, int threshold) {}

    private void found(Matter matter, Found found, Instant now) {
        var tree = units.tree(matter.county());
        var against = matter.parties().handlerOrHolder().unit();
        var rank = Rank.over(tree, against);
        var prompt =
                new Prompt(
                        matter.county(),
                        Ids.next(),
                        matter.id(),
                        matter.number(),
                        found.rule(),
                        found.turn(),
                        found.figure(),
                        found.threshold(),
                        rank,
                        rank.seat(tree, against),
                        against,
                        null,
                        now);
        if (store.add(prompt)) {
            facts.publishEvent(Prompts.news(prompt));
        }
    }
}
