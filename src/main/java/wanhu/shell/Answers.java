package wanhu.shell;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;
import wanhu.base.Html;
import wanhu.base.Refused;
import wanhu.base.RequestNumber;

/**
 * Says no as a page, as a piece for htmx, or as problem+json (RFC 9457), whichever was asked for.
 */
@Component
class Answers {
    private static final Logger LOG = LoggerFactory.getLogger(Answers.class);
    private static final String PROGRAMS = "/api/v1/";
    private static final Map<HttpStatus, String> KNOWN =
            Map.of(
                    HttpStatus.SERVICE_UNAVAILABLE, "busy",
                    HttpStatus.BAD_REQUEST, "invalid",
                    HttpStatus.UNAUTHORIZED, "sign-in",
                    HttpStatus.FORBIDDEN, "forbidden",
                    HttpStatus.NOT_FOUND, "missing",
                    HttpStatus.METHOD_NOT_ALLOWED, "method",
                    HttpStatus.CONFLICT, "conflict",
                    HttpStatus.CONTENT_TOO_LARGE, "too-large",
                    HttpStatus.UNPROCESSABLE_CONTENT, "rule",
                    HttpStatus.TOO_MANY_REQUESTS, "too-many");

    private final Screens screens;
    private final JteViews views;

    Answers(Screens screens, JteViews views) {
        this.screens = screens;
        this.views = views;
    }

    /** The refusal in the words of the room that refused. */
    Object refused(Refused no, HttpServletRequest request) {
        var status = HttpStatus.valueOf(no.kind().status());
        var text = screens.of(request).t(no.word(), no.arguments().toArray());
        return answer(RefusedPage.saying(status.value(), known(status), text), request);
    }

    /** A refusal that the frame knows by its status. */
    Object status(HttpStatus status, HttpServletRequest request) {
        return answer(RefusedPage.of(status.value(), known(status)), request);
    }

    /** The form's proof is stale: shows what was sent, so that it can be sent again. */
    Object stale(HttpServletRequest request) {
        return answer(
                RefusedPage.again(HttpStatus.FORBIDDEN.value(), Resubmission.of(request)), request);
    }

    /**
     * Our fault: the reader gets a number, the log the cause and the route, never the path, which
     * may hold a resident's code or a link that still opens.
     */
    Object bug(Throwable cause, HttpServletRequest request) {
        var number = RequestNumber.shown(RequestNumber.of(request));
        LOG.error("Bug {} at {} {}", number, request.getMethod(), route(request), cause);
        return answer(RefusedPage.bug(number), request);
    }

    /** What failed in the server itself is known by the first word of its path. */
    private static String route(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                ? "/" + path.substring(1).replaceFirst("/.*", "/...")
                : String.valueOf(
                        request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    /** Come again: drawn here and now, without asking the database for anything. */
    void away(HttpServletRequest request, HttpServletResponse response) throws IOException {
        screens.apart(request);
        notNow(RefusedPage.of(HttpStatus.SERVICE_UNAVAILABLE.value(), "away"), request, response);
    }

    /** The same in the words of the room that has too much to do. */
    void busy(Refused no, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        screens.apart(request);
        var text = screens.of(request).t(no.word(), no.arguments().toArray());
        notNow(RefusedPage.saying(no.kind().status(), "busy", text), request, response);
    }

    private void notNow(RefusedPage page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (wantsJson(request)) {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getWriter()
                    .write("{\"type\":\"urn:wanhu:%s\",\"status\":503}".formatted(page.name()));
            return;
        }
        views.render(template(request), page, request, response);
    }

    private static String template(HttpServletRequest request) {
        return request.getHeader("HX-Request") == null ? "shell/refused" : "shell/refusedPiece";
    }

    private static String known(HttpStatus status) {
        return KNOWN.getOrDefault(status, status.is5xxServerError() ? "bug" : "invalid");
    }

    private Object answer(RefusedPage page, HttpServletRequest request) {
        var status = HttpStatus.valueOf(page.status());
        if (wantsJson(request)) {
            return problem(page, screens.of(request));
        }
        return Html.page(template(request), page, status);
    }

    private static boolean wantsJson(HttpServletRequest request) {
        if (program(request)) {
            return true;
        }
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json") && !accept.contains("text/html");
    }

    /** Below this path programs call, whatever they say that they accept. */
    private static boolean program(HttpServletRequest request) {
        var failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = failed instanceof String uri ? uri : request.getRequestURI();
        return path.startsWith(PROGRAMS);
    }

    private static ResponseEntity<ProblemDetail> problem(RefusedPage page, Screen screen) {
        var problem = ProblemDetail.forStatus(page.status());
        problem.setType(URI.create("urn:wanhu:" + page.name()));
        problem.setTitle(screen.t(page.titleWord()));
        problem.setDetail(page.text().isEmpty() ? screen.t(page.textWord()) : page.text());
        if (!page.number().isEmpty()) {
            problem.setProperty("number", page.number());
        }
        var answer = ResponseEntity.status(page.status());
        ComeAgain.in(page.status())
                .ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }
}
