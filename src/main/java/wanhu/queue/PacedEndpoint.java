package wanhu.queue;

import java.time.Duration;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketBufferHandler;

/** Makes each connection one that must keep a pace. */
final class PacedEndpoint extends NioEndpoint {
    private volatile Pace pace = new Pace(Duration.ofSeconds(20), 1024);

    void pace(Pace wanted) {
        pace = wanted;
    }

    @Override
    protected NioChannel createChannel(SocketBufferHandler buffers) {
        return isSSLEnabled() ? super.createChannel(buffers) : new PacedChannel(buffers, pace);
    }
}
