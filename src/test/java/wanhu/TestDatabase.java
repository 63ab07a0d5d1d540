package wanhu;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import wanhu.embedded.TestServer;

/** Points the product at the PostgreSQL of the test run. */
final class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of("wanhu.database-url=" + TestServer.url()).applyTo(context);
    }
}
