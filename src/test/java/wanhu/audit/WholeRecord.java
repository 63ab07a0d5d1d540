package wanhu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.springframework.context.ApplicationContext;

/** The record of acts of a product that other tests have treated badly. */
public final class WholeRecord {
    private WholeRecord() {}

    /** Seals what is left and verifies all. */
    public static void needSound(ApplicationContext product, int county) {
        product.getBean(Sealer.class).run();
        var verdict = product.getBean(Verifier.class).verify(county);

        assertThat(verdict.finding()).isEmpty();
        assertThat(verdict.waiting()).isZero();
        assertThat(verdict.rows()).isPositive();
    }
}
