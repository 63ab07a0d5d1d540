package wanhu.audit;

import org.springframework.context.ApplicationContext;

/** Has a product seal what was written, now. */
public final class Seals {
    private Seals() {}

    /** As the tick does every two seconds. */
    public static void seal(ApplicationContext product) {
        product.getBean(Sealer.class).run();
    }
}
