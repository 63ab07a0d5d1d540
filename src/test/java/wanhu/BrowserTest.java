package wanhu;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test on the whole product through a real browser. A test method takes {@link Browsers}.
 *
 * <p>Where there is no browser the test counts as skipped, aloud; with {@code CI=true} it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WanhuTest
@ExtendWith(BrowserSetup.class)
public @interface BrowserTest {}
