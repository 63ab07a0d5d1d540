package wanhu.round;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.matter.MatterRounds;
import wanhu.matter.Waiting;
import wanhu.org.Units;

/** Gathers the meetings of a post for its pages. */
@Component
class Cards {
    private static final Duration BACK = Duration.ofDays(60);

    private final Rounds rounds;
    private final RoundList lists;
    private final ItemStore items;
    private final Reminders reminders;
    private final Kinds kinds;
    private final Agenda agenda;
    private final MatterRounds matters;
    private final Units units;
    private final Clock clock;

    Cards(
            Rounds rounds,
            RoundList lists,
            ItemStore items,
            Reminders reminders,
            Kinds kinds,
            Agenda agenda,
            MatterRounds matters,
            Units units,
            Clock clock) {
        this.rounds = rounds;
        this.lists = lists;
        this.items = items;
        this.reminders = reminders;
        this.kinds = kinds;
        this.agenda = agenda;
        this.matters = matters;
        this.units = units;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    RoundsPage page(Actor actor, boolean below, @Nullable UUID after) {
        var start = after == null ? null : rounds.get(actor, after);
        var past = lists.past(actor, below, start);
        return new RoundsPage(
                urgent(actor),
                running(actor),
                reminders.open(actor).stream()
                        .map(prompt ->
                                new RoundsPage.PromptLine(
                                        prompt, name(actor.county(), prompt.body())))
                        .toList(),
                back(actor),
                past.rows().stream().map(round -> card(actor, round)).toList(),
                past.next(),
                below,
                callable(actor));
    }

    private int urgent(Actor actor) {
        return actor.is(Role.TOWNSHIP_CLERK, Role.COUNTY_CLERK, Role.LEADER)
                ? matters.urgentAt(actor.county(), actor.unit()).size()
                : 0;
    }

    /** What the actor's unit has before it. */
    List<Card> running(Actor actor) {
        return lists.running(actor.county(), actor.unit()).stream()
                .map(round -> card(actor, round))
                .toList();
    }

    /** Counts what the post may read of it, as its page shows. */
    Card card(Actor actor, Round round) {
        var body = name(round.county(), round.body().unit());
        boolean runs = Rounds.runs(actor, round);
        var shut = matters.shutTo(actor.county(), actor.path());
        var place = Rounds.sees(actor, round) ? round.body().path() : actor.path();
        if (round.state() == RoundState.OPEN) {
            int total = agenda.count(round, clock.instant(), place, shut);
            return new Card(round, body, total, 0, runs);
        }
        var count = items.count(round, place, shut);
        return new Card(round, body, count.total(), count.decided(), runs);
    }

    /** What waits on an open list and the post may read. */
    List<Waiting> waiting(Actor actor, Round round, Set<UUID> shut) {
        boolean whole = Rounds.sees(actor, round);
        return rounds.waiting(round).stream()
                .filter(each -> whole || actor.covers(each.placePath()))
                .filter(each -> !shut.contains(each.id()))
                .toList();
    }

    private List<RoundsPage.BackLine> back(Actor actor) {
        return items.handedBack(actor.county(), actor.unit(), clock.instant().minus(BACK)).stream()
                .flatMap(item ->
                        Stream.ofNullable(item.ruling())
                                .map(ruling -> new RoundsPage.BackLine(item, ruling)))
                .toList();
    }

    private List<RoundKind> callable(Actor actor) {
        var body = units.tree(actor.county()).find(actor.unit());
        return kinds.active(actor.county(), Zones.day(clock.instant())).stream()
                .filter(kind ->
                        kind.dates().cadence() == Cadence.NONE && Rounds.runs(actor, kind.level()))
                .filter(kind ->
                        body.filter(unit ->
                                        unit.kind().territorial() && unit.level() == kind.level())
                                .isPresent())
                .toList();
    }

    private String name(int county, UUID unit) {
        return Objects.requireNonNull(units.tree(county).get(unit)).name();
    }
}
