package wanhu.round;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Refused;
import wanhu.base.Verb;
import wanhu.org.Unit;
import wanhu.org.Units;

/** 周提示: tells the level above of meetings that were not held in time (domain rule E1). */
@Service
class Reminders {
    private static final int ANSWER_CHARACTERS_MAX = 500;

    private final RoundStore rounds;
    private final ItemStore items;
    private final PromptStore prompts;
    private final Units units;
    private final Audit audit;
    private final Clock clock;

    Reminders(
            RoundStore rounds,
            ItemStore items,
            PromptStore prompts,
            Units units,
            Audit audit,
            Clock clock) {
        this.rounds = rounds;
        this.items = items;
        this.prompts = prompts;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Looks at a meeting whose time has gone by: one not begun was missed, one not ended is late.
     */
    void remind(Round found, Instant now) {
        var round = rounds.lock(found.county(), found.id()).orElseThrow();
        boolean waits = round.state() == RoundState.OPEN || undecided(round);
        if (waits && units.get(round.county(), round.body().unit()).live()) {
            prompts.add(round, above(round), now);
        }
        if (round.state() == RoundState.OPEN) {
            rounds.miss(round);
        }
        rounds.prompted(round);
    }

    private boolean undecided(Round round) {
        return round.state() == RoundState.FROZEN && items.count(round).total() > 0;
    }

    /** The territory above the body; the county tells itself. */
    private UUID above(Round round) {
        var tree = units.tree(round.county());
        return tree.ancestors(round.body().unit()).stream()
                .filter(unit -> unit.kind().territorial() && unit.county() == round.county())
                .filter(unit -> !unit.level().above(wanhu.org.Level.COUNTY))
                .findFirst()
                .map(Unit::id)
                .orElse(round.body().unit());
    }

    /** What the actor's unit must still answer. */
    @Transactional(readOnly = true)
    List<Prompt> open(Actor actor) {
        return prompts.open(actor.county(), actor.unit());
    }

    /** Notes what the unit did about a prompt. */
    @Transactional
    void answer(Actor actor, UUID prompt, String text) {
        if (text.isBlank() || text.length() > ANSWER_CHARACTERS_MAX) {
            throw new Refused(Refused.Kind.INVALID, "round.refused.answer", ANSWER_CHARACTERS_MAX);
        }
        var by = actor.title() + " " + actor.name();
        var answer = new PromptStore.Answer(text.strip(), by, clock.instant());
        if (!prompts.answer(actor.county(), actor.unit(), prompt, answer)) {
            throw new Refused(Refused.Kind.CONFLICT, "round.refused.answered");
        }
        audit.record(actor, Act.of(Verb.PROMPT_ANSWERED, prompt));
    }
}
