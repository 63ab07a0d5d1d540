package wanhu.round;

import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Refused;
import wanhu.base.Zones;
import wanhu.matter.MatterRounds;
import wanhu.matter.Waiting;
import wanhu.org.FilledPost;
import wanhu.org.Posts;
import wanhu.org.Units;

/** Gathers one meeting for its page and its prints. */
@Component
class RunViews {
    private final Rounds rounds;
    private final Cards cards;
    private final Agenda agenda;
    private final MatterRounds matters;
    private final Units units;
    private final Posts posts;
    private final Clock clock;

    RunViews(
            Rounds rounds,
            Cards cards,
            Agenda agenda,
            MatterRounds matters,
            Units units,
            Posts posts,
            Clock clock) {
        this.rounds = rounds;
        this.cards = cards;
        this.agenda = agenda;
        this.matters = matters;
        this.units = units;
        this.posts = posts;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    RunPage page(Actor actor, Round round, SeatForm form, @Nullable Refused refused) {
        boolean open = round.state() == RoundState.OPEN;
        boolean whole = Rounds.sees(actor, round);
        var shut = matters.shutTo(actor.county(), actor.path());
        var waiting = open ? cards.waiting(actor, round, shut) : List.<Waiting>of();
        var items =
                (open ? List.<Item>of() : rounds.items(round))
                        .stream()
                                .filter(each -> whole || actor.covers(each.placePath()))
                                .filter(each -> !shut.contains(each.matter()))
                                .toList();
        return new RunPage(
                cards.card(actor, round),
                whole,
                waiting.stream().limit(RunPage.WAITING_SHOWN_MAX).toList(),
                items,
                left(round, items),
                places(round, waiting, items),
                people(round),
                rounds.present(round),
                form,
                refused);
    }

    private List<UUID> left(Round round, List<Item> items) {
        if (round.state() != RoundState.FROZEN) {
            return List.of();
        }
        var here = new HashSet<>(agenda.stillHere(round, items));
        return items.stream()
                .filter(Item::pending)
                .map(Item::matter)
                .filter(each -> !here.contains(each))
                .toList();
    }

    private Map<UUID, String> places(Round round, List<Waiting> waiting, List<Item> items) {
        var tree = units.tree(round.county());
        var names = new HashMap<UUID, String>();
        var to =
                items.stream()
                        .map(Item::ruling)
                        .filter(Objects::nonNull)
                        .flatMap(ruling -> Stream.ofNullable(ruling.to()));
        Stream.of(waiting.stream().map(Waiting::place), items.stream().map(Item::place), to)
                .flatMap(each -> each)
                .forEach(unit -> names.put(unit, tree.get(unit).name()));
        return names;
    }

    /** Those who hold a post in the body today. */
    private List<String> people(Round round) {
        var today = Zones.day(clock.instant());
        return posts.inUnit(round.county(), round.body().unit(), today).stream()
                .filter(post -> !post.vacant())
                .map(RunViews::line)
                .distinct()
                .toList();
    }

    private static String line(FilledPost post) {
        return post.name() + " " + post.title();
    }
}
