package wanhu.queue;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * An answer that is kept until it is whole, so that whoever makes it need not wait for whoever
 * reads it. What is larger than any page is passed on as it comes. On one thread at a time.
 */
final class Held extends HttpServletResponseWrapper {
    /** The largest answer that is kept, in bytes. */
    static final int BYTES_MAX = 256 * 1024;

    private final FastByteArrayOutputStream kept = new FastByteArrayOutputStream();
    private final Out out = new Out();
    private @Nullable PrintWriter writer;
    private boolean passed;

    Held(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return out;
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            var letters = Charset.forName(getCharacterEncoding());
            writer = new PrintWriter(new OutputStreamWriter(out, letters), false);
        }
        return writer;
    }

    @Override
    public void flushBuffer() throws IOException {
        written();
        if (passed) {
            super.flushBuffer();
        }
    }

    @Override
    public void reset() {
        super.reset();
        forget();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forget();
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
        super.sendError(status, message);
        forget();
    }

    @Override
    public void sendError(int status) throws IOException {
        super.sendError(status);
        forget();
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        super.sendRedirect(location);
        forget();
    }

    private void forget() {
        kept.reset();
        writer = null;
    }

    private void written() {
        if (writer != null) {
            writer.flush();
        }
    }

    /** How much is kept, rounded up. */
    int kilobytes() {
        written();
        return (kept.size() + 1023) / 1024;
    }

    /** Sends what is kept. */
    void send() throws IOException {
        written();
        if (kept.size() > 0) {
            if (!passed && !isCommitted()) {
                setContentLength(kept.size());
            }
            kept.writeTo(getResponse().getOutputStream());
            kept.reset();
        }
    }

    private final class Out extends ServletOutputStream {
        @Override
        public void write(int each) throws IOException {
            write(new byte[] {(byte) each}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            if (!passed && kept.size() + count > BYTES_MAX) {
                kept.writeTo(getResponse().getOutputStream());
                kept.reset();
                passed = true;
            }
            if (passed) {
                getResponse().getOutputStream().write(bytes, from, count);
            } else {
                kept.write(bytes, from, count);
            }
        }

        @Override
        public void flush() throws IOException {
            if (passed) {
                getResponse().getOutputStream().flush();
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("Expected no asynchronous answer");
        }
    }
}
