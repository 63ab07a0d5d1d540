package wanhu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Act;
import wanhu.base.Audit;
import wanhu.base.Role;
import wanhu.base.Verb;
import wanhu.base.Wall;
import wanhu.people.Staff;
import wanhu.shell.Banner;

@WanhuTest
class SealerTest {
    private static final int WRITERS = 16;
    private static final int TRANSACTIONS = 60;
    private static final LocalDate DAY = LocalDate.parse("2026-08-02");

    @Autowired private Audit audit;
    @Autowired private Sealer sealer;
    @Autowired private Verifier verifier;
    @Autowired private BatchStore batches;
    @Autowired private DayStore days;
    @Autowired private JdbcClient db;
    @Autowired private TransactionTemplate transaction;
    @Autowired private TestClock clock;
    @Autowired private ClockWitness witness;
    @Autowired private Staff staff;

    @Test
    void sealsWhatIsCommittedAndOnlyOnce() {
        int county = 150_901;
        audit.record(county, act("first"));
        sealer.run();
        sealer.run();
        audit.record(county, act("second"));
        sealer.run();

        assertThat(verifier.verify(county))
                .isEqualTo(
                        new Verdict(county, 2, 2, 0, 0, chain(county), java.util.Optional.empty()));
    }

    @Test
    void doesNotWaitForATransactionThatTakesLongAndSealsItWhenItIsDone() {
        int county = 150_902;
        transaction.executeWithoutResult(_ -> {
            audit.record(county, act("slow"));
            inAnotherThread(() -> audit.record(county, act("quick")));
            inAnotherThread(sealer::run);
        });
        assertThat(objects(county)).containsExactly("quick");

        sealer.run();

        assertThat(objects(county)).containsExactly("quick", "slow");
        assertThat(verifier.verify(county).sound()).isTrue();
    }

    /** Which the running program would not follow; a start would, and another machine may. */
    @Test
    void aClockThatWasSetBackChangesNoOrderAndIsTold() {
        int county = 150_908;
        audit.record(county, act("before"));
        sealer.run();
        clock.advance(Duration.ofMinutes(-30));
        audit.record(county, act("after"));
        sealer.run();
        witness.look();

        assertThat(objects(county)).containsExactly("before", "after");
        assertThat(verifier.verify(county).sound()).isTrue();
        assertThat(witness.banners(staff.actor(Role.ADMIN, staff.county(county)), DAY))
                .extracting(Banner::key)
                .containsExactly("audit.clock.behind");
    }

    @Test
    void whatIsRolledBackIsNeverSealed() {
        int county = 150_903;
        transaction.executeWithoutResult(status -> {
            audit.record(county, act("never"));
            status.setRollbackOnly();
        });
        sealer.run();

        assertThat(objects(county)).isEmpty();
    }

    @Test
    void cutsALongTransactionIntoBatches() {
        int county = 150_904;
        int rows = Sealer.LEAVES_MAX + 5;
        transaction.executeWithoutResult(_ -> {
            for (int row = 0; row < rows; row++) {
                audit.record(county, act("row" + row));
            }
        });
        sealer.run();

        var verdict = verifier.verify(county);
        assertThat(verdict.batches()).isEqualTo(2);
        assertThat(verdict.rows()).isEqualTo(rows);
        assertThat(verdict.sound()).isTrue();
    }

    @Test
    void sumsUpADayThatIsOver() {
        int county = 150_905;
        clock.set("2026-09-01T23:59:00");
        audit.record(county, act("evening"));
        sealer.run();
        clock.set("2026-09-02T00:05:00");
        sealer.run();
        assertThat(days.find(county, LocalDate.parse("2026-09-01"))).isEmpty();

        clock.set("2026-09-02T00:15:00");
        sealer.run();

        var day = days.find(county, LocalDate.parse("2026-09-01")).orElseThrow();
        assertThat(day.rows()).isEqualTo(1);
        assertThat(day.root().text()).isEqualTo(chain(county));
        assertThat(verifier.verify(county).days()).isEqualTo(1);
    }

    @Test
    void aClockSetBackDoesNotTurnTheSealsAround() {
        int county = 150_906;
        clock.set("2026-09-05T12:00:00");
        audit.record(county, act("noon"));
        sealer.run();
        clock.set("2026-09-05T11:50:00");
        audit.record(county, act("again"));
        sealer.run();

        assertThat(verifier.verify(county).sound()).isTrue();
        assertThat(all(county)).extracting(Batch::sealed).isSorted();
    }

