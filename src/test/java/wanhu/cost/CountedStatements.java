package wanhu.cost;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what a thread sends to the database, each statement and each batch as one; without what
 * puts up the second wall. Threads that did not ask are left alone.
 */
public final class CountedStatements {
    private static final ThreadLocal<@Nullable Listener> LISTENS = new ThreadLocal<>();

    private CountedStatements() {}

    /** A value that was given to a prepared statement. */
    @SuppressWarnings("ArrayRecordComponent")
    record Given(Method method, @Nullable Object[] arguments) {}

    /** What is about to be sent. */
    record Sent(Connection connection, String text, List<Given> values) {}

    /** Hears of a statement before it is sent. */
    interface Listener {
        void hear(Sent sent) throws SQLException;
    }

    /** The statements that some work of this thread sends, in their order. */
    static List<String> of(Runnable work) {
        var texts = new ArrayList<String>();
        listen(work, sent -> texts.add(sent.text()));
        return texts;
    }

    /** Does some work; somebody hears of each statement that this thread sends. */
    static void listen(Runnable work, Listener listener) {
        LISTENS.set(listener);
        try {
            work.run();
        } finally {
            LISTENS.remove();
        }
    }

    /** Puts the counter before the product's connections. */
    @TestConfiguration(proxyBeanMethods = false)
    public static class Setup {
        @Bean
        static BeanPostProcessor countedStatements() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source && name.equals("dataSource")
                            ? new Counted(source)
                            : bean;
                }
            };
        }
    }

    private static final class Counted extends DelegatingDataSource {
        Counted(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            var listener = LISTENS.get();
            return listener == null
                    ? connection
                    : new Heard(connection, listener).of(connection, Connection.class, "");
        }
    }

    private record Heard(Connection connection, Listener listener) {
        private <T> T of(T real, Class<T> kind, String text) {
            var values = new ArrayList<Given>();
            InvocationHandler handler =
                    (_, method, arguments) -> {
                        var own =
                                arguments != null && arguments[0] instanceof String it ? it : text;
                        if (method.getName().startsWith("execute")) {
                            listener.hear(new Sent(connection, own, values));
                        } else if (method.getName().startsWith("set") && arguments != null) {
                            values.add(new Given(method, arguments));
                        }
                        try {
                            return switch (method.invoke(real, arguments)) {
                                case PreparedStatement statement ->
                                        of(statement, PreparedStatement.class, own);
                                case Statement statement -> of(statement, Statement.class, own);
                                case null -> null;
                                case Object other -> other;
                            };
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getTargetException();
                        }
                    };
            return kind.cast(
                    Proxy.newProxyInstance(kind.getClassLoader(), new Class<?>[] {kind}, handler));
        }
    }
}
