package wanhu.people;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Lazy;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import wanhu.base.For;

/** Every route of the product, read from the product itself. */
@Lazy
@Component
class Routes {
    private final List<Route> all;

    Routes(RequestMappingHandlerMapping mapping) {
        all =
                mapping.getHandlerMethods().entrySet().stream()
                        .flatMap(each -> routes(each.getKey(), each.getValue()).stream())
                        .sorted(Comparator.comparing(Route::pattern).thenComparing(Route::method))
                        .toList();
    }

    /** One method on one pattern of paths. */
    record Route(RequestMethod method, String pattern, Method handler, Optional<For> rule) {
        /** A path of the pattern, its variables filled in. */
        String path(Function<String, String> variables) {
            var path = new StringBuilder();
            for (String part : pattern.substring(1).split("/", -1)) {
                path.append('/').append(filled(part, variables));
            }
            return path.toString();
        }

        private static String filled(String part, Function<String, String> variables) {
            int from = part.indexOf('{');
            if (from < 0) {
                return part.replace("**", "x").replace("*", "x");
            }
            int until = part.indexOf('}', from);
            var name = part.substring(from + 1, until).replaceFirst(":.*", "").replace("*", "");
            return part.substring(0, from)
                    + variables.apply(name)
                    + filled(part.substring(until + 1), variables);
        }

        boolean open() {
            var path = path(_ -> "x");
            return PublicPaths.match(new MockHttpServletRequest(method.name(), path));
        }

        boolean read() {
            return method == RequestMethod.GET;
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    List<Route> all() {
        return all;
    }

    /** Routes for which one has to sign in. */
    List<Route> ofStaff() {
        return all.stream().filter(route -> !route.open()).toList();
    }

    private static List<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        var patterns = info.getPathPatternsCondition();
        if (patterns == null) {
            throw new IllegalStateException("Expected a path pattern at " + handler);
        }
        return patterns.getPatternValues().stream()
                .flatMap(pattern ->
                        (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                                .stream().map(method -> route(method, pattern, handler)))
                .toList();
    }

    private static Route route(RequestMethod method, String pattern, HandlerMethod handler) {
        return new Route(
                method,
                pattern,
                handler.getMethod(),
                Optional.ofNullable(Doorkeeper.rule(handler)));
    }
}
