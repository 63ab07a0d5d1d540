package wanhu.files;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Asks the operator's virus scanner, a clamd at a TCP port, by its INSTREAM protocol: pieces with
 * their length before them, none at the end, one line as the answer (clamd(8)).
 *
 * @param address where it listens
 * @param patience for the connection, the file and the answer together
 */
record Clamd(InetSocketAddress address, Duration patience) {
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int PIECE_BYTES = 1 << 16;
    private static final int ANSWER_BYTES_MAX = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern PLACE = Pattern.compile("([A-Za-z0-9.-]{1,253}):([0-9]{1,5})");
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

    /** What it says of a file. */
    sealed interface Answer {
        /** Nothing was found. */
        record Clean() implements Answer {}

        /** Something was found, and its name. */
        record Infected(String name) implements Answer {}

        /** It does not answer, or refuses: nobody knows. */
        record Unknown() implements Answer {}
    }

    /**
     * The scanner at "host:port".
     *
     * @throws IllegalArgumentException when it is no such address
     */
    static Clamd at(String place) {
        var parts = PLACE.matcher(place.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "Expected wanhu.clamav as host:port, such as 127.0.0.1:3310, but got " + place);
        }
        int port = Integer.parseInt(parts.group(2));
        return new Clamd(new InetSocketAddress(parts.group(1), port), PATIENCE);
    }

    /**
     * Sends a file and reads what the scanner says. One time for all of it: a scanner that takes
     * nothing in would hold the sender as long as one that says nothing.
     */
    Answer scan(InputStream file) {
        var late = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
        try (var socket = new Socket()) {
            var end = CompletableFuture.runAsync(() -> hangUp(socket), late);
            try {
                socket.connect(address, Math.toIntExact(patience.toMillis()));
                send(file, new DataOutputStream(socket.getOutputStream()));
                return answer(socket.getInputStream().readNBytes(ANSWER_BYTES_MAX));
            } finally {
                end.cancel(false);
            }
        } catch (IOException _) {
            return new Answer.Unknown();
        }
    }

    private static void hangUp(Socket socket) {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void send(InputStream file, DataOutputStream out) throws IOException {
        out.write(COMMAND);
        var piece = new byte[PIECE_BYTES];
        for (int read = file.read(piece); read > 0; read = file.read(piece)) {
            out.writeInt(read);
            out.write(piece, 0, read);
        }
        out.writeInt(0);
        out.flush();
    }

    private static Answer answer(byte[] said) {
        var line = new String(said, StandardCharsets.UTF_8).replace("\0", "").strip();
        if (line.equals("stream: OK")) {
            return new Answer.Clean();
        }
        var found = FOUND.matcher(line);
        return found.matches() ? new Answer.Infected(found.group(1)) : new Answer.Unknown();
    }
}
