package wanhu.round;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.matter.Waiting;
import wanhu.shell.Screen;

/**
 * One meeting.
 *
 * @param card the meeting
 * @param whole whether the reader sees all of it, and not only what concerns the own place
 * @param waiting what stands on its list while it is open
 * @param items its list once frozen
 * @param left undecided items that have left the level meanwhile
 * @param places names of units by id
 * @param people who could be present: "name post"
 * @param present who was
 */
record RunPage(
        Card card,
        boolean whole,
        List<Waiting> waiting,
        List<Item> items,
        List<UUID> left,
        Map<UUID, String> places,
        List<String> people,
        List<Seat.Person> present,
        SeatForm form,
        @Nullable Refused refused) {
    /** Lines that the page shows of a list that is still open. */
    static final int WAITING_SHOWN_MAX = 200;

    Round round() {
        return card.round();
    }

    /** The first item that waits for a decision. */
    Optional<Item> next() {
        return items.stream()
                .filter(item -> item.pending() && !left.contains(item.matter()))
                .findFirst();
    }

    int undecided() {
        return (int)
                items.stream()
                        .filter(item -> item.pending() && !left.contains(item.matter()))
                        .count();
    }

    String place(UUID unit) {
        return places.getOrDefault(unit, "");
    }

    String fault(Screen screen) {
        return refused == null ? "" : screen.t(refused.word(), refused.arguments().toArray());
    }
}
