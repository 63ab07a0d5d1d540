package wanhu.people;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.UriComponentsBuilder;
import wanhu.base.Actor;
import wanhu.base.For;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Wall;

/**
 * Asks at each route whether the acting post's role may enter. Public routes are open; a staff
 * route without a rule is closed to everybody. Puts up the {@link Wall} behind which the route
 * works; {@link WallFilter} takes it down.
 */
@Component
class Doorkeeper implements HandlerInterceptor {
    static final String PASSWORD_PATH = "/password";
    static final String POSTS_PATH = "/posts";
    static final String FACTOR_PATH = "/factor";
    private static final String SIGN_OUT_PATH = "/sign-out";

    /** Field of a form that names the post as which its page was shown. */
    private static final String AS = "as";

    private final Sessions sessions;
    private final Acting acting;
    private final SecondStep second;
    private final Trio trio;

    Doorkeeper(Sessions sessions, Acting acting, SecondStep second, Trio trio) {
        this.trio = trio;
        this.sessions = sessions;
        this.acting = acting;
        this.second = second;
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException, ServletException {
        if (!(handler instanceof HandlerMethod method)
                || request.getDispatcherType() == DispatcherType.ERROR) {
            Acting.known(request).map(Wall::of).ifPresent(Wall::up);
            return true;
        }
        var rule = rule(method);
        if (rule == null) {
            return open(request);
        }
        acting.actor(request).map(Wall::of).ifPresent(Wall::up);
        var elsewhere = elsewhere(request, rule);
        if (elsewhere != null) {
            response.sendRedirect(elsewhere, HttpServletResponse.SC_SEE_OTHER);
            return false;
        }
        return !owesProof(request, rule) || askForProof(request, response);
    }

    /** Whether the second factor must be given (again) before this. */
    private boolean owesProof(HttpServletRequest request, For rule) {
        boolean strict = acting.actor(request).filter(actor -> actor.role().apart()).isPresent();
        boolean weak = sessions.proof(request) == Proof.PASSWORD;
        return rule.proof()
                ? !sessions.freshlyProven(request)
                : strict && weak && !rule.withoutPost();
    }

    /** Has the second factor given, or set up by who has none; never lets the request through. */
    private boolean askForProof(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (sessions.signedIn(request).filter(second::has).isEmpty()) {
            var back = SignInEntry.back(request);
            response.sendRedirect(
                    UriComponentsBuilder.fromPath(FACTOR_PATH)
                            .queryParam("needed", true)
                            .queryParam("back", "{back}")
                            .encode()
                            .buildAndExpand(back)
                            .toUriString(),
                    HttpServletResponse.SC_SEE_OTHER);
            return false;
        }
        var query = request.getQueryString();
        request.setAttribute(
                ProvePages.TO,
                query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query);
        request.getRequestDispatcher(ProvePages.PATH).forward(request, response);
        return false;
    }

    /** The rule of a route: that of the method, else that of its class. */
    static @Nullable For rule(HandlerMethod method) {
        var own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), For.class);
        return own != null
                ? own
                : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), For.class);
    }

    private static boolean open(HttpServletRequest request) {
        if (PublicPaths.match(request)) {
            Wall.up(Wall.RESIDENTS);
            return true;
        }
        throw new Refused(Refused.Kind.FORBIDDEN, "people.refused.no-rule");
    }

    /** Where the person has to go first; null when nowhere. */
    private @Nullable String elsewhere(HttpServletRequest request, For rule) {
        var person = sessions.signedIn(request);
        if (person.isEmpty()) {
            return SignInEntry.address(request);
        }
        if (person.get().mustChange() && !freeOfPassword(request.getServletPath())) {
            return PASSWORD_PATH;
        }
        var actor = acting.actor(request);
        if (actor.isEmpty()) {
            return rule.withoutPost() ? null : POSTS_PATH;
        }
        if (owesOthers(request, rule, actor.get())) {
            return TrioPages.PATH;
        }
        if (rule.value().length > 0 && !actor.get().is(rule.value())) {
            throw new Refused(Refused.Kind.FORBIDDEN, "people.refused.role", actor.get().title());
        }
        var as = request.getParameter(AS);
        if (as != null && !rule.withoutPost() && !as.equals(actor.get().post().toString())) {
            throw new Refused(Refused.Kind.CONFLICT, "people.refused.as", actor.get().title());
        }
        return null;
    }

    /** Whether the administrator of a new county goes to name the other two first. */
    private boolean owesOthers(HttpServletRequest request, For rule, Actor actor) {
        return actor.is(Role.ADMIN)
                && !rule.withoutPost()
                && !request.getServletPath().equals(TrioPages.PATH)
                && sessions.proof(request) != Proof.DEMO
                && trio.owedBy(actor);
    }

    private static boolean freeOfPassword(String path) {
        return path.equals(PASSWORD_PATH) || path.equals(SIGN_OUT_PATH);
    }
}
