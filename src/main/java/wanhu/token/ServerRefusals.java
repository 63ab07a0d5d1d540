package wanhu.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server refuses before any route is asked, such as an address that is none: below {@code
 * /api/} programs are told in the form of every other no.
 */
@Component
class ServerRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String PROGRAMS = "/api/";

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Valve.class.getName());
            }
        });
    }

    /** The same fields as of every other no. */
    private record Told(
            String type,
            String title,
            int status,
            String detail,
            String instance,
            List<Fault> errors) {
        static byte[] of(int code) {
            var status = HttpStatus.resolve(code);
            var said = status == null ? "" : status.getReasonPhrase();
            var told =
                    new Told(
                            "urn:wanhu:invalid",
                            said,
                            code,
                            said,
                            ApiRoute.ROOT,
                            List.of(new Fault("", said)));
            return JsonMapper.shared().writeValueAsString(told).getBytes(UTF_8);
        }
    }

    private record Fault(String field, String detail) {}

    /** Made by the server, by its name. */
    public static final class Valve extends ErrorReportValve {
        /** What others are told says nothing of the server either. */
        public Valve() {
            setShowReport(false);
            setShowServerInfo(false);
        }

        @Override
        protected void report(Request request, Response response, @Nullable Throwable thrown) {
            boolean programs =
                    String.valueOf(request.getCoyoteRequest().requestURI()).startsWith(PROGRAMS);
            if (!programs) {
                super.report(request, response, thrown);
                return;
            }
            boolean silent =
                    response.getStatus() < HttpStatus.BAD_REQUEST.value()
                            || response.getContentWritten() > 0;
            if (!silent && response.setErrorReported() && open(response)) {
                tell(response);
            }
        }

        private static boolean open(Response response) {
            var open = new AtomicBoolean();
            response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
            return open.get();
        }

        private static void tell(Response response) {
            try {
                response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
                response.getOutputStream().write(Told.of(response.getStatus()));
                response.finishResponse();
            } catch (IOException _) {
                // Who asked has hung up.
            }
        }
    }
}
