package wanhu.base;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * The number that everything has in common which one request does: acts, steps, lines of the log,
 * and what a reader is told when something broke.
 */
public final class RequestNumber {
    /** So many digits of it, the last ones, are told to people. */
    public static final int SHOWN_DIGITS = 8;

    private static final String NAME = RequestNumber.class.getName();

    private RequestNumber() {}

    /** The number of a request; made when it is first asked for. */
    public static UUID of(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof UUID known) {
            return known;
        }
        var fresh = Ids.next();
        request.setAttribute(NAME, fresh);
        return fresh;
    }

    /** The request that is being answered; none when the system acts by itself. */
    public static Optional<HttpServletRequest> request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes here
                ? Optional.of(here.getRequest())
                : Optional.empty();
    }

    /** The digits that are told to people. */
    public static String shown(UUID number) {
        var text = number.toString();
        return text.substring(text.length() - SHOWN_DIGITS);
    }
}
