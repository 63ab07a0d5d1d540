package wanhu.queue;

import org.apache.coyote.http11.Http11NioProtocol;

/** HTTP over connections that must keep a pace. Public because the server makes it by its name. */
public final class PacedProtocol extends Http11NioProtocol {
    private static final int COLLECTED_BYTES = 2048;

    /** Nobody reads what comes behind a body in pieces; room for it is kept for each request. */
    private static final int TRAILER_BYTES_MAX = 512;

    private final PacedEndpoint endpoint;

    /** As the server makes it. */
    public PacedProtocol() {
        this(new PacedEndpoint());
    }

    private PacedProtocol(PacedEndpoint endpoint) {
        super(endpoint);
        this.endpoint = endpoint;
        setMaxTrailerSize(TRAILER_BYTES_MAX);
    }

    void in(Room room) {
        endpoint.in(room);
    }

    /**
     * Bytes of an answer that the server collects before it sends them, and as many letters: 24 kB
     * a request by itself. Our answers are held until they are whole ({@link Held}).
     */
    @Override
    public int getDesiredBufferSize() {
        return COLLECTED_BYTES;
    }
}
