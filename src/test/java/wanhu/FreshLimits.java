package wanhu;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Forgets before each test who tried what how often: all tests come from one network, and the clock
 * stands at one moment.
 */
final class FreshLimits implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext test) {
        SpringExtension.getApplicationContext(test)
                .getBean(JdbcClient.class)
                .sql("delete from people.rate")
                .update();
    }
}
