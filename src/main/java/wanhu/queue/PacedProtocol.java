package wanhu.queue;

import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP over connections that must keep a pace. Public because the server makes it by its name. */
public final class PacedProtocol extends Http11NioProtocol {
    private final PacedEndpoint endpoint;

    /** As the server makes it. */
    public PacedProtocol() {
        this(new PacedEndpoint());
    }

    private PacedProtocol(PacedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
    }

    void pace(Pace pace) {
        endpoint.pace(pace);
    }
}
