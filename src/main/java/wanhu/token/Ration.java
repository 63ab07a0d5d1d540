package wanhu.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import wanhu.people.RateLimit;
import wanhu.people.RateLimits;

/**
 * How often a token may call: so often in each minute of the clock, told in the headers of each
 * answer (draft-ietf-httpapi-ratelimit-headers).
 */
@Component
class Ration {
    /** Calls of one token in a minute. */
    static final int CALLS_MAX = 600;

    /** Wrong tokens from one network in ten minutes. */
    static final int WRONG_MAX = 30;

    /** Attribute of a request: after how many seconds to come again. */
    static final String AGAIN = Ration.class.getName();

    private static final int MINUTE_SECONDS = 60;

    private final RateLimit calls;
    private final RateLimit wrong;
    private final Clock clock;

    Ration(RateLimits limits, Clock clock) {
        this.clock = clock;
        calls = limits.of("token-call", CALLS_MAX, Duration.ofMinutes(2));
        wrong = limits.of("token-wrong", WRONG_MAX, Duration.ofMinutes(10));
    }

    /**
     * Counts a call.
     *
     * @throws Problem 429 when it is one too many
     */
    void take(Token token, HttpServletRequest request, HttpServletResponse response) {
        long second = clock.instant().getEpochSecond();
        long left = MINUTE_SECONDS - second % MINUTE_SECONDS;
        int calls = this.calls.counted(token.id() + "@" + second / MINUTE_SECONDS);
        response.setHeader("RateLimit-Limit", Integer.toString(CALLS_MAX));
        response.setHeader("RateLimit-Remaining", Integer.toString(Math.max(0, CALLS_MAX - calls)));
        response.setHeader("RateLimit-Reset", Long.toString(left));
        if (calls > CALLS_MAX) {
            request.setAttribute(AGAIN, left);
            throw Problem.of(HttpStatus.TOO_MANY_REQUESTS, "", "token.fault.often", CALLS_MAX);
        }
    }

    /**
     * Lets a network try a token.
     *
     * @throws wanhu.base.Refused TOO_MANY after too many wrong ones
     */
    void mayTry(HttpServletRequest request) {
        wrong.check(request.getRemoteAddr());
    }

    /** Counts a wrong token. */
    void wrong(HttpServletRequest request) {
        wrong.counted(request.getRemoteAddr());
    }
}
