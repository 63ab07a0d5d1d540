package wanhu;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import wanhu.embedded.TestServer;

/**
 * Classes of tests run side by side in lanes, one class after the other in each. A lane is a thread
 * of JUnit with a product, a clock, a database and a browser of its own, so that no class meets
 * another.
 */
public final class Lane {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ThreadLocal<Integer> HERE =
            ThreadLocal.withInitial(COUNT::incrementAndGet);

    private Lane() {}

    /** The number of the lane that asks, from 1; only the thread that runs a test may. */
    public static int here() {
        return HERE.get();
    }

    /** Points the product of a lane at the database of the lane. */
    private record Product(int lane) implements ContextCustomizer {
        @Override
        public void customizeContext(
                ConfigurableApplicationContext context, MergedContextConfiguration merged) {
            TestPropertyValues.of("lane=" + lane, "wanhu.database-url=" + TestServer.url())
                    .applyTo(context);
        }
    }

    /** Gives each lane a product of its own. */
    static final class Products implements ContextCustomizerFactory {
        @Override
        public ContextCustomizer createContextCustomizer(
                Class<?> test, List<ContextConfigurationAttributes> attributes) {
            return new Product(here());
        }
    }
}
