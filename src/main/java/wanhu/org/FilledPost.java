package wanhu.org;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Role;

/**
 * A post of a unit with who holds it on a given day; several rows when several hold it, one with
 * nulls when it is vacant.
 *
 * @param post the post
 * @param title name of the post without the unit
 * @param role what it may do
 * @param order rank in protocol order
 * @param slot the place of the roster that it fills, or null
 * @param appointment the appointment, or null when vacant
 * @param person who holds it, or null when vacant or without an account
 * @param name name of who holds it, or null when vacant
 * @param from first day, or null when vacant
 * @param until last day, or null when open or vacant
 */
public record FilledPost(
        UUID post,
        String title,
        Role role,
        int order,
        @Nullable Slot slot,
        @Nullable UUID appointment,
        @Nullable UUID person,
        @Nullable String name,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {
    /** Whether nobody holds it. */
    public boolean vacant() {
        return name == null;
    }
}
