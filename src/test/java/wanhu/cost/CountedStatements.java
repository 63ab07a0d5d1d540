package wanhu.cost;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
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
    private static final ThreadLocal<@Nullable List<String>> SENT = new ThreadLocal<>();

    private CountedStatements() {}

    /** The statements that some work of this thread sends, in their order. */
    static List<String> of(Runnable work) {
        var sent = new ArrayList<String>();
        SENT.set(sent);
        try {
            work.run();
        } finally {
            SENT.remove();
        }
        return sent;
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
            var sent = SENT.get();
            return sent == null ? connection : counted(connection, Connection.class, "", sent);
        }
    }

    private static <T> T counted(T real, Class<T> kind, String text, List<String> sent) {
        InvocationHandler handler =
                (_, method, arguments) -> {
                    var given =
                            arguments != null && arguments[0] instanceof String own ? own : text;
                    if (method.getName().startsWith("execute")) {
                        sent.add(given);
                    }
                    try {
                        return switch (method.invoke(real, arguments)) {
                            case PreparedStatement statement ->
                                    counted(statement, PreparedStatement.class, given, sent);
                            case Statement statement ->
                                    counted(statement, Statement.class, given, sent);
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
