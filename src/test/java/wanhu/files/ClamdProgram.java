package wanhu.files;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real clamd with one signature of its own, because there are no others without a download: the
 * text of EICAR, anywhere in a file or in what is packed into it.
 */
final class ClamdProgram implements AutoCloseable {
    static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final List<Path> PLACES =
            List.of(Path.of("/usr/sbin/clamd"), Path.of("/usr/bin/clamd"));
    private static final String READY = "MaxQueue set to";

    private final Path program;
    private final Path settings;
    private final int port = freePort();
    private @Nullable Process process;

    /** Starts it. The test counts as skipped, aloud, when it is not installed. */
    ClamdProgram(Path folder, String... more) throws IOException {
        var found = PLACES.stream().filter(Files::isExecutable).findFirst();
        Assumptions.assumeTrue(found.isPresent(), "clamd is absent: install clamav-daemon");
        program = found.orElseThrow();
        var database = Files.createDirectories(folder.resolve("database"));
        var signature = HexFormat.of().formatHex(EICAR.getBytes(StandardCharsets.US_ASCII));
        Files.writeString(database.resolve("house.ndb"), "House.Eicar:0:*:" + signature + "\n");
        settings = folder.resolve("clamd.conf");
        Files.writeString(
                settings,
                """
                Foreground yes
                LogVerbose yes
                TCPSocket %d
                TCPAddr 127.0.0.1
                DatabaseDirectory %s
                TemporaryDirectory %s
                %s
                """
                        .formatted(port, database, folder, String.join("\n", more)));
        start();
    }

    String place() {
        return "127.0.0.1:" + port;
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Starts it and waits until it listens. */
    void start() throws IOException {
        var started =
                new ProcessBuilder(program.toString(), "-c", settings.toString())
                        .redirectErrorStream(true)
                        .start();
        process = started;
        var lines = started.inputReader(StandardCharsets.UTF_8);
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(READY)) {
                Thread.ofPlatform().daemon().start(() -> listen(lines));
                return;
            }
        }
        throw new IllegalStateException("Expected clamd to listen but it ended");
    }

    /** So that it is never held up by what it says. */
    private static void listen(BufferedReader lines) {
        lines.lines().forEach(_ -> {});
    }

    /** Stops it in mid-work (SIGSTOP): its port still takes connections. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** Lets it go on where it was. */
    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String which) throws IOException, InterruptedException {
        var pid = Long.toString(Objects.requireNonNull(process).pid());
        new ProcessBuilder("kill", which, pid).start().waitFor();
    }

    /** kill -9 */
    void kill() {
        var running = Objects.requireNonNull(process);
        running.destroyForcibly();
        running.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
