package wanhu.queue;

import java.time.Duration;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Makes each connection one that must keep a pace. */
final class PacedEndpoint extends NioEndpoint {
    private volatile Room room =
            new Room(new Pace(Duration.ofSeconds(20), 1024), new Memory(), new byte[0]);

    void in(Room shared) {
        room = shared;
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
