package wanhu.queue;

import java.io.IOException;
import java.net.StandardSocketOptions;
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

    private static final int REST_BYTES = 4 * 1024;

    /** As much as anybody sends who asks for a page; what comes behind it is not waited for. */
    private static final int REST_TIMES_MAX = 16;

    private final Pace pace;
    private final Memory memory;
    private final Wire wire;
    private final AtomicBoolean open = new AtomicBoolean();
    private final AtomicBoolean begun = new AtomicBoolean();
    private boolean asked;
    private boolean answered = true;
    private boolean unsent;

    /** What was looked at and is still to be read. */
    private @Nullable ByteBuffer early;

    PacedChannel(SocketBufferHandler buffers, Room room) {
        super(buffers);
        pace = room.pace();
        memory = room.memory();
        wire = room.wire();
        reading = new Patience(pace, memory);
        writing = new Patience(pace, memory);
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
        unsent = false;
        early = null;
    }

    /**
     * Tells a client that asks for a page to come later. What is no such request, or not whole, is
     * left to be read as always.
     *
     * @param looked room for what it sent
     * @param last whether the connection ends with it
     * @throws IOException when it has ended
     */
    boolean toldToComeLater(ByteBuffer looked, boolean last) throws IOException {
        if (!answered || early != null || super.read(looked) <= 0) {
            return false;
        }
        looked.flip();
        var request = StandardCharsets.ISO_8859_1.decode(looked).toString();
        var told = wire.to(request, last);
        if (told == null) {
            early = ByteBuffer.wrap(request.getBytes(StandardCharsets.ISO_8859_1));
            return false;
        }
        var answer = ByteBuffer.wrap(told.bytes());
        super.write(answer);
        if (told.last() || answer.hasRemaining()) {
            throw new IOException("told to come later");
        }
        return true;
    }

    private int next(ByteBuffer into) throws IOException {
        var from = early;
        if (from == null) {
            return super.read(into);
        }
        int count = Math.min(from.remaining(), into.remaining());
        into.put(from.slice().limit(count));
        from.position(from.position() + count);
        early = from.hasRemaining() ? from : null;
        return count;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!answered) {
            reading.look(System.nanoTime());
        }
        int count = next(into);
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
        unsent = from.hasRemaining();
        if (unsent) {
            waits();
        }
        return count;
    }

    /** The server would wait its own time for somebody who reads nothing, and we look no sooner. */
    private void waits() {
        var socket = socketWrapper;
        if (socket != null) {
            socket.setWriteTimeout(pace.window(memory.scarce()).toMillis());
        }
    }

    private void begin(ByteBuffer into, int count) throws IOException {
        if (begun.compareAndSet(false, true)) {
            memory.add(Memory.BEGUN);
            boolean full = memory.full() && !health(into, count);
            if (full) {
                super.write(ByteBuffer.wrap(wire.last()));
                forgetRest();
            }
            if (full || !open.get()) {
                end();
                throw new IOException("no memory for another request");
            }
        }
    }

    private static boolean health(ByteBuffer into, int count) {
        var begun = into.slice(into.position() - count, count);
        return Wire.health(StandardCharsets.ISO_8859_1.decode(begun).toString());
    }

    /** Who hangs up on what he has not read takes back his last word (RFC 9293, section 3.10.4). */
    private void forgetRest() throws IOException {
        early = null;
        var rest = ByteBuffer.allocate(REST_BYTES);
        for (int each = 0; each < REST_TIMES_MAX; each++) {
            if (super.read(rest.clear()) < REST_BYTES) {
                return;
            }
        }
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
        early = null;
        if (unsent) {
            takeBack();
        }
        super.close();
    }

    /**
     * What nobody reads stays in the machine's memory for minutes after we have hung up, unless it
     * is taken back (RFC 9293, section 3.10.5).
     */
    private void takeBack() {
        try {
            getIOChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException _) {
            unsent = false;
        }
    }
}
