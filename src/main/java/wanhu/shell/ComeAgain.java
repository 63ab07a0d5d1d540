package wanhu.shell;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** When to come again, on each answer that says "not now" (RFC 9110, sections 10.2.3, 15.6.4). */
final class ComeAgain {
    private static final String SECONDS = "5";

    private ComeAgain() {}

    /** Seconds after which an answer of that status says one should come again. */
    static Optional<String> in(int status) {
        return status == HttpServletResponse.SC_SERVICE_UNAVAILABLE
                ? Optional.of(SECONDS)
                : Optional.empty();
    }

    /** Says it when the answer is of such a status. */
    static void say(HttpServletResponse response) {
        in(response.getStatus()).ifPresent(after -> response.setHeader("Retry-After", after));
    }
}
