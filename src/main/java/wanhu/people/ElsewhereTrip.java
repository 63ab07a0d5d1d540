package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import wanhu.base.Refused;
import wanhu.oidc.Begun;

/** What the browser's session keeps while somebody signs in elsewhere; taken once. */
@Component
class ElsewhereTrip {
    /** So long one may be away. */
    static final Duration AWAY_MAX = Duration.ofMinutes(15);

    private static final String PREFIX = "elsewhere-";

    private final Clock clock;

    ElsewhereTrip(Clock clock) {
        this.clock = clock;
    }

    /** A sign-in that has begun, and where to go after it. */
    record Trip(Begun begun, String back) {}

    void keep(HttpServletRequest request, Begun begun, String back) {
        var session = request.getSession(true);
        session.setAttribute(PREFIX + "state", begun.state());
        session.setAttribute(PREFIX + "nonce", begun.nonce());
        session.setAttribute(PREFIX + "verifier", begun.verifier());
        session.setAttribute(PREFIX + "address", begun.address());
        session.setAttribute(PREFIX + "back", back);
        session.setAttribute(PREFIX + "since", Long.toString(clock.instant().getEpochSecond()));
    }

    /**
     * What was kept; it is gone then.
     *
     * @throws Refused when nothing was, or too long ago
     */
    Trip take(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || session.getAttribute(PREFIX + "state") == null) {
            throw new Refused(Refused.Kind.CONFLICT, "people.refused.elsewhere-late");
        }
        var begun =
                new Begun(
                        text(session, "state"),
                        text(session, "nonce"),
                        text(session, "verifier"),
                        text(session, "address"));
        var trip = new Trip(begun, text(session, "back"));
        var since = Instant.ofEpochSecond(Long.parseLong(text(session, "since")));
        if (since.plus(AWAY_MAX).isBefore(clock.instant())) {
            throw new Refused(Refused.Kind.CONFLICT, "people.refused.elsewhere-late");
        }
        return trip;
    }

    private static String text(HttpSession session, String name) {
        var value = session.getAttribute(PREFIX + name);
        session.removeAttribute(PREFIX + name);
        return value instanceof String text ? text : "";
    }
}
