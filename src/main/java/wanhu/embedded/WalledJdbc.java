package wanhu.embedded;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.interceptor.MatchAlwaysTransactionAttributeSource;
import org.springframework.transaction.interceptor.TransactionInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import wanhu.base.Wall;

/**
 * Gives a statement outside of a transaction one of its own, because what the database is told of
 * the {@link Wall} holds in a transaction alone ({@link WalledSource}).
 */
@Configuration(proxyBeanMethods = false)
class WalledJdbc {
    @Bean
    NamedParameterJdbcTemplate walledTemplate(
            DataSource source, PlatformTransactionManager transactions, SlowStatements slow) {
        var factory = new ProxyFactory(new JdbcTemplate(source));
        factory.setProxyTargetClass(true);
        var always = new MatchAlwaysTransactionAttributeSource();
        factory.addAdvice(slow);
        factory.addAdvice(new Alone(new TransactionInterceptor(transactions, always)));
        return new NamedParameterJdbcTemplate((JdbcOperations) factory.getProxy());
    }

    @Bean
    JdbcClient walledClient(NamedParameterJdbcTemplate template) {
        return JdbcClient.create(template);
    }

    private record Alone(TransactionInterceptor transaction) implements MethodInterceptor {
        @Override
        public @Nullable Object invoke(MethodInvocation call) throws Throwable {
            // A stream is read after the call; where nothing is seen no wall needs to be told.
            boolean plain =
                    TransactionSynchronizationManager.isActualTransactionActive()
                            || call.getMethod().getDeclaringClass() != JdbcTemplate.class
                            || call.getMethod().getReturnType() == Stream.class
                            || Wall.standing().equals(Wall.NOTHING);
            return plain ? call.proceed() : transaction.invoke(call);
        }
    }
}