    /** A transaction that was over before another began stands before it. */
    private record Written(UUID object, long begun, long over) {}

    @Test
    void sixteenWritersAtOnceAreEachSealedOnceInTheOrderInWhichTheyBecameVisible()
            throws Exception {
        int county = 150_907;
        var written = new ConcurrentLinkedQueue<Written>();
        var writing = new AtomicBoolean(true);
        var start = new Phaser(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sealing =
                    threads.submit(() -> {
                        while (writing.get()) {
                            Wall.whole(sealer::run);
                        }
                    });
            var writers = new ArrayList<java.util.concurrent.Future<?>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                var random = new Random(writer);
                start.register();
                writers.add(
                        threads.submit(() -> {
                            start.arriveAndAwaitAdvance();
                            for (int each = 0; each < TRANSACTIONS; each++) {
                                write(county, random, written);
                            }
                        }));
            }
            start.arriveAndDeregister();
            for (var writer : writers) {
                writer.get();
            }
            writing.set(false);
            sealing.get();
        }
        sealer.run();

        var sealed = objects(county);
        assertThat(sealed)
                .containsExactlyInAnyOrderElementsOf(
                        written.stream().map(each -> each.object().toString()).toList());
        assertThat(turnedAround(sealed, List.copyOf(written))).isEmpty();
        assertThat(all(county)).hasSizeGreaterThan(3);
        assertThat(verifier.verify(county).sound()).isTrue();
    }

    /** One to three rows a transaction; some are slow, some are rolled back. */
    private void write(int county, Random random, ConcurrentLinkedQueue<Written> written) {
        boolean undone = random.nextInt(5) == 0;
        int rows = 1 + random.nextInt(3);
        long begun = System.nanoTime();
        var objects = new ArrayList<UUID>();
        transaction.executeWithoutResult(status -> {
            for (int row = 0; row < rows; row++) {
                var object = UUID.randomUUID();
                audit.record(county, act(object.toString()));
                objects.add(object);
                if (random.nextInt(4) == 0) {
                    db.sql("select count(*) from generate_series(1, 20000)")
                            .query(Long.class)
                            .single();
                }
            }
            if (undone) {
                status.setRollbackOnly();
            }
        });
        long over = System.nanoTime();
        if (!undone) {
            objects.forEach(object -> written.add(new Written(object, begun, over)));
        }
    }

    private static List<String> turnedAround(List<String> sealed, List<Written> written) {
        Map<String, Integer> places = new HashMap<>();
        for (int at = 0; at < sealed.size(); at++) {
            places.put(sealed.get(at), at);
        }
        var byEnd = written.stream().sorted(Comparator.comparingLong(Written::over)).toList();
        var wrong = new ArrayList<String>();
        for (var later : written) {
            for (var earlier : byEnd) {
                if (earlier.over() >= later.begun()) {
                    break;
                }
                if (places.getOrDefault(earlier.object().toString(), -1)
                        > places.getOrDefault(later.object().toString(), -1)) {
                    wrong.add(earlier + " after " + later);
                }
            }
        }
        return wrong;
    }

    private static Act act(String object) {
        return Act.of(Verb.RULE_CHANGED, object);
    }

    private String chain(int county) {
        return batches.head(county).chain().text();
    }

    private List<Batch> all(int county) {
        return transaction.execute(_ -> {
            try (var found = batches.all(county)) {
                return found.toList();
            }
        });
    }

    /** What was sealed, in the order of the seals. */
    private List<String> objects(int county) {
        var names = new HashMap<UUID, String>();
        db.sql("select id, object from audit.act where county = :county")
                .param("county", county)
                .query((row, _) ->
                        names.put(row.getObject("id", UUID.class), row.getString("object")))
                .list();
        return all(county).stream()
                .flatMap(batch -> batch.leaves().stream())
                .map(leaf -> names.getOrDefault(leaf.id(), "?"))
                .toList();
    }

    private static void inAnotherThread(Runnable work) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(() -> Wall.whole(work)).get();
        } catch (InterruptedException | java.util.concurrent.ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
