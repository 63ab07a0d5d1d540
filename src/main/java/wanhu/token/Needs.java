package wanhu.token;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a token must be good for to call this route of an {@link ApiRoute}; a route without it is
 * closed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Needs {
    /** What it must be good for. */
    Reach value();

    /** HTTP status of a good answer. */
    int gives() default 200;

    /** What the request's body is read as; {@code Void} when there is none. */
    Class<?> takes() default Void.class;
}
