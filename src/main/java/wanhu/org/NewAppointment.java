package wanhu.org;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to appoint somebody.
 *
 * @param post the post
 * @param person the person, or null for somebody without an account
 * @param name the person's name as it is now
 * @param from first day in the post
 * @param until last day in the post, or null when it is open
 * @param document number of the document of the appointment, or null
 */
public record NewAppointment(
        UUID post,
        @Nullable UUID person,
        String name,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String document) {
    /** Longest name of a person in characters, for long minority names with ·. */
    public static final int NAME_MAX = 60;

    public NewAppointment {
        name = name.strip();
    }
}
