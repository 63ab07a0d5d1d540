package wanhu.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.mock.web.MockMultipartHttpServletRequest;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Refused;
import wanhu.base.Vital;

/** What is uploaded is shown to a clamd, here one that speaks its protocol and knows EICAR. */
class UploadScanTest {
    private final Recorded record = new Recorded();
    private Daemon daemon;

    @BeforeEach
    void listens() throws IOException {
        daemon = new Daemon();
    }

    @AfterEach
    void goesAway() {
        daemon.close();
    }

    private void send(byte[] content) {
        send(content, "127.0.0.1:" + daemon.port());
    }

    private void send(byte[] content, String place) {
        send(content, new UploadScan(place, record));
    }

    private void send(byte[] content, UploadScan scan) {
        var request = new MockMultipartHttpServletRequest();
        request.addFile(new MockMultipartFile("file", "x.jpg", "image/jpeg", content));
        scan.preHandle(request, new MockHttpServletResponse(), this);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void whatIsCleanGoesOn() {
        assertThatCode(() -> send(new byte[300_000])).doesNotThrowAnyException();

        assertThat(daemon.sizes).containsExactly(300_000);
        assertThat(record.acts).isEmpty();
    }

    @Test
    void eicarIsRefusedInASentenceAndRecorded() {
        assertThatThrownBy(() -> send(bytes(ClamdProgram.EICAR)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.word()).isEqualTo("files.refused.infected"));

        assertThat(record.acts)
                .singleElement()
                .satisfies(act -> assertThat(act.object()).isEqualTo("Eicar-Test-Signature"));
    }

    @Test
    void withoutTheScannerNothingIsTakenIn() {
        assertThatThrownBy(() -> send(bytes("hello"), "127.0.0.1:1"))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.kind()).isEqualTo(Refused.Kind.BUSY));
    }

    @Test
    void whatWasSentBackUnseenIsCountedUntilTheScannerLooksAgain() {
        var scan = new UploadScan("127.0.0.1:" + daemon.port(), record);
        daemon.says = "INSTREAM size limit exceeded. ERROR";
        assertThatThrownBy(() -> send(bytes("hello"), scan)).isInstanceOf(Refused.class);

        assertThat(scan.vitals())
                .singleElement()
                .returns(1.0, Vital::value)
                .returns(Vital.State.WATCH, Vital::state);

        daemon.says = "";
        send(bytes("hello"), scan);

        assertThat(scan.vitals()).singleElement().returns(Vital.State.GOOD, Vital::state);
        assertThat(new UploadScan("", record).vitals()).isEmpty();
    }

    @Test
    void anAnswerThatIsNoneIsNoPermission() {
        daemon.says = "INSTREAM size limit exceeded. ERROR";

        assertThatThrownBy(() -> send(bytes("hello")))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.kind()).isEqualTo(Refused.Kind.BUSY));
    }

    @Test
    void aScannerThatIsSilentIsNotWaitedForWithoutEnd() {
        daemon.silent = true;
        var clamd = new Clamd(daemon.address(), Duration.ofMillis(100));

        var answer = clamd.scan(new ByteArrayInputStream(bytes("hello")));

        assertThat(answer).isInstanceOf(Clamd.Answer.Unknown.class);
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aScannerThatReadsNothingIsNotWaitedForWithoutEnd() {
        daemon.deaf = true;
        var clamd = new Clamd(daemon.address(), Duration.ofMillis(100));

        var answer = clamd.scan(new ByteArrayInputStream(new byte[32 << 20]));

        assertThat(answer).isInstanceOf(Clamd.Answer.Unknown.class);
    }

    @Test
    void anAddressThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> new UploadScan("clamd", record))
                .hasMessageContaining("Expected wanhu.clamav as host:port");
    }

    @Test
    void unsetItAsksNobody() {
        var request = new MockMultipartHttpServletRequest();
        request.addFile(new MockMultipartFile("file", bytes(ClamdProgram.EICAR)));

        assertThat(
                        new UploadScan("", record)
                                .preHandle(request, new MockHttpServletResponse(), this))
                .isTrue();
    }

    /** A clamd as far as the protocol goes: INSTREAM, pieces with their length, one line. */
    private static final class Daemon implements AutoCloseable {
        private final ServerSocket server =
                new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final List<Integer> sizes = new ArrayList<>();
        private volatile String says = "";
        private volatile boolean silent;
        private volatile boolean deaf;

        Daemon() throws IOException {
            Thread.ofVirtual().start(this::serve);
        }

        int port() {
            return server.getLocalPort();
        }

        InetSocketAddress address() {
            return new InetSocketAddress(server.getInetAddress(), port());
        }

        private void serve() {
            while (!server.isClosed()) {
                try {
                    var socket = server.accept();
                    Thread.ofVirtual().start(() -> answer(socket));
                } catch (IOException _) {
                    return;
                }
            }
        }

        private void answer(Socket socket) {
            if (deaf) {
                return;
            }
            try (var input = new DataInputStream(socket.getInputStream())) {
                var command = new String(input.readNBytes(10), StandardCharsets.US_ASCII);
                var file = new ByteArrayOutputStream();
                for (int size = input.readInt(); size > 0; size = input.readInt()) {
                    file.write(input.readNBytes(size));
                }
                if (silent) {
                    input.readNBytes(1);
                    return;
                }
                sizes.add(file.size());
                boolean found = file.toString(StandardCharsets.US_ASCII).contains("EICAR");
                var line = found ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
                var said = command.equals("zINSTREAM\0") && says.isEmpty() ? line : says;
                socket.getOutputStream().write(bytes(said + "\0"));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    /** Keeps what is recorded. */
    private static final class Recorded implements Audit {
        private final List<Act> acts = new ArrayList<>();

        @Override
        public UUID record(Actor actor, Act act) {
            acts.add(act);
            return new UUID(0, 0);
        }

        @Override
        public void record(int county, UUID person, Act act) {
            acts.add(act);
        }

        @Override
        public void during(Actor actor, Act act, Runnable work) {
            work.run();
        }

        @Override
        public void record(int county, Act act) {
            acts.add(act);
        }
    }
}
