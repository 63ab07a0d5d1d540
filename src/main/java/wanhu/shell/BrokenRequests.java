package wanhu.shell;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A form that is too large or torn is the sender's fault, not ours: the server tells so by an
 * exception to whoever asks first for a field, which is a filter and no page. Who has hung up or
 * was too slow is told nothing.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class BrokenRequests extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (InvalidParameterException broken) {
            if (!response.isCommitted()) {
                response.sendError(broken.getErrorCode());
            }
        }
    }
}
