package wanhu.faults;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One kept connection of a client that costs next to nothing itself. */
final class Line implements AutoCloseable {
    private static final int BLOCK_BYTES = 1 << 11;
    private static final int CONNECT_MILLIS = 15_000;
    private static final int ANSWER_MILLIS = 30_000;

    private final Socket socket = new Socket();
    private final InputStream in;
    private boolean ended;
    private boolean heard;
    private boolean later;

    /** Connects to a port of this machine. */
    Line(int port) throws IOException {
        try {
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.setTcpNoDelay(true);
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            in = new BufferedInputStream(socket.getInputStream(), BLOCK_BYTES);
        } catch (IOException none) {
            socket.close();
            throw none;
        }
    }

    /**
     * Reads a page to its end.
     *
     * @param headers further lines, each with its end
     * @return its status
     */
    int get(String path, String headers) throws IOException {
        heard = false;
        later = false;
        var request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        var status = line();
        heard = true;
        long length = 0;
        boolean chunked = false;
        for (var line = line(); !line.isEmpty(); line = line()) {
            var header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
            }
            chunked |= header.startsWith("transfer-encoding:");
            ended |= header.equals("connection: close");
            later |= header.startsWith("retry-after:");
        }
        if (chunked) {
            chunks();
        } else {
            in.skipNBytes(length);
        }
        return Integer.parseInt(status.split(" ", 3)[1]);
    }

    /** Ends it, whatever has become of it. */
    void drop() {
        try {
            socket.close();
        } catch (IOException _) {
            ended = true;
        }
    }

    /** Whether the other side will hear no more. */
    boolean ended() {
        return ended;
    }

    /** Whether anything came for the last request. */
    boolean heard() {
        return heard;
    }

    /** Whether the last answer said when to come again. */
    boolean later() {
        return later;
    }

    private void chunks() throws IOException {
        for (int size = size(); size > 0; size = size()) {
            in.skipNBytes(size + 2L);
        }
        line();
    }

    private int size() throws IOException {
        return Integer.parseInt(line().strip(), 16);
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (int sign = in.read(); sign != '\n'; sign = in.read()) {
            if (sign < 0) {
                throw new EOFException("hung up");
            }
            line.append((char) sign);
        }
        return line.toString().stripTrailing();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
