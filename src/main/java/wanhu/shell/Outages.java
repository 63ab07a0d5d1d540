package wanhu.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import wanhu.base.Refused;

/**
 * While the database is away or has no room, or too many come at once, everybody is told so, with
 * 503 and when to come again (RFC 9110, section 15.6.4). It stands before all filters that ask the
 * database, and asks it nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class Outages extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Outages.class);

    private final Answers answers;

    Outages(Answers answers) {
        this.answers = answers;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (Refused busy) {
            if (busy.kind() != Refused.Kind.BUSY) {
                throw busy;
            }
            answers.busy(busy, request, notNow(response));
        } catch (ServletException | RuntimeException failure) {
            var said = Outage.behind(failure);
            if (said.isEmpty()) {
                throw failure;
            }
            tell(said.get(), request, response);
        }
    }

    private void tell(String said, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        LOG.warn("The database cannot be used: {}", said);
        if (response.isCommitted()) {
            return;
        }
        answers.away(request, notNow(response));
    }

    private static HttpServletResponse notNow(HttpServletResponse response) {
        response.resetBuffer();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        ComeAgain.say(response);
        response.setHeader("Cache-Control", "no-store");
        return response;
    }
}
