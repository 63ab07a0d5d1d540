package wanhu.supervise;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.calendar.Lateness;
import wanhu.matter.MatterRounds;
import wanhu.matter.Waiting;
import wanhu.org.Level;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.Units;

/** Names of units and titles of matters beside what lists and pages show. */
@Component
class Lines {
    private final MatterRounds matters;
    private final Units units;
    private final Clock clock;

    Lines(MatterRounds matters, Units units, Clock clock) {
        this.matters = matters;
        this.units = units;
        this.clock = clock;
    }

    /** An order as a line of a list. */
    record Line(Supervision order, String title, String to, String issuer, Lateness lateness) {
        /** Look of its state. */
        String look() {
            return switch (order.state()) {
                case OPEN -> lateness == Lateness.OVERDUE ? "overdue" : "act";
                case ANSWERED -> "soon";
                case CLOSED -> "quiet";
            };
        }
    }

    /** A prompt as a line of a list. */
    record Found(Prompt prompt, String title, String against, boolean may) {}

    List<Line> lines(Actor actor, List<Supervision> orders) {
        var titles = titles(actor, orders.stream().map(each -> each.of().matter()).toList());
        return orders.stream().map(each -> line(each, titles)).toList();
    }

    Line line(Actor actor, Supervision order) {
        return lines(actor, List.of(order)).getFirst();
    }

    private Line line(Supervision order, Map<UUID, String> titles) {
        return new Line(
                order,
                titles.getOrDefault(order.of().matter(), ""),
                unit(order.county(), order.parties().to()),
                unit(order.county(), order.parties().issuer()),
                order.lateness(clock.instant()));
    }

    List<Found> found(Actor actor, List<Prompt> prompts, Prompts door) {
        var titles = titles(actor, prompts.stream().map(Prompt::matter).toList());
        return prompts.stream()
                .map(each ->
                        new Found(
                                each,
                                titles.getOrDefault(each.matter(), ""),
                                unit(each.county(), each.against()),
                                door.mayDecide(actor, each)))
                .toList();
    }

    /** Titles of matters as far as the wall of the post lets them through. */
    Map<UUID, String> titles(Actor actor, List<UUID> ids) {
        var titles = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            for (Waiting each :
                    matters.named(actor.county(), List.copyOf(java.util.Set.copyOf(ids)))) {
                titles.put(each.id(), each.title());
            }
        }
        return titles;
    }

    /** A unit with its township before it: 六家子镇 九家子村. */
    String unit(int county, UUID id) {
        var tree = units.tree(county);
        return tree.find(id).map(unit -> name(tree, unit)).orElse("");
    }

    static String name(Tree tree, Unit unit) {
        return tree.above(unit.id(), Level.TOWNSHIP)
                .filter(above -> !above.id().equals(unit.id()))
                .map(above -> above.name() + " " + unit.name())
                .orElse(unit.name());
    }
}
