package wanhu.status;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Times each request by its route, never by its path, which may hold a resident's code. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequestTimes extends OncePerRequestFilter {
    private static final String NONE = "none";

    private final Meters meters;

    RequestTimes(Meters meters) {
        this.meters = meters;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long begun = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            meters.request(
                    known(request.getMethod()),
                    route == null ? NONE : route.toString(),
                    response.getStatus(),
                    Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    /** A stranger must not make as many figures as there are words. */
    private static String known(String method) {
        return switch (method) {
            case "GET", "POST", "HEAD" -> method;
            default -> "other";
        };
    }
}
