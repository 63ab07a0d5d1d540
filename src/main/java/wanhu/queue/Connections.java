package wanhu.queue;

import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Each connection has a thread of its own that costs next to nothing while it waits for its client;
 * what a request asks for is done in turn ({@link Turns}).
 */
@Configuration(proxyBeanMethods = false)
class Connections {
    /** What a client may leave unread before our writing waits for it: more than any page. */
    private static final String UNREAD_BYTES = "212992";

    private static final int PACE_BYTES_A_SECOND = 1024;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> paced(
            @Value("${wanhu.slow-window:PT20S}") Duration window) {
        var pace = new Pace(window, PACE_BYTES_A_SECOND);
        return factory -> {
            factory.setProtocol(PacedProtocol.class.getName());
            factory.addConnectorCustomizers(connector -> pace(connector, pace));
            // What a forward has answered is still held, and sent later.
            factory.addContextCustomizers(
                    context -> context.setSuspendWrappedResponseAfterForward(false));
        };
    }

    private static void pace(Connector connector, Pace pace) {
        if (connector.getProtocolHandler() instanceof PacedProtocol paced) {
            paced.pace(pace);
            paced.setExecutor(new VirtualThreadExecutor("http-"));
            paced.setProperty("socket.txBufSize", UNREAD_BYTES);
        }
    }
}
