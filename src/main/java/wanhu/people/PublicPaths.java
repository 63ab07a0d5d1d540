package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The paths that a resident may open without signing in; every other path is for staff. */
final class PublicPaths {
    private static final List<String> ALL =
            List.of(
                    "/",
                    "/report/**",
                    "/track/**",
                    "/m/**",
                    "/open/**",
                    "/open311/**",
                    "/api/**",
                    "/ics/**",
                    "/projects/public/**",
                    "/questions/**",
                    "/rate/**",
                    "/mail/stop/*",
                    "/assets/**",
                    "/files/public/**",
                    "/favicon.ico",
                    "/elder",
                    "/language",
                    "/sign-in/**",
                    "/setup",
                    "/health/**",
                    "/metrics",
                    "/error");

    private static final RequestMatcher MATCHER =
            new OrRequestMatcher(ALL.stream().<RequestMatcher>map(PublicPaths::matcher).toList());

    private PublicPaths() {}

    /** Whether the request is for one of them. */
    static boolean match(HttpServletRequest request) {
        return MATCHER.matches(request);
    }

    /** The same for Spring Security. */
    static RequestMatcher matcher() {
        return MATCHER;
    }

    /** The patterns, for the tests. */
    static Stream<String> patterns() {
        return ALL.stream();
    }

    private static RequestMatcher matcher(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }
}
