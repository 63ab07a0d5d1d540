package wanhu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.audit.Finding.Kind;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.SealedRows;
import wanhu.base.Verb;
import wanhu.vault.TurnedSignatures;

/** A record that begins with SHA-256 and goes on with SM3 (or the reverse) is one chain. */
@WanhuTest
class TwoSuitesTest {
    private static final AtomicInteger COUNTIES = new AtomicInteger(151_600);

    @Autowired private Audit audit;
    @Autowired private Sealer sealer;
    @Autowired private Verifier verifier;
    @Autowired private List<SealedRows> tables;
    @Autowired private BatchStore batches;
    @Autowired private DayStore days;
    @Autowired private JdbcClient db;
    @Autowired private TransactionTemplate transaction;
    @Autowired private ApplicationContext product;
    @Autowired private TestClock clock;

    private final int county = COUNTIES.incrementAndGet();

    /** Three batches of each, a day each; the fourth is the first of the other digest. */
    @BeforeEach
    void recordWithBoth() {
        var turned = TurnedSignatures.of(product);
        var other = new Sealer(db, tables, batches, days, turned, clock);
        for (int batch = 1; batch <= 6; batch++) {
            clock.set("2026-09-0%dT10:00".formatted(batch));
            int number = batch;
            transaction.executeWithoutResult(_ -> {
                for (int row = 0; row < 3; row++) {
                    audit.record(county, Act.of(Verb.RULE_CHANGED, "R%d%d".formatted(number, row)));
                }
            });
            transaction.executeWithoutResult(_ -> (number <= 3 ? sealer : other).run());
        }
    }

    @Test
    void isOneChainOfTwoDigestsAndSound() {
        var hashes =
                db.sql(
                                """
                                select hash
                                from audit.batch
                                where county = :county
                                order by number
                                """)
                        .param("county", county)
                        .query(String.class)
                        .list();
        var verdict = verifier.verify(county);

        assertThat(hashes.subList(0, 3)).containsOnly(hashes.getFirst());
        assertThat(hashes.subList(3, 6)).containsOnly(hashes.getLast());
        assertThat(List.of(hashes.getFirst(), hashes.getLast()))
                .containsExactlyInAnyOrder("SHA-256", "SM3");
        assertThat(verdict.sound()).isTrue();
        assertThat(verdict.rows()).isEqualTo(18);
        assertThat(verdict.days()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"R21, R51, 2", "R30, R60, 3", "R41, R62, 4", "R60, R60, 6"})
    void namesTheFirstRowThatWasChangedOnEitherSide(String first, String second, int batch) {
        tamper(
                "update audit.act set reason = 'nothing' where county = :county and object in ('%s', '%s')"
                        .formatted(first, second));
        var finding = verifier.verify(county).finding().orElseThrow();

        assertThat(finding.kind()).isEqualTo(Kind.CHANGED);
        assertThat(finding.batch()).isEqualTo(batch);
        assertThat(finding.row()).hasToString(id(first));
    }

    @ParameterizedTest
    @CsvSource({"3, 3", "4, 4"})
    void namesTheBatchAtTheTurnThatSaysTheOtherDigest(int changed, int found) {
        tamper(
                """
                update audit.batch
                set hash = case when hash = 'SM3' then 'SHA-256' else 'SM3' end
                where county = :county and number = %d
                """
                        .formatted(changed));

        assertThat(verifier.verify(county).finding().orElseThrow().batch()).isEqualTo(found);
    }

    private String id(String object) {
        return db.sql(
                        """
                        select id::text
                        from audit.act
                        where county = :county and object = :object
                        """)
                .param("county", county)
                .param("object", object)
                .query(String.class)
                .single();
    }

    private void tamper(String statement) {
        new Intruder(county, db, transaction).tamper(statement);
    }
}
