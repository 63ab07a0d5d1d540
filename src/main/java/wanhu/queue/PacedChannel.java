package wanhu.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;

/**
 * A connection that must keep a {@link Pace} in both directions. The server's own time-outs begin
 * anew with each byte, so that one byte a second would keep a place for ever (CWE-400).
 */
final class PacedChannel extends NioChannel {
    private final Patience reading;
    private final Patience writing;
    private boolean asked;
    private boolean answered = true;

    PacedChannel(SocketBufferHandler buffers, Pace pace) {
        super(buffers);
        reading = new Patience(pace);
        writing = new Patience(pace);
    }

    /** The server uses a channel again for another connection. */
    @Override
    public void reset(SocketChannel channel, NioSocketWrapper socket) throws IOException {
        super.reset(channel, socket);
        reading.begin();
        writing.begin();
        asked = false;
        answered = true;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!answered) {
            reading.look(System.nanoTime());
        }
        int count = super.read(into);
        if (count > 0 && answered) {
            reading.begin();
            answered = false;
            asked = true;
        }
        if (count >= 0 && !answered) {
            reading.passed(count, count > 0, System.nanoTime());
        }
        return count;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        if (asked) {
            writing.begin();
            asked = false;
        }
        answered = true;
        writing.look(System.nanoTime());
        int count = super.write(from);
        writing.passed(count, !from.hasRemaining(), System.nanoTime());
        return count;
    }
}
