package wanhu;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** What this program writes into its log until it is closed, with all causes. */
public final class Heard implements AutoCloseable {
    private final Logger all = logger(Logger.ROOT_LOGGER_NAME);
    private final Logger loud;
    private final ListAppender<ILoggingEvent> lines = new Named();

    /** Everything that it writes, and everything that its own logger of this name could say. */
    public Heard(String name) {
        loud = logger(name);
        lines.start();
        all.addAppender(lines);
        loud.addAppender(lines);
        loud.setAdditive(false);
        loud.setLevel(Level.DEBUG);
    }

    /** A line is asked for its thread when it is written: later it would name the one who asks. */
    private static final class Named extends ListAppender<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent line) {
            line.prepareForDeferredProcessing();
            super.append(line);
        }
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    /** The lines of this thread. */
    public List<String> own() {
        var thread = Thread.currentThread().getName();
        return List.copyOf(lines.list).stream()
                .filter(each -> each.getThreadName().equals(thread))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    /** All lines, with the causes of what failed. */
    public String text() {
        return List.copyOf(lines.list).stream().map(Heard::text).collect(Collectors.joining("\n"));
    }

    private static String text(ILoggingEvent each) {
        var cause = each.getThrowableProxy();
        return each.getFormattedMessage()
                + each.getMDCPropertyMap()
                + (cause == null ? "" : ThrowableProxyUtil.asString(cause));
    }

    @Override
    public void close() {
        loud.setLevel(null);
        loud.setAdditive(true);
        loud.detachAppender(lines);
        all.detachAppender(lines);
    }
}
