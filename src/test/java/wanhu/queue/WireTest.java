package wanhu.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {
    private static final String PAGE =
            "GET /m/1 HTTP/1.1\r\nHost: a\r\nUpgrade-Insecure-Requests: 1\r\n";

    private final Away away = new Away();
    private final Wire wire = new Crowded(away, "人多", "crowded").wire();

    private String said(String request, boolean last) {
        var told = Objects.requireNonNull(wire.to(request, last));
        return new String(told.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aPageIsWholeAndItsLengthIsTrue() {
        var parts = said(PAGE + "\r\n", false).split("\r\n\r\n", 2);

        assertThat(parts[0])
                .startsWith("HTTP/1.1 503 \r\nRetry-After: 5\r\n")
                .endsWith("Content-Length: " + parts[1].getBytes(StandardCharsets.UTF_8).length);
        assertThat(parts[1]).startsWith("<!doctype html>").contains("人多", "crowded");
        assertThat(away.lately()).isEqualTo(1);
    }

    @Test
    void aPieceOfAPageAndAProgramAreToldInTheirForms() {
        assertThat(said(PAGE + "HX-Request: true\r\n\r\n", false))
                .contains("text/html", "人多")
                .doesNotContain("doctype");
        assertThat(said("GET /api/v1/matters HTTP/1.1\r\nHost: a\r\n\r\n", false))
                .contains("application/problem+json", "\"status\":503");
    }

    @Test
    void theConnectionEndsWhenEitherSideWantsSo() {
        assertThat(said(PAGE + "\r\n", true)).contains("\r\nConnection: close\r\n");
        assertThat(said(PAGE + "Connection: close\r\n\r\n", false))
                .contains("\r\nConnection: close\r\n");
        assertThat(said(PAGE + "Connection: keep-alive\r\n\r\n", false))
                .doesNotContain("Connection");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /a",
                "GET /abc\r\n\r\n",
                "GET / HTTP/1.0\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n",
                "GET /health HTTP/1.1\r\nHost: a\r\n\r\n",
                "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n",
                "POST / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\ncontent-LENGTH: 3\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\nHost: a\n\nGET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/1.1\r\nX: a\rb\r\n\r\n",
                "GET / HTTP/1.0\nX: HTTP/1.1\r\n\r\n"
            })
    void whatIsOtherThanOneRequestForAPageIsReadAsAServerDoes(String request) {
        assertThat(wire.to(request, false)).isNull();
        assertThat(away.lately()).isZero();
    }
}
