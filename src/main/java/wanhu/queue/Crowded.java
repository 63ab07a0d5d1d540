package wanhu.queue;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.Words;

/**
 * What is said at once to whoever comes while too many wait, in both languages. It is made once:
 * drawing a page for each of them would take the time of those who are served.
 */
@Component
final class Crowded {
    static final String AGAIN_SECONDS = "5";
    private static final int BUSY = HttpServletResponse.SC_SERVICE_UNAVAILABLE;

    private static final String PROGRAMS = "/api/";
    private static final String HTML = "text/html;charset=UTF-8";
    private static final String PROBLEM = "application/problem+json";

    private final Away away;
    private final Said piece;
    private final Said page;
    private final Said problem;

    /** What is said, and as what. */
    @SuppressWarnings("ArrayRecordComponent")
    record Said(String type, byte[] bytes) {
        static Said of(String type, String text) {
            return new Said(type, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Autowired
    Crowded(Words words, Away away) {
        this(
                away,
                words.text(Locale.CHINESE, "queue.refused.busy"),
                words.text(Locale.ENGLISH, "queue.refused.busy"));
    }

    Crowded(Away away, String chinese, String english) {
        this.away = away;
        var both =
                """
                <p>%s</p>
                <p lang="en">%s</p>
                """
                        .formatted(chinese, english);
        var whole =
                """
                <!doctype html>
                <html lang="zh-CN">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>503</title>
                %s
                """
                        .formatted(both);
        piece = Said.of(HTML, both);
        page = Said.of(HTML, whole);
        problem =
                Said.of(
                        PROBLEM,
                        new JsonMapper()
                                .writeValueAsString(
                                        Map.of(
                                                "status", BUSY, "title", english, "detail",
                                                chinese)));
    }

    /** Not now, and when to come again (RFC 9110, section 15.6.4). */
    void tell(HttpServletRequest request, HttpServletResponse response) throws IOException {
        away.add();
        var said = fit(request);
        response.setStatus(BUSY);
        response.setHeader("Retry-After", AGAIN_SECONDS);
        response.setHeader("Cache-Control", "no-store");
        response.setContentType(said.type());
        response.setContentLength(said.bytes().length);
        response.getOutputStream().write(said.bytes());
    }

    /** The same as it goes over the wire. */
    Wire wire() {
        return new Wire(away, page, piece, problem);
    }

    private Said fit(HttpServletRequest request) {
        if (request.getRequestURI().startsWith(PROGRAMS)) {
            return problem;
        }
        return request.getHeader("HX-Request") == null ? page : piece;
    }
}
