package wanhu.queue;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.File;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;

/**
 * What comes with a request. Uploads go to the disk as they come, forms into memory, for which the
 * server takes as much as the form claims to have before the first byte came.
 */
final class Bodies {
    /** Uploads that come at the same time. */
    static final int UPLOADS_MAX = 200;

    /** Forms that come at the same time, all together; those of one page are far below. */
    static final int FORMS_KILOBYTES_MAX = 32 * 1024;

    private static final int FORM_KILOBYTES_MAX = 1024;
    private static final int SMALL_BYTES_MAX = 8 * 1024;
    private static final long UPLOAD_BYTES_MAX = 66L << 20;
    private static final long SPARE_BYTES = 64L << 20;
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final Shares uploads = new Shares(UPLOADS_MAX, WAIT);
    private final Shares forms = new Shares(FORMS_KILOBYTES_MAX, WAIT);
    private final Memory memory;

    Bodies(Memory memory) {
        this.memory = memory;
    }

    /**
     * Room for what comes with the request, until it is answered.
     *
     * @throws Refused BUSY when there is none
     */
    Shares.Share room(HttpServletRequest request) {
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        long size = request.getContentLengthLong();
        if (type.startsWith("multipart/")) {
            needDisk(request, size < 0 ? UPLOAD_BYTES_MAX : Math.min(size, UPLOAD_BYTES_MAX));
            return uploads.take(network(request), 1);
        }
        boolean small = size >= 0 && size <= SMALL_BYTES_MAX;
        if (small || !type.startsWith("application/x-www-form")) {
            return Shares.NONE;
        }
        long kilobytes = size < 0 ? FORM_KILOBYTES_MAX : Math.min(FORM_KILOBYTES_MAX, size >> 10);
        return form(network(request), (int) kilobytes);
    }

    private Shares.Share form(String network, int kilobytes) {
        var share = forms.take(network, kilobytes);
        if (!memory.take(kilobytes)) {
            share.close();
            throw new Refused(Kind.BUSY, "queue.refused.busy");
        }
        return () -> {
            memory.give(kilobytes);
            share.close();
        };
    }

    private static void needDisk(HttpServletRequest request, long bytes) {
        if (request.getServletContext().getAttribute(ServletContext.TEMPDIR) instanceof File disk) {
            Refused.unless(
                    Kind.BUSY, disk.getUsableSpace() > bytes + SPARE_BYTES, "queue.refused.disk");
        }
    }

    /** Reads it whole: afterwards nobody waits for this client any more but to answer it. */
    void read(HttpServletRequest request) throws UnsupportedEncodingException {
        request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (!"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
            request.getParameterNames();
        }
    }

    /** As a network of IPv6 has countless addresses, its first four groups are its name. */
    private static String network(HttpServletRequest request) {
        var address = String.valueOf(request.getRemoteAddr());
        var groups = address.split(":", -1);
        return groups.length < 8
                ? address
                : String.join(":", groups[0], groups[1], groups[2], groups[3]) + ":";
    }
}
