package wanhu.people;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import wanhu.base.Actor;
import wanhu.base.Refused;

/**
 * Gives a page method the {@link Actor} or the {@link SignedIn} it asks for. One marked
 * {@code @Nullable} gets null when nobody acts; any other is refused then.
 */
@Component
class ActorResolver implements HandlerMethodArgumentResolver {
    private final Sessions sessions;
    private final Acting acting;

    ActorResolver(Sessions sessions, Acting acting) {
        this.sessions = sessions;
        this.acting = acting;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class
                || parameter.getParameterType() == SignedIn.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        var servlet = request.getNativeRequest(HttpServletRequest.class);
        if (servlet == null) {
            throw new IllegalStateException("Expected a request over HTTP");
        }
        var found =
                parameter.getParameterType() == Actor.class
                        ? acting.actor(servlet)
                        : sessions.signedIn(servlet);
        if (found.isEmpty() && !parameter.isOptional()) {
            throw new Refused(Refused.Kind.FORBIDDEN, "people.refused.nobody");
        }
        return found.orElse(null);
    }
}
