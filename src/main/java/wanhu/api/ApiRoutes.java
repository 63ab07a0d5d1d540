package wanhu.api;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import wanhu.token.ApiRoute;
import wanhu.token.Needs;

/** All routes of programs, read from the product's own table of routes. */
@Component
class ApiRoutes {
    private final RequestMappingHandlerMapping mapping;

    ApiRoutes(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * One method on one path.
     *
     * @param method in lower case
     * @param name of the Java method; the summary is the word {@code api.op.NAME}
     * @param types media types of its answer
     */
    record Route(
            String method,
            String path,
            String name,
            Needs needs,
            Method handler,
            List<String> types) {
        List<Question> questions() {
            var asks = handler.getAnnotation(Asks.class);
            return asks == null ? List.of() : asks.value().all();
        }

        /** Names between braces. */
        List<String> variables() {
            return Stream.of(path.split("[{}]", -1))
                    .filter(part -> path.contains("{" + part + "}"))
                    .toList();
        }

        /** What it answers with; {@code Void} when it is no record. */
        Type answer() {
            return handler.getGenericReturnType() instanceof ParameterizedType entity
                    ? entity.getActualTypeArguments()[0]
                    : Void.class;
        }

        boolean changes() {
            return !method.equals("get");
        }
    }

    /** In the order of their paths. */
    List<Route> all() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(each -> ApiRoute.class.isAssignableFrom(each.getValue().getBeanType()))
                .flatMap(each -> routes(each.getKey(), each.getValue()))
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        var needs =
                Objects.requireNonNull(handler.getMethodAnnotation(Needs.class), handler::toString);
        return info.getPatternValues().stream()
                .flatMap(path ->
                        info.getMethodsCondition().getMethods().stream()
                                .map(method ->
                                        new Route(
                                                method.name().toLowerCase(Locale.ROOT),
                                                path,
                                                handler.getMethod().getName(),
                                                needs,
                                                handler.getMethod(),
                                                types(info))));
    }

    private static List<String> types(RequestMappingInfo info) {
        return info.getProducesCondition().getProducibleMediaTypes().stream()
                .map(MediaType::toString)
                .sorted()
                .toList();
    }
}
