package wanhu.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.audit.Finding.Kind;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.Verb;

/** An intruder with every right in the database changes the record; each time it is noticed. */
@WanhuTest
class TamperTest {
    private static final AtomicInteger COUNTIES = new AtomicInteger(151_000);

    @Autowired private Audit audit;
    @Autowired private Sealer sealer;
    @Autowired private Verifier verifier;
    @Autowired private JdbcClient db;
    @Autowired private TransactionTemplate transaction;
    @Autowired private TestClock clock;

    private final int county = COUNTIES.incrementAndGet();

    /** Five batches of four rows on three days. */
    @BeforeEach
    void record() {
        for (int batch = 0; batch < 5; batch++) {
            clock.set("2026-09-0%dT10:%d0:00".formatted(1 + batch / 2, batch));
            int number = batch;
            transaction.executeWithoutResult(_ -> {
                for (int row = 0; row < 4; row++) {
                    audit.record(
                            county,
                            Act.of(Verb.RULE_CHANGED, "R%d%d".formatted(number, row))
                                    .because("县办 %d 号文".formatted(row))
                                    .with("value", row));
                }
            });
            sealer.run();
        }
    }

    @Test
    void anUntouchedRecordIsSound() {
        var verdict = verifier.verify(county);

        assertThat(verdict.sound()).isTrue();
        assertThat(verdict.rows()).isEqualTo(20);
        assertThat(verdict.days()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reason = 'nothing'",
                "facts = '{}'",
                "object = 'R99'",
                "verb = 'CATEGORY_SAVED'",
                "at = at + interval '1 microsecond'",
                "person = gen_random_uuid()",
                "path = '150000.'",
                "title = 'somebody else'",
                "salt = gen_random_uuid()"
            })
    void namesTheFirstRowThatWasChanged(String change) {
        var first = at(Kind.CHANGED, 2, "R12");
        tamper(
                "update audit.act set %s where county = :county and object in ('R12', 'R31')"
                        .replace("%s", change));

        assertThat(finding()).isEqualTo(first);
    }

    @Test
    void namesTheRowThatWasRemoved() {
        var before = at(Kind.REMOVED, 3, "R21");
        tamper("delete from audit.act where county = :county and object in ('R21', 'R30')");

        assertThat(finding()).isEqualTo(before);
    }

    @Test
    void namesTheRowThatWasInsertedAmongSealedOnes() {
        tamper(
                """
                insert into audit.act (county, id, at, title, verb, thing, object, reason, facts, xid)
                select county, '019890f4-0c00-7000-8000-00000000%04d', at, title, verb, thing, 'FORGED', reason, facts, xid
                from audit.act where county = :county and object = 'R22'
                """
                        .formatted(county % 10_000));

        assertThat(finding())
                .isEqualTo(
                        new Finding(
                                Kind.INSERTED,
                                0,
                                0,
                                'a',
                                UUID.fromString(
                                        "019890f4-0c00-7000-8000-00000000%04d"
                                                .formatted(county % 10_000))));
    }

    @Test
    void namesTheRowThatWasInsertedTodayAndSaysItIsOld() {
        tamper(
                """
                insert into audit.act (county, id, at, title, verb, thing, object, reason, facts)
                select county, gen_random_uuid(), at, title, verb, thing, 'FORGED', reason, facts
                from audit.act where county = :county and object = 'R11'
                """);
        sealer.run();

        assertThat(finding()).isEqualTo(at(Kind.BACKDATED, 6, "FORGED"));
    }

    @Test
    void namesTheFirstOfTwoRowsThatWereSwapped() {
        tamper(
                """
                update audit.act a
                set object = b.object, reason = b.reason, facts = b.facts, salt = b.salt
                from audit.act b
                where a.county = :county and b.county = :county
                  and (a.object, b.object) in (('R11', 'R40'), ('R40', 'R11'))
                """);

        assertThat(finding())
                .extracting(Finding::kind, Finding::batch)
                .containsExactly(Kind.CHANGED, 2);
    }

