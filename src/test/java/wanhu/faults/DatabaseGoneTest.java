package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL goes while the product runs. */
class DatabaseGoneTest {
    @TempDir private Path data;

    private final HttpClient reader = HttpClient.newHttpClient();

    /** Its programs are moved away, so that it cannot be started again before they are back. */
    @Test
    void everybodyIsToldToComeAgainAndItRecoversByItself() throws Exception {
        try (var product = new Product(data, "--wanhu.tick=PT1S")) {
            product.start();
            assertThat(get(product, "/", "*/*").statusCode()).isEqualTo(200);
            var postgres = program();
            var aside = postgres.resolveSibling("postgres.aside");
            Files.move(postgres, aside);
            product.killPostmaster();

            var asked = ask(product, "/", "text/html", "none=none");
            var machine = ask(product, "/", "application/json", "none=none");
            var signedIn = ask(product, "/desk", "text/html", "wanhu=MTIz");
            var page = asked.join();
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.headers().firstValue("Retry-After")).contains("5");
            assertThat(page.headers().firstValue("Content-Security-Policy")).isPresent();
            assertThat(page.body()).contains("系统暂时不能用", "<html").doesNotContain("Exception");
            assertThat(machine.join().body()).contains("urn:wanhu:away");
            assertThat(signedIn.join().statusCode()).isEqualTo(503);

            Files.move(aside, postgres);
            assertThat(untilItAnswers(product)).isEqualTo(200);
            assertThat(product.bugs()).isEmpty();
            assertThat(product.traces()).isEmpty();
            product.stop();
            assertThat(product.left()).isEmpty();
        }
    }

    private Path program() throws Exception {
        try (var files = Files.walk(data)) {
            return files.filter(file -> file.endsWith("bin/postgres")).findFirst().orElseThrow();
        }
    }

    /** Each attempt waits for the database as long as any page does. */
    private int untilItAnswers(Product product) {
        int status = 503;
        for (int attempt = 0; status == 503 && attempt < 12; attempt++) {
            status = get(product, "/", "text/html").statusCode();
        }
        return status;
    }

    private HttpResponse<String> get(Product product, String path, String accept) {
        return ask(product, path, accept, "none=none").join();
    }

    /** Asked at once: each waits for the database by itself. */
    private CompletableFuture<HttpResponse<String>> ask(
            Product product, String path, String accept, String cookie) {
        var request =
                HttpRequest.newBuilder(URI.create(product.address() + path))
                        .header("Accept", accept)
                        .header("Cookie", cookie)
                        .build();
        return reader.sendAsync(request, BodyHandlers.ofString());
    }
}
