package wanhu.round;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was typed about who was at a meeting.
 *
 * @param present ticked people of the unit, each "name post"
 * @param others further people, one a line
 */
record SeatForm(
        @Nullable String place,
        @Nullable String host,
        @Nullable String recorder,
        @Nullable List<String> present,
        @Nullable String others) {
    static final SeatForm EMPTY = new SeatForm(null, null, null, null, null);

    Seat read() {
        var people = new ArrayList<Seat.Person>();
        if (present != null) {
            present.stream()
                    .filter(line -> !line.isBlank())
                    .map(Seat.Person::of)
                    .forEach(people::add);
        }
        text(others)
                .lines()
                .filter(line -> !line.isBlank())
                .map(Seat.Person::of)
                .forEach(people::add);
        return new Seat(
                text(place), text(host), text(recorder), people.stream().distinct().toList());
    }

    /** Whether the person is ticked. */
    boolean has(String person) {
        return present != null && present.contains(person);
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
