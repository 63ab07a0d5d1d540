package wanhu.people;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import wanhu.base.Wall;

/**
 * A request begins without a {@link Wall}, seeing nothing, and leaves none behind on its thread,
 * however it ended. Inside of the turn that the request waits for, because a turn is taken on
 * another thread.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 4)
class WallFilter extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Wall.down();
        try {
            chain.doFilter(request, response);
        } finally {
            Wall.down();
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