    @Test
    void namesTheRowWhoseLeafWasSwappedInItsBatch() {
        tamper(
                """
                update audit.batch
                set leaves = substring(leaves from 50 for 49) || substring(leaves from 1 for 49)
                  || substring(leaves from 99)
                where county = :county and number = 4
                """);

        assertThat(finding())
                .extracting(Finding::kind, Finding::batch, Finding::position)
                .containsExactly(Kind.OUT_OF_ORDER, 4, 2);
    }

    @Test
    void namesTheBatchWhereTheRecordWasCutOff() {
        tamper("delete from audit.batch where county = :county and number >= 4");
        tamper("delete from audit.act where county = :county and object >= 'R3'");

        assertThat(finding()).isEqualTo(Finding.batch(Kind.CUT_OFF, 4));
    }

    @Test
    void noticesACutOffRecordWhoseHeadWasSetBackToo() {
        tamper(
                """
                update audit.head h
                set number = b.number, chain = b.chain
                from audit.batch b
                where h.county = :county and b.county = :county and b.number = 3
                """);
        tamper("delete from audit.batch where county = :county and number >= 4");

        assertThat(finding().kind()).isEqualTo(Kind.INSERTED);
        assertThat(object(finding().row())).startsWith("R3");
    }

    @Test
    void namesABatchThatIsGone() {
        tamper("delete from audit.batch where county = :county and number = 2");

        assertThat(finding()).isEqualTo(Finding.batch(Kind.BATCH_MISSING, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "root = sha256(root)",
        "chain = sha256(chain)",
        "sealed_at = sealed_at - interval '1 day'",
        "day = day - 1"
    })
    void namesABatchThatWasChanged(String change) {
        tamper(
                "update audit.batch set %s where county = :county and number = 3"
                        .replace("%s", change));

        assertThat(finding()).isEqualTo(Finding.batch(Kind.BATCH_CHANGED, 3));
    }

    /** The row, its leaf, the root and the chain value fit each other again; the next batch not. */
    @Test
    void noticesARowThatWasChangedTogetherWithItsBatch() {
        tamper("update audit.act set reason = 'nothing' where county = :county and object = 'R10'");
        intruder().reseal(2);

        assertThat(finding()).isEqualTo(Finding.batch(Kind.BATCH_CHANGED, 3));
    }

    @Test
    void noticesADayWhoseRootWasChanged() {
        tamper(
                "update audit.day set root = sha256(root) where county = :county and day = '2026-09-02'");

        assertThat(finding()).isEqualTo(Finding.batch(Kind.DAY_CHANGED, 3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"act", "batch", "day"})
    void theApplicationCanNeitherChangeNorRemove(String table) {
        for (var change : List.of("update audit.%s set county = county", "delete from audit.%s")) {
            assertThatThrownBy(() -> db.sql(change.formatted(table)).update())
                    .hasMessageContaining(table);
        }
        assertThatThrownBy(() -> db.sql("truncate audit." + table).update())
                .hasMessageContaining(table);
    }

    private Finding finding() {
        return verifier.verify(county).finding().orElseThrow();
    }

    private Finding at(Kind kind, int batch, String object) {
        var id = id(object);
        return transaction.execute(_ -> {
            try (var all = new BatchStore(db).all(county)) {
                var ids =
                        all.filter(each -> each.number() == batch)
                                .flatMap(each -> each.leaves().stream())
                                .map(Leaf::id)
                                .toList();
                return new Finding(kind, batch, ids.indexOf(id) + 1, 'a', id);
            }
        });
    }

    private UUID id(String object) {
        return db.sql("select id from audit.act where county = :county and object = :object")
                .param("county", county)
                .param("object", object)
                .query(UUID.class)
                .single();
    }

    private String object(@Nullable UUID id) {
        return db.sql("select object from audit.act where county = :county and id = :id")
                .param("county", county)
                .param("id", id)
                .query(String.class)
                .single();
    }

    private Intruder intruder() {
        return new Intruder(county, db, transaction);
    }

    private void tamper(String statement) {
        intruder().tamper(statement);
    }
}
