package wanhu.embedded;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.Wall;

/**
 * Every statement runs behind the {@link Wall} of its thread: it is told to the database before the
 * first statement of a transaction, and again when it has changed. A statement outside of a
 * transaction gets one of its own, because what is told ends with the transaction, also when the
 * connection goes back to the pool after an error.
 */
@Configuration(proxyBeanMethods = false)
class WalledJdbc {
    @Bean
    NamedParameterJdbcTemplate walledTemplate(
            DataSource source, PlatformTransactionManager transactions) {
        var template = new JdbcTemplate(source);
        var walled = new Walled(template, new TransactionTemplate(transactions));
        return new NamedParameterJdbcTemplate(
                (JdbcOperations)
                        Proxy.newProxyInstance(
                                JdbcOperations.class.getClassLoader(),
                                new Class<?>[] {JdbcOperations.class},
                                walled));
    }

    @Bean
    JdbcClient walledClient(NamedParameterJdbcTemplate template) {
        return JdbcClient.create(template);
    }

    /** Stands before the template of Spring, for all of its methods. */
    private record Walled(JdbcTemplate template, TransactionTemplate transaction)
            implements InvocationHandler {
        @Override
        public @Nullable Object invoke(
                Object proxy, Method method, @Nullable Object @Nullable [] arguments) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                tell();
                return call(method, arguments);
            }
            // A stream is read after this call; what needs no wall needs no transaction.
            if (method.getReturnType() == Stream.class || Wall.standing().equals(Wall.NOTHING)) {
                return call(method, arguments);
            }
            var answer =
                    transaction.execute(_ -> {
                        tell();
                        return Optional.ofNullable(call(method, arguments));
                    });
            return Objects.requireNonNull(answer).orElse(null);
        }

        /** The template throws nothing that must be declared. */
        private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) {
            try {
                return method.invoke(template, arguments);
            } catch (InvocationTargetException thrown) {
                if (thrown.getCause() instanceof Error broken) {
                    throw broken;
                }
                throw thrown.getCause() instanceof RuntimeException refused
                        ? refused
                        : new IllegalStateException(thrown);
            } catch (IllegalAccessException impossible) {
                throw new IllegalStateException("Expected methods of an interface", impossible);
            }
        }

        private void tell() {
            var told = Told.in(template);
            var wall = Wall.standing();
            if (!told.wall.equals(wall)) {
                template.execute(wall.statement());
                told.wall = wall;
            }
        }
    }

    /** What the database was told in this transaction; one that waits for another keeps its own. */
    private static final class Told implements TransactionSynchronization {
        private final Object key;
        private Wall wall = Wall.NOTHING;

        private Told(Object key) {
            this.key = key;
        }

        static Told in(Object key) {
            if (TransactionSynchronizationManager.getResource(key) instanceof Told told) {
                return told;
            }
            var fresh = new Told(key);
            TransactionSynchronizationManager.bindResource(key, fresh);
            TransactionSynchronizationManager.registerSynchronization(fresh);
            return fresh;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(key);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(key, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(key);
        }
    }
}
