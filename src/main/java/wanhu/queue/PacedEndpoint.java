package wanhu.queue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Makes each connection one that must keep a pace, and sends away at the door who comes too many.
 */
final class PacedEndpoint extends NioEndpoint {
    /** So much of a request is looked at before a thread is at work for it. */
    private static final int LOOKED_AT_BYTES = 8 * 1024;

    /**
     * From here on a connection that is told to come later ends with it: those that wait for their
     * next request would keep the door shut for all who come anew.
     */
    private static final double FULL_SHARE = 0.9;

    private final ByteBuffer looked = ByteBuffer.allocateDirect(LOOKED_AT_BYTES);
    private volatile Room room =
            new Room(
                    new Pace(Duration.ofSeconds(20), 1024),
                    new Memory(),
                    new Waiting(),
                    new Crowded(new Away(), "", "").wire());

    void in(Room shared) {
        room = shared;
    }

    /**
     * The thread that waits for what all clients send comes here with each request. Behind this
     * door a crowd that is sent away takes the processors from those who are served.
     */
    @Override
    public boolean processSocket(
            SocketWrapperBase<NioChannel> socket, SocketEvent event, boolean dispatch) {
        boolean comes = dispatch && event == SocketEvent.OPEN_READ && room.crowded();
        return (comes && toldToComeLater(socket)) || super.processSocket(socket, event, dispatch);
    }

    /** Only between two requests, when nobody is at work for this connection. */
    private boolean toldToComeLater(SocketWrapperBase<NioChannel> socket) {
        if (!socket.getLock().tryLock()) {
            return false;
        }
        try {
            return socket.getCurrentProcessor() == null
                    && socket.getSocket() instanceof PacedChannel channel
                    && socket instanceof NioSocketWrapper wrapper
                    && toldToComeLater(channel, wrapper);
        } finally {
            socket.getLock().unlock();
        }
    }

    private boolean toldToComeLater(PacedChannel channel, NioSocketWrapper socket) {
        boolean last = isPaused() || getConnectionCount() > FULL_SHARE * getMaxConnections();
        try {
            synchronized (looked) {
                if (!channel.toldToComeLater(looked.clear(), last)) {
                    return false;
                }
            }
        } catch (IOException _) {
            socket.close();
            return true;
        }
        socket.updateLastRead();
        socket.registerReadInterest();
        return true;
    }

    /** As long as a thread is at a connection, it keeps what parses and answers its requests. */
    @Override
    protected SocketProcessorBase<NioChannel> createSocketProcessor(
            SocketWrapperBase<NioChannel> socket, SocketEvent event) {
        return new SocketProcessor(socket, event) {
            @Override
            protected void doRun() {
                var memory = room.memory();
                memory.add(Memory.THREAD);
                try {
                    super.doRun();
                } finally {
                    memory.give(Memory.THREAD);
                }
            }
        };
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return isSSLEnabled() ? super.createChannel(buffers) : new PacedChannel(buffers, room);
    }
}
