package wanhu.supervise;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Page;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Verb;
import wanhu.org.Units;

/** The door to prompts: what waits for a decision, and the decision that nothing is needed. */
@Service
class Prompts {
    static final int ROWS_MAX = 50;

    /** Rows are counted no further than this. */
    static final int COUNT_ROWS_MAX = 1_000;

    static final int REASON_CHARACTERS_MAX = 500;

    private final FoundStore store;
    private final Seen seen;
    private final Units units;
    private final Audit audit;
    private final Clock clock;

    Prompts(FoundStore store, Seen seen, Units units, Audit audit, Clock clock) {
        this.store = store;
        this.seen = seen;
        this.units = units;
        this.audit = audit;
        this.clock = clock;
    }

    /** A piece of what waits, the oldest first. */
    @Transactional(readOnly = true)
    Page<Prompt> page(Actor actor, String rule, Key after) {
        var parameters = seen.parameters(actor);
        var rows = store.waiting(parameters, rule, after, ROWS_MAX + 1);
        boolean more = rows.size() > ROWS_MAX;
        var shown = more ? rows.subList(0, ROWS_MAX) : rows;
        var next = more ? new Key(shown.getLast().made(), shown.getLast().id()).text() : null;
        return new Page<>(shown, store.count(parameters, rule, COUNT_ROWS_MAX), next);
    }

    /** How many wait. */
    @Transactional(readOnly = true)
    int count(Actor actor) {
        return store.count(seen.parameters(actor), "", COUNT_ROWS_MAX);
    }

    /** What was found of a matter and still waits. */
    @Transactional(readOnly = true)
    List<Prompt> ofMatter(int county, UUID matter) {
        return store.ofMatter(county, matter);
    }

    /** Whether this post decides on the prompt. */
    boolean mayDecide(Actor actor, Prompt prompt) {
        var tree = units.tree(actor.county());
        boolean covers =
                tree.find(prompt.to()).filter(unit -> actor.covers(unit.path())).isPresent();
        return covers
                && Rank.of(actor, tree)
                        .filter(rank -> rank.compareTo(prompt.rank()) >= 0)
                        .isPresent();
    }

    /** A prompt that waits and on which this actor decides. */
    @Transactional(readOnly = true)
    Prompt get(Actor actor, UUID id) {
        return store.open(actor.county(), id)
                .filter(prompt -> mayDecide(actor, prompt))
                .orElseThrow(Prompts::missing);
    }

    /**
     * Nothing is needed.
     *
     * @throws Refused INVALID without a reason, MISSING when there is no such prompt for this actor
     */
    @Transactional
    void dismiss(Actor actor, UUID id, String reason) {
        var prompt = get(actor, id);
        var said = reason.strip();
        Refused.unless(
                Kind.INVALID,
                !said.isEmpty() && said.length() <= REASON_CHARACTERS_MAX,
                "supervise.refused.reason",
                REASON_CHARACTERS_MAX);
        var decided =
                new FoundStore.Decided(
                        FoundStore.Outcome.DISMISSED, actor.title(), said, clock.instant());
        Refused.unless(
                Kind.MISSING,
                store.decide(actor.county(), id, decided, null),
                "supervise.refused.missing");
        audit.record(
                actor,
                Act.of(Verb.PROMPT_ANSWERED, id)
                        .because(said)
                        .with("rule", prompt.rule())
                        .with("matter", prompt.matterNumber()));
    }

    static Notified news(Prompt prompt) {
        return new Notified(
                prompt.county(),
                Notified.News.PROMPTED,
                prompt.to(),
                prompt.matterNumber(),
                prompt.matterNumber(),
                "/supervise/prompts",
                prompt.made());
    }

    private static Refused missing() {
        return new Refused(Kind.MISSING, "supervise.refused.missing");
    }
}
