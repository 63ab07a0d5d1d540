package wanhu.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import wanhu.base.Actor;

/**
 * Who calls: a program with a token.
 *
 * @param token id of the token
 * @param actor as whom it acts: the holder of the token, in its post
 */
public record Caller(UUID token, Actor actor) {
    private static final String NAME = Caller.class.getName();

    void enter(HttpServletRequest request) {
        request.setAttribute(NAME, this);
    }

    /** The caller of a request that {@link Needs} more than anybody. */
    public static Caller of(HttpServletRequest request) {
        if (request.getAttribute(NAME) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("Expected a request with a token");
    }
}
