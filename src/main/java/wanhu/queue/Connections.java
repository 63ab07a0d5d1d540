package wanhu.queue;

import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import wanhu.base.TemporaryFiles;

/**
 * Each connection has a thread of its own that costs next to nothing while it waits for its client;
 * what a request asks for is done in turn ({@link Turns}).
 */
@Configuration(proxyBeanMethods = false)
class Connections {
    /** What a client may leave unread before our writing waits for it: more than any page. */
    private static final String UNREAD_BYTES = "212992";

    /**
     * What a connection keeps of its own while it waits for its next request, in each direction.
     */
    private static final String IN_BYTES = "1024";

    private static final String OUT_BYTES = "2048";

    private static final int PACE_BYTES_A_SECOND = 1024;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> paced(
            @Value("${wanhu.slow-window:PT20S}") Duration window,
            Memory memory,
            Waiting waiting,
            Crowded crowded) {
        var pace = new Pace(window, PACE_BYTES_A_SECOND);
        var room = new Room(pace, memory, waiting, crowded.wire());
        return factory -> {
            factory.setProtocol(PacedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> pace(connector, room));
            // What a forward has answered is still held, and sent later.
            factory.addContextCustomizers(
                    context -> context.setSuspendWrappedResponseAfterForward(false));
        };
    }

    /** What comes with a request, and is too large for memory, lies there as it comes. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> uploads(TemporaryFiles temporary) {
        return factory -> {
            factory.setBaseDirectory(temporary.folder("web").toFile());
            factory.setDocumentRoot(temporary.folder("empty").toFile());
        };
    }

    private static void pace(Connector connector, Room room) {
        if (connector.getProtocolHandler() instanceof PacedProtocol paced) {
            paced.in(room);
            paced.setExecutor(room.waiting().counted(new VirtualThreadExecutor("http-")));
            paced.setProperty("socket.txBufSize", UNREAD_BYTES);
            paced.setProperty("socket.appReadBufSize", IN_BYTES);
            paced.setProperty("socket.appWriteBufSize", OUT_BYTES);
        }
    }
}
