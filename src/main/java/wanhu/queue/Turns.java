package wanhu.queue;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Waited;

/**
 * Takes a request in whole, however slowly it comes, on the thread of its connection; then has it
 * done by one of a few threads of the machine, in turn; then sends the answer, however slowly it is
 * read, on the thread of its connection again ({@link Held}). So slow clients hold no thread that
 * others need, and many at once no more memory than a few.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class Turns extends OncePerRequestFilter implements DisposableBean {
    /** Requests at work at the same time. */
    static final int AT_WORK_MAX = 64;

    /**
     * As many while many wait. The processors are shared by all threads alike: among sixty that
     * make pages the one at the door gets too little, and who is not heard there opens one
     * connection after the other.
     */
    static final int FEW = 2 * Runtime.getRuntime().availableProcessors();

    /** Who waits for something else than a processor, a slow database, holds up nobody longer. */
    static final Duration FEW_WAIT = Duration.ofMillis(250);

    private static final Duration WAIT = Duration.ofSeconds(10);

    private final Crowded crowded;
    private final Memory memory;
    private final Bodies bodies;
    private final Semaphore few = new Semaphore(FEW, true);
    private final Semaphore turns = new Semaphore(AT_WORK_MAX, true);
    private final Waiting waiting;
    private final ExecutorService workers =
            Executors.newCachedThreadPool(
                    Thread.ofPlatform().daemon().name("request-", 1).factory());

    Turns(Crowded crowded, Waiting waiting, Memory memory) {
        this.crowded = crowded;
        this.waiting = waiting;
        this.memory = memory;
        bodies = new Bodies(memory);
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getDispatcherType() == DispatcherType.ERROR) {
            waited(() -> chain.doFilter(request, response));
            return;
        }
        if (waiting.tooMany() || memory.crowded()) {
            crowded.tell(request, response);
            return;
        }
        var held = new Held(response);
        int kept;
        try (var _ = bodies.room(request)) {
            bodies.read(request);
            take();
            boolean one = oneOfFew();
            try {
                done(() -> work(request, held, chain));
                kept = held.kilobytes();
                memory.add(kept);
            } finally {
                if (one) {
                    few.release();
                }
                turns.release();
            }
        }
        try {
            held.send();
        } finally {
            memory.give(kept);
        }
    }

    /** Nobody begins when there is no memory: what those at work have made is kept in any case. */
    private void work(HttpServletRequest request, Held held, FilterChain chain)
            throws ServletException, IOException {
        if (memory.crowded()) {
            crowded.tell(request, held);
        } else {
            chain.doFilter(request, held);
        }
    }

    /**
     * A balancer that is kept waiting takes a program which has much to do for one that is gone.
     */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/health");
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private boolean oneOfFew() {
        try {
            return waiting.many() && few.tryAcquire(FEW_WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void take() {
        waiting.begins();
        try {
            Refused.unless(
                    Kind.BUSY,
                    turns.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS),
                    "queue.refused.busy");
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused(Kind.BUSY, "queue.refused.busy");
        } finally {
            waiting.over();
        }
    }

    private interface Work {
        void run() throws ServletException, IOException;
    }

    /** Waits to the end whatever happens: the server uses request and response again afterwards. */
    private void done(Work work) throws ServletException, IOException {
        var log = MDC.getCopyOfContextMap();
        try {
            CompletableFuture.runAsync(() -> run(work, log), workers).join();
        } catch (CompletionException failed) {
            switch (failed.getCause()) {
                case IOException broken -> throw broken;
                case ServletException broken -> throw broken;
                case RuntimeException broken -> throw broken;
                case Error broken -> throw broken;
                case null, default -> throw failed;
            }
        }
    }

    private static void run(Work work, @Nullable Map<String, String> log) {
        try {
            MDC.setContextMap(log == null ? Map.of() : log);
            waited(work);
        } catch (ServletException | IOException broken) {
            throw new CompletionException(broken);
        } finally {
            MDC.clear();
        }
    }

    private static void waited(Work work) throws ServletException, IOException {
        Waited.begins();
        try {
            work.run();
        } finally {
            Waited.over();
        }
    }

    @Override
    public void destroy() {
        workers.shutdown();
    }
}
