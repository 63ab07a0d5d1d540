package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.Verb;
import wanhu.shell.RefusalHearer;

/** Records each page that was refused to somebody who had signed in. */
@Component
class RefusalWatch implements RefusalHearer {
    private final Sessions sessions;
    private final Acting acting;
    private final Audit audit;

    RefusalWatch(Sessions sessions, Acting acting, Audit audit) {
        this.sessions = sessions;
        this.acting = acting;
        this.audit = audit;
    }

    @Override
    public void forbidden(HttpServletRequest request) {
        var route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var act = Act.of(Verb.ACCESS_REFUSED, request.getMethod() + " " + route);
        var actor = acting.actor(request);
        actor.ifPresent(each -> audit.record(each, act));
        if (actor.isEmpty()) {
            sessions.signedIn(request)
                    .ifPresent(each -> audit.record(each.county(), each.person(), act));
        }
    }
}
