package wanhu.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.Wire;
import wanhu.base.Role;
import wanhu.people.Staff;

/** What is sent by no browser: odd methods, forged hosts, broken requests. */
@WanhuTest
class WireTest {
    private static final int COUNTY = 150_966;
    private static final String FORGED = "evil.example";

    @Autowired Web web;
    @Autowired Staff staff;

    private Wire wire;

    @BeforeEach
    void connect() {
        staff.actor(Role.COUNTY_CLERK, staff.county(COUNTY));
        wire = new Wire(web.address());
    }

    /** Pages, files, what is refused, what does not exist, and what the server itself refuses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /",
                "GET /report",
                "GET /sign-in",
                "GET /desk",
                "GET /nowhere",
                "GET /assets/wanhu.css",
                "GET /assets/wanhu.js",
                "GET /assets/nowhere.js",
                "GET /open/personal-data",
                "GET /m/000000000000",
                "GET /error",
                "PUT /",
                "POST /report/send",
                "GET //desk",
                "GET /?size=%",
                "GET /public?text=%ff%fe"
            })
    void everyAnswerCarriesTheHeaders(String request) {
        var parts = request.split(" ", 2);
        var answer = wire.send(parts[0], parts[1]);

        assertThat(answer.status()).isLessThan(500);
        assertThat(answer.header("content-security-policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe");
        assertThat(answer.header("x-content-type-options")).isEqualTo("nosniff");
        assertThat(answer.header("referrer-policy")).isNotEmpty();
        assertThat(answer.header("cross-origin-opener-policy")).isEqualTo("same-origin");
        assertThat(answer.header("cross-origin-resource-policy")).isEqualTo("same-origin");
        assertThat(answer.headers()).doesNotContainKeys("server", "x-powered-by");
        assertThat(answer.headers()).doesNotContainKeys("access-control-allow-origin");
    }

    /** Refused before any page of ours is asked: such an answer shows nothing at all. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /\u0001 HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "GET /..;/desk HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /%2e%2e/desk HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /a%00b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
                "GET /[<script>] HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST /report/send HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: nonsense\r\nConnection: close\r\n\r\n"
            })
    void aBrokenRequestIsRefusedWithoutAWordAboutTheServer(String request) {
        var answer = wire.raw(request);

        assertThat(answer.status()).isBetween(400, 501);
        assertThat(answer.body()).doesNotContainIgnoringCase("tomcat", "exception", "<script>");
        assertThat(answer.headers()).doesNotContainKeys("server", "x-powered-by");
    }

    /** What could be two requests to a proxy and one to us, or the other way round (CWE-444). */
    @Test
    void aRequestWithTwoLengthsEndsTheConnection() {
        var answer =
                wire.raw(
                        String.join(
                                "\r\n",
                                "POST /report/send HTTP/1.1",
                                "Host: a",
                                "Content-Length: 4",
                                "Transfer-Encoding: chunked",
                                "",
                                "0",
                                "",
                                "GET /desk HTTP/1.1",
                                "Host: a",
                                "",
                                ""));

        assertThat(answer.status()).isGreaterThanOrEqualTo(400);
        assertThat(answer.body()).doesNotContain("HTTP/1.1 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "OPTIONS", "PUT", "DELETE", "PATCH", "HEAD", "CONNECT", "FOO"})
    void anotherMethodOpensNothing(String method) {
        for (String path : List.of("/desk", "/accounts", "/matters", "/audit", "/keys")) {
            var answer =
                    wire.send(
                            method, path, "X-HTTP-Method-Override: GET", "X-Method-Override: GET");

            assertThat(answer.status()).as(method + " " + path).isBetween(303, 501);
            assertThat(answer.header("location")).matches("|.*/sign-in.*");
        }
    }

    /** A method in a field is a field (S6). */
    @Test
    void aMethodInAFieldIsNotHeard() {
        assertThat(wire.send("POST", "/desk?_method=GET").status()).isEqualTo(403);
    }

    @Test
    void aForgedHostStandsInNoPageAndNoAddress() {
        for (String path : List.of("/", "/desk", "/sign-in", "/report", "/m/000000000000", "/x")) {
            var answer =
                    wire.send(
                            "GET",
                            path,
                            "Host: " + FORGED,
                            "X-Forwarded-Host: " + FORGED,
                            "X-Original-URL: /accounts",
                            "X-Rewrite-URL: /accounts",
                            "Forwarded: host=" + FORGED);

            assertThat(answer.body() + answer.headers()).doesNotContain(FORGED);
            assertThat(answer.status()).isLessThan(500);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/preferences?lang=en%0d%0aSet-Cookie:%20a=b",
                "/sign-in?to=/%0d%0aSet-Cookie:%20a=b",
                "/?said=%0d%0aSet-Cookie:%20a=b",
                "/m/1%0d%0aSet-Cookie:%20a=b",
                "/assets/a%0d%0aSet-Cookie:%20a=b"
            })
    void aLineEndInAnAddressMakesNoHeader(String path) {
        var answer = wire.send("GET", path);

        assertThat(answer.header("set-cookie")).doesNotContain("a=b");
        assertThat(answer.header("location")).doesNotContain("\n");
    }

    @Test
    void aCookieIsOutOfReachOfScriptsAndOfOtherSites() {
        var answer = wire.send("GET", "/sign-in", "Accept: text/html");
        var cookie = answer.header("set-cookie");

        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        assertThat(
                        wire.send(
                                        "GET",
                                        "/sign-in",
                                        "Accept: text/html",
                                        "X-Forwarded-Proto: https")
                                .header("set-cookie"))
                .contains("Secure");
    }
}
