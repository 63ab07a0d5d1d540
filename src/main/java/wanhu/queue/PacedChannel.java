package wanhu.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint.NioSocketWrapper;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * A connection that must keep a {@link Pace} in both directions. The server's own time-outs begin
 * anew with each byte, so that one byte a second would keep a place for ever (CWE-400).
 */
final class PacedChannel extends NioChannel {
    private final Patience reading;
    private final Patience writing;

    /** A balancer must hear that the program lives, however full it is. */
    private static final byte[] HEALTH = "GET /health".getBytes(StandardCharsets.US_ASCII);

    private final Memory memory;
    private final byte[] busy;
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicBoolean begun = new AtomicBoolean();
    private boolean asked;
    private boolean answered = true;

    PacedChannel(SocketBufferHandler buffers, Room room) {
        super(buffers);
        memory = room.memory();
        busy = room.busy();
        reading = new Patience(room.pace(), memory);
        writing = new Patience(room.pace(), memory);
    }

    /** The server uses a channel again for another connection; between two it has none. */
    @Override
    public void reset(@Nullable SocketChannel channel, @Nullable NioSocketWrapper socket)
            throws IOException {
        super.reset(channel, socket);
        if (channel != null && open.compareAndSet(false, true)) {
            memory.add(Memory.CONNECTION);
        }
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
            begin(into, count);
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
        end();
        writing.look(System.nanoTime());
        int count = super.write(from);
        writing.passed(count, !from.hasRemaining(), System.nanoTime());
        return count;
    }

    private void begin(ByteBuffer into, int count) throws IOException {
        if (begun.compareAndSet(false, true)) {
            memory.add(Memory.BEGUN);
            boolean full = memory.full() && !health(into, count);
            if (full) {
                super.write(ByteBuffer.wrap(busy));
            }
            if (full || !open.get()) {
                end();
                throw new IOException("no memory for another request");
            }
        }
    }

    private static boolean health(ByteBuffer into, int count) {
        int from = into.position() - count;
        return count >= HEALTH.length
                && into.slice(from, HEALTH.length).equals(ByteBuffer.wrap(HEALTH));
    }

    private void end() {
        if (begun.compareAndSet(true, false)) {
            memory.give(Memory.BEGUN);
        }
    }

    @Override
    public void close() throws IOException {
        if (open.compareAndSet(true, false)) {
            memory.give(Memory.CONNECTION);
        }
        end();
        super.close();
    }
}
