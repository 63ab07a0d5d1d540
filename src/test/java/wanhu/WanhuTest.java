package wanhu;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextCustomizerFactories;
import wanhu.cost.CountedStatements;

/**
 * A test on the whole product: one context, one database and one web server for all classes of a
 * {@link Lane} that carry it. The clock stands at {@link TestClock#START} when a test begins. Tests
 * keep apart by counties and ids of their own; nothing is emptied between them but the counts of
 * tries ({@link FreshLimits}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "wanhu.data=target/test-data${wanhu.crypto:}-${lane}",
            "wanhu.demo=true",
            "wanhu.demo-county=false",
            "wanhu.ticks=false",
            "wanhu.outbound-allowed=127.0.0.1"
        })
@ContextCustomizerFactories(Lane.Products.class)
@Import({TestClock.Setup.class, CountedStatements.Setup.class, Web.class})
@ExtendWith({TestClock.Reset.class, TestWall.class, FreshLimits.class})
public @interface WanhuTest {}
