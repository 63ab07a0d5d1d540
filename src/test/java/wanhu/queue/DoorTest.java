package wanhu.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.Web;

/** On real connections, while as many wait as may. */
@WanhuTest
class DoorTest {
    private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final String HEALTH = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    private static final Duration SOON = Duration.ofSeconds(1);

    @Autowired Waiting waiting;
    @Autowired Memory memory;
    @Autowired Web web;

    private Socket socket = new Socket();
    private InputStream in = InputStream.nullInputStream();

    @BeforeEach
    void manyWait() throws IOException {
        var server = URI.create(web.address());
        socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream());
        for (int each = 0; each < Waiting.MOST; each++) {
            waiting.begins();
        }
    }

    @AfterEach
    void over() throws IOException {
        noMore();
        socket.close();
    }

    private void noMore() {
        while (waiting.tooMany()) {
            for (int each = 0; each < Waiting.MOST; each++) {
                waiting.over();
            }
        }
    }

    private void send(String request) throws IOException {
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int sign = in.read(); sign >= 0 && sign != '\n'; sign = in.read()) {
            line.append((char) sign);
        }
        return line.toString().strip();
    }

    /** Head and body of the next answer; pages that come in pieces are not read to their end. */
    private List<String> answer() throws IOException {
        var all = new ArrayList<String>();
        int length = 0;
        for (var line = line(); !line.isEmpty(); line = line()) {
            all.add(line);
            var found = LENGTH.matcher(line);
            length = found.matches() ? Integer.parseInt(found.group(1)) : length;
        }
        all.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        return all;
    }

    private List<String> answer(String request) throws IOException {
        send(request);
        return answer();
    }

    private void sentAway(List<String> answer) {
        assertThat(answer.getFirst()).isEqualTo("HTTP/1.1 503");
        assertThat(answer).contains("Retry-After: 5");
    }

    @Test
    void whoIsToldToComeLaterKeepsTheConnectionAndIsServedWhenThereIsRoom() throws IOException {
        for (int each = 0; each < 3; each++) {
            var answer = answer(GET);
            sentAway(answer);
            assertThat(answer)
                    .contains("Content-Type: text/html;charset=UTF-8")
                    .doesNotContain("Connection: close");
        }
        noMore();
        assertThat(answer(GET).getFirst()).isEqualTo("HTTP/1.1 200");
    }

    @Test
    void aProgramIsToldSoAsAProblem() throws IOException {
        assertThat(answer("GET /api/v1/matters HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains("Content-Type: application/problem+json");
    }

    @Test
    void whoWantsToHangUpIsHungUpOn() throws IOException {
        sentAway(answer("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"));
        assertThat(in.read()).isNegative();
    }

    @Test
    void aBalancerHearsThatTheProgramLives() throws IOException {
        assertThat(answer(HEALTH).getFirst()).isEqualTo("HTTP/1.1 200");
    }

    @Test
    void aHeadInTwoPiecesIsHeardToItsEnd() throws IOException {
        send("GET /health HT");
        pause();
        send("TP/1.1\r\nHost: a\r\n\r\n");
        assertThat(answer().getFirst()).isEqualTo("HTTP/1.1 200");
    }

    @Test
    void aLargeHeadIsReadWhole() throws IOException {
        var large = "X: " + "a".repeat(5_000);
        assertThat(answer("GET /health HTTP/1.1\r\nHost: a\r\n" + large + "\r\n\r\n").getFirst())
                .isEqualTo("HTTP/1.1 200");
        assertThat(answer(HEALTH).getFirst()).isEqualTo("HTTP/1.1 200");
    }

    @Test
    void twoAtOnceHearTwoAnswers() throws IOException {
        send(HEALTH + HEALTH);
        assertThat(answer().getFirst()).isEqualTo("HTTP/1.1 200");
        assertThat(answer().getFirst()).isEqualTo("HTTP/1.1 200");
    }

    @Test
    void whatComesBehindAHeadIsNoOtherRequest() throws IOException {
        var body = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n";
        send("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: " + body.length() + "\r\n\r\n");
        pause();
        send(body);
        sentAway(answer());
        assertThat(in.read()).isNegative();
    }

    @Test
    void aFormIsHeardToItsEndAndToldSo() throws IOException {
        var form =
                "POST /report/send HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n"
                        + "Content-Type: application/x-www-form-urlencoded\r\n\r\na=b";
        sentAway(answer(form));
    }

    /** The first part is read before the rest comes; on a busy machine both together, as well. */
    private void pause() {
        int before = memory.taken();
        long end = System.nanoTime() + SOON.toNanos();
        while (memory.taken() < before + Memory.BEGUN && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }
}
