package wanhu.org;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Act;
import wanhu.base.Refused;
import wanhu.base.Verb;

/**
 * What the form of an appointment sends.
 *
 * @param login of the person; empty for somebody without an account
 * @param name of somebody without an account
 * @param from first day in the post
 * @param until last day in the post; null for an open end
 */
record AppointForm(
        @Nullable String login,
        @Nullable String name,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable String document) {
    Act act(UUID post, AccountBook.@Nullable Holder holder) {
        var act = Act.of(Verb.APPOINTED, post).because(document == null ? "" : document);
        var known = holder == null ? act : act.with("person", holder.person());
        return from == null ? known : known.with("from", from);
    }

    NewAppointment appointment(UUID post, AccountBook.@Nullable Holder holder) {
        if (from == null) {
            throw new Refused(Refused.Kind.INVALID, "org.refused.day-missing");
        }
        return new NewAppointment(
                post,
                holder == null ? null : holder.person(),
                holder == null ? (name == null ? "" : name) : holder.name(),
                from,
                until,
                document == null || document.isBlank() ? null : document.strip());
    }
}
