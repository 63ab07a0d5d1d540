package wanhu.queue;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is said to whoever comes while too many wait, as it goes over the wire: to a request that is
 * whole and asks for a page, without a thread for it and without reading it as a server does. The
 * connection is kept: to make a new one costs both sides more than the answer.
 */
final class Wire {
    private static final String ASKS = "GET ";
    private static final String HEALTH = "GET /health";
    private static final String PROGRAMS = "GET /api/";
    private static final String VERSION = " http/1.1";
    private static final String LINE_END = "\r\n";
    private static final String END = "\r\n\r\n";

    /** A body may come with it: where it ends all must agree (CWE-444). */
    private static final List<String> MORE =
            List.of("content-length", "transfer-encoding", "expect:");

    private final Away away;
    private final Both page;
    private final Both piece;
    private final Both problem;

    /** Kept and ended. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Both(byte[] kept, byte[] ended) {}

    /**
     * An answer.
     *
     * @param last whether the connection ends with it
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Told(byte[] bytes, boolean last) {}

    Wire(Away away, Crowded.Said page, Crowded.Said piece, Crowded.Said problem) {
        this.away = away;
        this.page = both(page);
        this.piece = both(piece);
        this.problem = both(problem);
    }

    private static Both both(Crowded.Said said) {
        return new Both(whole(said, ""), whole(said, "Connection: close\r\n"));
    }

    private static byte[] whole(Crowded.Said said, String more) {
        var head =
                """
                HTTP/1.1 503\s
                Retry-After: %s
                Cache-Control: no-store
                Content-Type: %s
                Content-Length: %d
                """
                        .formatted(Crowded.AGAIN_SECONDS, said.type(), said.bytes().length)
                        .replace("\n", "\r\n");
        var bytes = (head + more + "\r\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(bytes.length + said.bytes().length)
                .put(bytes)
                .put(said.bytes())
                .array();
    }

    /** For a connection at which no request may begin and which ends with it. */
    byte[] last() {
        away.add();
        return page.ended;
    }

    /** Whether this asks whether the program lives. */
    static boolean health(String request) {
        return request.startsWith(HEALTH);
    }

    /**
     * What is said to a request; null when it is more, or less, or other than one request for a
     * page, and must be read as a server does.
     *
     * @param last whether the connection ends with it
     */
    @Nullable Told to(String request, boolean last) {
        if (!request.startsWith(ASKS) || health(request) || !request.endsWith(END)) {
            return null;
        }
        var head = request.toLowerCase(Locale.ROOT);
        boolean oneHead = head.indexOf(END) == head.length() - END.length();
        if (!oneHead || !plainLines(head) || MORE.stream().anyMatch(head::contains)) {
            return null;
        }
        var fit = fit(request, head);
        away.add();
        boolean ends = last || head.contains("\nconnection: close");
        return new Told(ends ? fit.ended : fit.kept, ends);
    }

    /** Its first line says the version, and no line ends otherwise than all others. */
    private static boolean plainLines(String head) {
        var lines = head.replace(LINE_END, "");
        return head.startsWith(VERSION, head.indexOf(LINE_END) - VERSION.length())
                && lines.indexOf('\n') < 0
                && lines.indexOf('\r') < 0;
    }

    private Both fit(String request, String head) {
        if (request.startsWith(PROGRAMS)) {
            return problem;
        }
        return head.contains("\nhx-request:") ? piece : page;
    }
}
