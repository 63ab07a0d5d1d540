package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.Verb;

/**
 * Records each page that was refused to a member of staff. Stands before the {@link Doorkeeper}, so
 * that it hears of its refusals too; by then the refused transaction is over.
 */
@Component
class RefusalWatch implements HandlerInterceptor {
    private final Sessions sessions;
    private final Acting acting;
    private final Audit audit;

    RefusalWatch(Sessions sessions, Acting acting, Audit audit) {
        this.sessions = sessions;
        this.acting = acting;
        this.audit = audit;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request,
            HttpServletResponse response,
            Object handler,
            @Nullable Exception broken) {
        var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (response.getStatus() != HttpStatus.FORBIDDEN.value() || route == null) {
            return;
        }
        var act = Act.of(Verb.ACCESS_REFUSED, request.getMethod() + " " + route);
        var person = sessions.signedIn(request);
        acting.actor(request)
                .ifPresentOrElse(
                        actor -> audit.record(actor, act),
                        () ->
                                person.ifPresent(
                                        each -> audit.record(each.county(), each.person(), act)));
    }
}
