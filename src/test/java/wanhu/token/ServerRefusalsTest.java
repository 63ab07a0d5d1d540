package wanhu.token;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.Web;

/** Addresses that the server itself refuses, before any route is asked. */
@WanhuTest
class ServerRefusalsTest {
    @Autowired Web web;

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/%zz", "/api/v1/matters/%00", "/api/v1/a%2fb", "/api/v1/../..%2f"})
    void programsAreToldInTheFormOfEveryOtherNo(String path) throws IOException {
        assertThat(said(path))
                .startsWith("HTTP/1.1 4")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("\"status\":4", "\"errors\":[")
                .doesNotContain("<", "Tomcat");
    }

    private String said(String path) throws IOException {
        var server = URI.create(web.address());
        try (var socket = new Socket(server.getHost(), server.getPort())) {
            socket.getOutputStream()
                    .write(
                            "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                                    .formatted(path)
                                    .getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }
}
