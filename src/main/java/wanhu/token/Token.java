package wanhu.token;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.people.Programs;

/**
 * A token of a program, without its secret.
 *
 * @param name which program, in the holder's words
 * @param holder as whom it acts
 * @param reach what it may be used for
 * @param span since when and until when
 * @param used the last day on which it was used; null before
 */
record Token(
        int county,
        UUID id,
        String name,
        Holder holder,
        Set<Reach> reach,
        Span span,
        @Nullable LocalDate used) {
    Token {
        reach = Set.copyOf(reach);
    }

    /** Who answers for it, in which post. */
    record Holder(UUID post, UUID person, UUID unit, String name) {}

    /**
     * Its times.
     *
     * @param released when a second person let it in; null before
     * @param ended when somebody ended it; null before
     */
    record Span(Instant made, Instant until, @Nullable Instant released, @Nullable Instant ended) {}

    /** Who answers for it, as the door of programs asks. */
    Programs.Holder steward() {
        return new Programs.Holder(county, holder.person(), holder.post());
    }

    /** The name that the timeline shows. */
    String shown() {
        return holder.name() + " · " + name;
    }

    /** Where it stands. */
    enum State {
        /** Nobody has let it in yet. */
        WAITING,
        /** It can be used. */
        GOOD,
        /** Its time is over. */
        EXPIRED,
        /** Somebody ended it. */
        ENDED
    }

    State state(Instant now) {
        if (span.ended() != null) {
            return State.ENDED;
        }
        if (!span.until().isAfter(now)) {
            return State.EXPIRED;
        }
        return span.released() == null ? State.WAITING : State.GOOD;
    }
}
