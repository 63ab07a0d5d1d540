package wanhu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.audit.Finding.Kind;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.people.Staff;
import wanhu.vault.Signatures;
import wanhu.vault.Vault;

/** The root of each day is signed, and the signature is verified with the rest. */
@WanhuTest
class SigningTest {
    private static final AtomicInteger COUNTIES = new AtomicInteger(151_300);

    @Autowired private Audit audit;
    @Autowired private Sealer sealer;
    @Autowired private Verifier verifier;
    @Autowired private DayStore days;
    @Autowired private Signatures signatures;
    @Autowired private Vault vault;
    @Autowired private Staff staff;
    @Autowired private JdbcClient db;
    @Autowired private TransactionTemplate transaction;
    @Autowired private TestClock clock;

    private final int county = COUNTIES.incrementAndGet();

    @BeforeEach
    void twoDays() {
        for (int day = 1; day <= 3; day++) {
            clock.set("2026-09-0%dT10:00".formatted(day));
            audit.record(county, Act.of(Verb.RULE_CHANGED, "R" + day));
            sealer.run();
        }
    }

    private DayStore.Day day(int day) {
        return days.find(county, LocalDate.of(2026, 9, day)).orElseThrow();
    }

    @Test
    void signsWhatADayStates() {
        var signature = day(1).signature();

        Objects.requireNonNull(signature);
        assertThat(signatures.signed(Canon.bytes(day(1).statement()), signature)).isTrue();
        assertThat(day(1).statement()).containsEntry("hash", signatures.suite().hash());
        assertThat(verifier.verify(county).sound()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signature = 'AAAA' || substring(signature from 5)",
                "leaf_count = leaf_count + 1",
                "signature = null, key = null"
            })
    void namesTheDayWhoseSignatureDoesNotFit(String change) {
        new Intruder(county, db, transaction)
                .tamper(
                        "update audit.day set %s where county = :county and day = '2026-09-02'"
                                .formatted(change));

        assertThat(verifier.verify(county).finding())
                .contains(Finding.batch(Kind.DAY_SIGNATURE, day(2).firstBatch()));
    }

    @Test
    void daysFromBeforeThereWereSignaturesMayBeWithout() {
        new Intruder(county, db, transaction)
                .tamper("update audit.day set signature = null, key = null where county = :county");

        assertThat(verifier.verify(county).sound()).isTrue();
    }

    @Test
    void aNewKeyOfTheVaultSignsFromThenOnAndOldSignaturesStillCheck() {
        var before = day(2).signature();
        vault.grow(staff.actor(Role.SECURITY, staff.county(county)));
        clock.set("2026-09-04T10:00");
        sealer.run();

        Objects.requireNonNull(before);
        assertThat(Objects.requireNonNull(day(3).signature()).key()).isNotEqualTo(before.key());
        assertThat(verifier.verify(county).sound()).isTrue();
    }
}
