package wanhu.round;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.base.OrgPath;
import wanhu.base.Wall;
import wanhu.life.Hold;
import wanhu.matter.MatterRounds;
import wanhu.matter.Waiting;

/** The list of a meeting: fills itself while it is open, is frozen once. */
@Component
class Agenda {
    /** Urgent and dangerous first, then what is due, then what more people ask for. */
    private static final Comparator<Waiting> ORDER =
            Comparator.comparingInt((Waiting each) -> each.urgency().urgent() ? 0 : 1)
                    .thenComparingInt(each -> each.urgency().danger() ? 0 : 1)
                    .thenComparing(Waiting::due, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparingInt(each -> -each.urgency().supporters())
                    .thenComparing(Waiting::id);

    private final MatterRounds matters;
    private final RoundStore rounds;
    private final ItemStore items;

    Agenda(MatterRounds matters, RoundStore rounds, ItemStore items) {
        this.matters = matters;
        this.rounds = rounds;
        this.items = items;
    }

    /**
     * What is on the list at an instant, as long as it is open: all that came before the cut-off.
     */
    List<Waiting> live(Round round, Instant now) {
        var until = round.until().isBefore(now) ? round.until() : justAfter(now);
        var elsewhere = items.pending(round.county(), round.body().unit());
        return matters.openFor(round.county(), hold(round), until).stream()
                .filter(each -> !elsewhere.contains(each.id()))
                .sorted(ORDER)
                .limit(ItemStore.ITEMS_MAX)
                .toList();
    }

    /**
     * How many {@link #live} lists at a place; as long as the cut-off is to come these need not be
     * read.
     */
    int count(Round round, Instant now, OrgPath place, Set<UUID> without) {
        if (round.until().isBefore(now)) {
            return Math.toIntExact(
                    live(round, now).stream()
                            .filter(each -> place.contains(each.placePath()))
                            .filter(each -> !without.contains(each.id()))
                            .count());
        }
        var all = new HashSet<>(without);
        all.addAll(items.pending(round.county(), round.body().unit()));
        return Math.min(
                ItemStore.ITEMS_MAX, matters.countFor(round.county(), hold(round), place, all));
    }

    /** Freezes the list of an open meeting that the caller has locked. */
    void freeze(Round round, Instant now) {
        // A list is the body's, whoever closes it.
        var list = Wall.whole(() -> live(round, now));
        if (list.isEmpty() && round.cadence() == Cadence.DAY_OF_MONTH) {
            rounds.empty(round);
            return;
        }
        rounds.freeze(round, now);
        items.enrol(round, list);
    }

    /** Those of the undecided items that still wait with the body. */
    List<UUID> stillHere(Round round, List<Item> list) {
        var pending = list.stream().filter(Item::pending).map(Item::matter).toList();
        return Wall.whole(() -> matters.stillWith(round.county(), hold(round), pending)).stream()
                .map(Waiting::id)
                .toList();
    }

    /** The body as one that holds matters. */
    static Hold hold(Round round) {
        var body = round.body();
        return new Hold(body.unit(), body.path(), body.level());
    }

    /** What came in this very moment is on the list; the database keeps microseconds. */
    private static Instant justAfter(Instant now) {
        return now.plusNanos(1_000);
    }
}
