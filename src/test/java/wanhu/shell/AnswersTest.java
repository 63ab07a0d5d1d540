package wanhu.shell;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.Web;

/** What stands in the headers, and the answers that are no pages. */
@WanhuTest
class AnswersTest {
    @Autowired private Web web;

    @Test
    void letsNothingRunThatDoesNotComeFromUs() throws Exception {
        var policy = get("/").headers().firstValue("Content-Security-Policy").orElseThrow();

        assertThat(policy)
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void keepsAFileForEverUnderTheHashOfItsContent() throws Exception {
        var href = asset("wanhu.css");

        var current = get(href, "Accept-Encoding", "gzip");
        var stale = get(href.replaceFirst("/assets/\\w+/", "/assets/000000000000/"));

        assertThat(current.headers().firstValue("Cache-Control").orElseThrow())
                .contains("max-age=31536000", "immutable");
        assertThat(current.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(stale.headers().firstValue("Cache-Control")).contains("no-cache");
        assertThat(stale.headers().firstValue("Content-Encoding")).isEmpty();
    }

    @Test
    void weighsLittleAtTheFirstVisit() throws Exception {
        int bytes = get("/", "Accept-Encoding", "gzip").body().length;
        for (var name : new String[] {"wanhu.css", "wanhu.js", "seal.svg"}) {
            bytes += get(asset(name), "Accept-Encoding", "gzip").body().length;
        }

        assertThat(bytes).isLessThan(30_000);
    }

    @Test
    void answersAProgramInItsLanguage() throws Exception {
        var no = get("/sign-in/nowhere", "Accept", "application/json");

        assertThat(no.statusCode()).isEqualTo(404);
        assertThat(no.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("application/problem+json");
        assertThat(new String(no.body(), UTF_8)).contains("\"type\":\"urn:wanhu:missing\"", "没有找到");
    }

    @Test
    void saysWhenToComeAgainWhereverItSaysNotNow() {
        assertThat(ComeAgain.in(503)).contains("5");
        assertThat(ComeAgain.in(409)).isEmpty();
    }

    @Test
    void answersAPieceOfAPageWithAPiece() throws Exception {
        var no = get("/sign-in/nowhere", "HX-Request", "true");

        assertThat(new String(no.body(), UTF_8)).contains("role=\"alert\"").doesNotContain("<html");
    }

    @Test
    void givesBackWhatWasWrittenOnAPageThatHadBecomeStale() throws Exception {
        var no = post("/sign-in", "same-origin", "login=chenxiulan&password=geheim");

        assertThat(no.statusCode()).isEqualTo(403);
        assertThat(new String(no.body(), UTF_8))
                .contains("页面停留太久", "name=\"login\" value=\"chenxiulan\"", "name=\"_csrf\"")
                .doesNotContain("geheim");
    }

    @Test
    void givesNothingBackThatAForeignPageWrote() throws Exception {
        assertThat(new String(post("/sign-in", "none", "login=x1y2z3").body(), UTF_8))
                .doesNotContain("x1y2z3");
    }

    private String asset(String name) throws Exception {
        var page = new String(get("/").body(), UTF_8);
        var link = Pattern.compile("/assets/\\w+/" + Pattern.quote(name)).matcher(page);
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private HttpResponse<byte[]> post(String path, String site, String form)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(web.address() + path))
                        .header("Sec-Fetch-Site", site)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private HttpResponse<byte[]> get(String path, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(web.address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        }
    }
}
