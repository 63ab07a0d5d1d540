package wanhu.token;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.Refused;
import wanhu.base.Verb;
import wanhu.people.Programs;
import wanhu.vault.Vault;

/**
 * Asks at each {@link ApiRoute} for a token that is good for it, and lets the program act as its
 * holder, behind her wall. Cookies mean nothing there. What was refused is recorded.
 */
@Component
class Guard implements HandlerInterceptor, WebMvcConfigurer {
    private static final int AFTER_THE_DOORKEEPER = 100;
    private static final String BEARER = "Bearer ";

    private final Tokens tokens;
    private final Programs programs;
    private final Ration ration;
    private final Audit audit;
    private final Vault vault;
    private final Clock clock;

    Guard(Tokens tokens, Programs programs, Ration ration, Audit audit, Vault vault, Clock clock) {
        this.tokens = tokens;
        this.programs = programs;
        this.ration = ration;
        this.audit = audit;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).order(AFTER_THE_DOORKEEPER);
    }

    @Override
    public boolean preHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && ApiRoute.class.isAssignableFrom(method.getBeanType())) {
            enter(request, response, method.getMethodAnnotation(Needs.class));
        }
        return true;
    }

    private void enter(
            HttpServletRequest request, HttpServletResponse response, @Nullable Needs needs) {
        if (needs == null) {
            throw Problem.of(HttpStatus.FORBIDDEN, "", "token.fault.closed");
        }
        if (needs.value() == Reach.ANYBODY) {
            return;
        }
        var token = good(request);
        ration.take(token, request, response);
        var actor =
                programs.actor(token.steward(), token.shown())
                        .orElseThrow(() -> unknown("token.fault.post"));
        programs.enter(request, actor);
        new Caller(token.id(), actor).enter(request);
        if (!token.reach().contains(needs.value())) {
            var reach = needs.value().text();
            audit.record(actor, Act.of(Verb.TOKEN_REFUSED, token.id()).with("reach", reach));
            throw Problem.of(HttpStatus.FORBIDDEN, "", "token.fault.reach", reach);
        }
        tokens.used(token);
    }

    private Token good(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw unknown("token.fault.none");
        }
        try {
            ration.mayTry(request);
        } catch (Refused _) {
            throw Problem.of(
                    HttpStatus.TOO_MANY_REQUESTS, "", "token.fault.wrong-often", Ration.WRONG_MAX);
        }
        var token = tokens.find(header.substring(BEARER.length()).strip()).orElse(null);
        if (token == null) {
            ration.wrong(request);
            var from = vault.index("audit.act.object", String.valueOf(request.getRemoteAddr()));
            audit.record(Audit.NO_COUNTY, Act.of(Verb.API_KEY_WRONG, from).with("door", "api"));
            throw unknown("token.fault.wrong");
        }
        var state = token.state(clock.instant());
        if (state != Token.State.GOOD) {
            ration.wrong(request);
            audit.record(
                    token.county(), Act.of(Verb.TOKEN_REFUSED, token.id()).with("state", state));
            throw unknown("token.fault." + state);
        }
        return token;
    }

    private static Problem unknown(String word) {
        return Problem.of(HttpStatus.UNAUTHORIZED, "", word);
    }
}
