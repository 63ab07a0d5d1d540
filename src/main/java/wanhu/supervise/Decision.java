package wanhu.supervise;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Zones;
import wanhu.supervise.Supervision.State;

/** What an act makes of an order of supervision, or why it may not be. Pure. */
final class Decision {
    /** The farthest day that may be named for an answer. */
    static final int AHEAD_DAYS_MAX = 90;

    static final int TEXT_CHARACTERS_MAX = 1_000;

    private Decision() {}

    /**
     * Who acts, and when.
     *
     * @param rank on which level the post supervises; null when it does not
     * @param covers whether the unit that was ordered lies below the post
     * @param unsolved whether the matter still waits to be solved
     */
    record Ground(
            UUID unit,
            String name,
            @Nullable Rank rank,
            boolean covers,
            boolean clerk,
            boolean unsolved,
            Instant now) {}

    static Supervision next(Supervision before, Act act, Ground by) {
        Refused.unless(Kind.FORBIDDEN, may(before, act.name(), by), "supervise.refused.hand");
        Refused.unless(Kind.CONFLICT, fits(before, act.name()), "supervise.refused.state");
        Refused.unless(Kind.INVALID, !act.text().isBlank(), "supervise.refused.text");
        Refused.unless(
                Kind.INVALID,
                act.text().length() <= TEXT_CHARACTERS_MAX,
                "supervise.refused.long",
                TEXT_CHARACTERS_MAX);
        var due = before.times().due();
        return switch (act) {
            case Act.Reply _ -> before.at(State.ANSWERED, due, null);
            case Act.SendBack(_, var until) -> before.at(State.OPEN, ahead(until, by.now()), null);
            case Act.Extend(_, var until) -> before.at(State.OPEN, later(before, until, by), null);
            case Act.Post _ -> before.posted().at(before.state(), due, null);
            case Act.Raise(_, var until) -> raised(before, until, by);
            case Act.Close _ -> closed(before, by);
        };
    }

    /** Names of the acts that somebody may take now. */
    static Set<String> allowed(Supervision on, Ground by) {
        var allowed = new LinkedHashSet<String>();
        for (Class<?> each : Act.class.getPermittedSubclasses()) {
            var name = each.getSimpleName();
            if (fits(on, name) && may(on, name, by)) {
                allowed.add(name);
            }
        }
        return allowed;
    }

    /** A day for an answer: today or later, and not too far. */
    static LocalDate ahead(LocalDate until, Instant now) {
        var today = Zones.day(now);
        boolean fits = !until.isBefore(today) && !until.isAfter(today.plusDays(AHEAD_DAYS_MAX));
        Refused.unless(Kind.INVALID, fits, "supervise.refused.day", AHEAD_DAYS_MAX);
        return until;
    }

    private static LocalDate later(Supervision before, LocalDate until, Ground by) {
        Refused.unless(
                Kind.INVALID, until.isAfter(before.times().due()), "supervise.refused.later");
        return ahead(until, by.now());
    }

    private static Supervision raised(Supervision before, LocalDate until, Ground by) {
        var higher = before.rank().next().orElseThrow();
        var parties = new Supervision.Parties(by.unit(), by.name(), before.parties().to());
        return before.raisedTo(higher, parties).at(State.OPEN, ahead(until, by.now()), null);
    }

    /** 挂牌督办 ends when the matter is solved, not when somebody writes that it will be. */
    private static Supervision closed(Supervision before, Ground by) {
        boolean done = !before.listed() || !by.unsolved();
        Refused.unless(Kind.RULE, done, "supervise.refused.unsolved");
        return before.at(State.CLOSED, before.times().due(), by.now());
    }

    private static boolean fits(Supervision on, String act) {
        return switch (on.state()) {
            case OPEN ->
                    switch (act) {
                        case "Reply", "Extend", "Close" -> true;
                        case "Post" -> !on.listed();
                        case "Raise" -> on.rank().next().isPresent();
                        default -> false;
                    };
            case ANSWERED ->
                    switch (act) {
                        case "SendBack", "Close" -> true;
                        case "Post" -> !on.listed();
                        case "Raise" -> on.rank().next().isPresent();
                        default -> false;
                    };
            case CLOSED -> false;
        };
    }

    private static boolean may(Supervision on, String act, Ground by) {
        boolean issuer = by.covers() && by.rank() != null && by.rank().compareTo(on.rank()) >= 0;
        return switch (act) {
            case "Reply" -> by.clerk() && by.unit().equals(on.parties().to());
            // Only the county lists (挂牌): the list is read all over it.
            case "Post" -> issuer && by.rank() != Rank.TOWNSHIP;
            case "Raise" ->
                    by.covers() && on.rank().next().filter(next -> next == by.rank()).isPresent();
            default -> issuer;
        };
    }
}
