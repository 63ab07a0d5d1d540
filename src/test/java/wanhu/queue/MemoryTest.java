package wanhu.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.Web;

/** On real connections: what is kept for a client is counted, and given back with it. */
@WanhuTest
class MemoryTest {
    private static final int CLIENTS = 40;

    /** Connections that tests before have kept may end just now. */
    private static final int OTHERS = 20 * Memory.CONNECTION;

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String HEAD = "GET / HTTP/1.1\r\nHost: a\r\nX: ";
    private static final String FORM =
            "POST /report/send HTTP/1.1\r\nHost: a\r\nContent-Length: 8000\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\n\r\na=";

    @Autowired Memory memory;
    @Autowired Web web;

    private void counts(String begun, int kilobytes) throws IOException {
        var server = URI.create(web.address());
        var clients = new ArrayList<Socket>();
        int before = memory.taken();
        int all = CLIENTS * kilobytes;
        try {
            for (int each = 0; each < CLIENTS; each++) {
                var client = new Socket(server.getHost(), server.getPort());
                clients.add(client);
                client.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
            }
            soon(taken -> taken >= before + all - OTHERS);
        } finally {
            for (var each : clients) {
                each.close();
            }
        }
        soon(taken -> taken <= before + OTHERS);
    }

    private void soon(IntPredicate wanted) {
        long end = System.nanoTime() + SOON.toNanos();
        while (!wanted.test(memory.taken()) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(memory.taken()).matches(wanted::test, "is what these clients take");
    }

    @Test
    void aHeadThatDoesNotEndIsCountedUntilItsClientHasGone() throws IOException {
        counts(HEAD, Memory.CONNECTION + Memory.BEGUN);
    }

    @Test
    void aFormThatDoesNotComeIsCountedUntilItsClientHasGone() throws IOException {
        counts(FORM, Memory.CONNECTION + Memory.BEGUN + Memory.THREAD);
    }
}
