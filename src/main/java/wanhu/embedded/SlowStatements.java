package wanhu.embedded;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.stereotype.Component;

/**
 * Writes the text of each statement that took long into the log, with the number of the request and
 * without the values, which are residents' words.
 */
@Component
class SlowStatements implements MethodInterceptor {
    /** From so long on a statement is slow. */
    static final Duration SLOW = Duration.ofSeconds(1);

    private static final Logger LOG = LoggerFactory.getLogger(SlowStatements.class);
    private final AtomicLong count = new AtomicLong();

    /** So many since the start. */
    long count() {
        return count.get();
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        long begun = System.nanoTime();
        try {
            return call.proceed();
        } finally {
            long took = System.nanoTime() - begun;
            var text = took < SLOW.toNanos() ? null : text(call.getArguments());
            if (text != null) {
                count.incrementAndGet();
                LOG.warn(
                        "Slow statement, {} ms: {}",
                        Duration.ofNanos(took).toMillis(),
                        text.replaceAll("\\s+", " ").strip());
            }
        }
    }

    private static @Nullable String text(@Nullable Object[] arguments) {
        return switch (arguments.length == 0 ? null : arguments[0]) {
            case String text -> text;
            case SqlProvider provider -> provider.getSql();
            case null, default -> null;
        };
    }
}
