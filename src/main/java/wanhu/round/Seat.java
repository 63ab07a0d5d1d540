package wanhu.round;

import java.util.List;
import wanhu.base.Refused;

/**
 * Who was at a meeting, and where it sat.
 *
 * @param place where; may be empty
 * @param host who led it (主持人)
 * @param recorder who wrote (记录人)
 * @param present who was there, with posts
 */
public record Seat(String place, String host, String recorder, List<Person> present) {
    /** Most people that the list of a meeting holds. */
    public static final int PEOPLE_MAX = 200;

    private static final int CHARACTERS_MAX = 100;

    public Seat {
        place = place.strip();
        host = host.strip();
        recorder = recorder.strip();
        present = List.copyOf(present);
        int longest = Math.max(place.length(), Math.max(host.length(), recorder.length()));
        if (longest > CHARACTERS_MAX || present.size() > PEOPLE_MAX) {
            throw new Refused(
                    Refused.Kind.INVALID, "round.refused.seat-long", CHARACTERS_MAX, PEOPLE_MAX);
        }
    }

    /** Somebody who was there. */
    public record Person(String name, String post) {
        private static final int NAME_MAX = 60;
        private static final int POST_MAX = 80;

        public Person {
            name = name.strip();
            post = post.strip();
            if (name.isEmpty() || name.length() > NAME_MAX || post.length() > POST_MAX) {
                throw new Refused(Refused.Kind.INVALID, "round.refused.person", NAME_MAX, POST_MAX);
            }
        }

        /** Reads a line like "包志强 党支部书记": the name first, then the post. */
        static Person of(String line) {
            var parts = line.strip().split("[\\s,，、]+", 2);
            return new Person(parts[0], parts.length > 1 ? parts[1] : "");
        }
    }
}
