package wanhu.base;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which roles may call a route of staff; stands on the page method, or on its class for all methods
 * that have none of their own. A staff route without it answers 403 to everybody, so that what
 * nobody thought about is closed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface For {
    /** The roles; none named means: every post. */
    Role[] value() default {};

    /** Whether a person who signed in and holds no post today may call it too. */
    boolean withoutPost() default false;

    /**
     * Whether the person must have given the second factor within the last quarter of an hour: for
     * acts that hurt when somebody else sits at the desk, and for plain personal data.
     */
    boolean proof() default false;
}
