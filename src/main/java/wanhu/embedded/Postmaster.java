package wanhu.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import wanhu.base.CannotStart;

/**
 * Keeps PostgreSQL running: when it ends although nobody asked it to (killed, or its disk was full)
 * it is started again on the same port, until it stays.
 */
final class Postmaster {
    private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);
    private static final String READY = "database system is ready to accept connections";

    /** Workers of a postmaster that was killed hold its memory for some moments. */
    private static final String STILL_HELD = "pre-existing shared memory block";

    /** What the archiver says after three attempts, and each minute again. */
    private static final String NOT_ARCHIVED = "failed too many times, will try again later";

    static final Duration START_MAX = Duration.ofMinutes(2);
    private static final int PAUSE_SECONDS = 1;
    private static final int LAST_LINES_MAX = 20;

    private final ProcessBuilder program;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Process process;
    private boolean away;

    Postmaster(ProcessBuilder program) {
        this.program = program;
    }

    /**
     * Starts it and waits until it can be used.
     *
     * @throws CannotStart with its last words when this machine cannot run it
     */
    void start(Duration patience) {
        Thread.ofPlatform().daemon().name("postgresql").start(this::keep);
        try {
            ready.orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException failed) {
            closing.countDown();
            throw new CannotStart(
                    "PostgreSQL did not start: "
                            + NestedExceptionUtils.getMostSpecificCause(failed).getMessage());
        }
    }

    /**
     * Starts the process and stays with it: the interrupt at our death comes when this very thread
     * dies (prctl(2), PR_SET_PDEATHSIG), so it lives as long as the program.
     */
    private void keep() {
        try {
            do {
                var last = run();
                if (!ready.isDone() && !last.contains(STILL_HELD)) {
                    ready.completeExceptionally(new IOException(last));
                    return;
                }
                mourn(last);
            } while (!closing.await(PAUSE_SECONDS, TimeUnit.SECONDS));
        } catch (IOException broken) {
            ready.completeExceptionally(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs it to its end and gives its last words; none when it is to stay closed. */
    private String run() throws IOException {
        var started = launch();
        if (started == null) {
            return "";
        }
        var last = new ArrayDeque<String>();
        try (var lines = started.inputReader(StandardCharsets.UTF_8)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                hear(line, last);
            }
        }
        return String.join(" / ", last);
    }

    private synchronized @Nullable Process launch() throws IOException {
        process = closing.getCount() == 0 ? null : program.start();
        return process;
    }

    private void hear(String line, ArrayDeque<String> last) {
        LOG.debug("{}", line);
        if (line.contains(NOT_ARCHIVED)) {
            LOG.warn("The archive cannot be written, and changes pile up until it can: {}", line);
        }
        if (line.contains(READY)) {
            ready.complete(null);
            if (away) {
                LOG.info("PostgreSQL is back");
            }
            away = false;
        }
        last.add(line);
        if (last.size() > LAST_LINES_MAX) {
            last.removeFirst();
        }
    }

    /** Said once, however often it has to be tried: a full disk is not helped by a long log. */
    private void mourn(String last) {
        if (!away && closing.getCount() > 0) {
            LOG.warn("PostgreSQL ended by itself and is started again. It said: {}", last);
        }
        away = true;
    }

    /**
     * Starts it no more.
     *
     * @param stop ends the process if there is one
     */
    synchronized void close(Consumer<Process> stop) {
        closing.countDown();
        var running = process;
        if (running != null && running.isAlive()) {
            stop.accept(running);
        }
    }
}
