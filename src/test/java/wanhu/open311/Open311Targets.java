package wanhu.open311;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.mock.web.MockHttpServletRequest;
import wanhu.fuzz.Target;

/** Arguments and forms of other systems. */
public final class Open311Targets {
    private Open311Targets() {}

    /** All of this room. */
    public static List<Target> all() {
        return List.of(
                target("open311-arguments", Open311Targets::arguments),
                target("open311-posts", Open311Targets::posts));
    }

    private static Target target(String name, Consumer<MockHttpServletRequest> reader) {
        return new Target(name, bytes -> reader.accept(request(bytes)), Set.of(Denied.class));
    }

    private static MockHttpServletRequest request(byte[] bytes) {
        var request = new MockHttpServletRequest();
        for (String pair : new String(bytes, StandardCharsets.UTF_8).split("&", -1)) {
            int cut = pair.indexOf('=');
            request.addParameter(
                    pair.substring(0, Math.max(0, cut)), pair.substring(Math.max(0, cut + 1)));
        }
        return request;
    }

    private static void arguments(MockHttpServletRequest request) {
        for (String name : List.copyOf(request.getParameterMap().keySet())) {
            Arguments.list(request, name);
            Arguments.yes(request, name);
            tried(() -> Arguments.time(request, name));
            tried(() -> Arguments.end(request, name));
            tried(() -> Arguments.number(request, name, 1));
        }
    }

    /** The others are tried whatever one of them refuses. */
    private static void tried(Runnable reader) {
        try {
            reader.run();
        } catch (Denied no) {
            Denied.shown(no.faults().getFirst().field());
        }
    }

    private static void posts(MockHttpServletRequest request) {
        var faults = new ArrayList<Denied.Fault>();
        PostReader.attributes(request, faults);
        PostReader.token(request, faults);
        PostReader.name(request);
    }
}
