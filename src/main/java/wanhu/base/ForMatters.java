package wanhu.base;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;

/**
 * {@link For} every post that handles or reads matters: all but the three administrators who are
 * kept apart ({@link Role#apart}).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@For({
    Role.GRID_WORKER,
    Role.VILLAGE_CLERK,
    Role.TOWNSHIP_CLERK,
    Role.COUNTY_CLERK,
    Role.DEPARTMENT_CLERK,
    Role.PHONE_DESK,
    Role.FOLLOW_UP,
    Role.LEADER
})
public @interface ForMatters {
    /** As {@link For#proof}. */
    @AliasFor(annotation = For.class, attribute = "proof")
    boolean proof() default false;
}
