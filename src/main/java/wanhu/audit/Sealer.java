package wanhu.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.SealedRow;
import wanhu.base.SealedRows;
import wanhu.base.Zones;
import wanhu.vault.Signatures;

/**
 * Seals what has been committed since the last time: exactly the rows that one snapshot of
 * PostgreSQL sees and the snapshot before did not, whatever their ids and however long their
 * transactions took. One node at a time does it; a writer never waits for it.
 */
@Component
class Sealer {
    /** So many leaves a batch at most; a proof reads one batch. */
    static final int LEAVES_MAX = 4096;

    private static final long LOCK = 0x57616e68755365L;
    private static final int DAYS_MAX = 1000;

    /** A day is summed up so long after its end, in case a clock is put right. */
    private static final Duration NIGHT = Duration.ofMinutes(10);

    private static final Comparator<Next> ORDER =
            Comparator.<Next>comparingInt(next -> next.row().county())
                    .thenComparingLong(next -> next.row().transaction())
                    .thenComparing(next -> next.row().id(), Leaf::compare);

    private final JdbcClient db;
    private final List<SealedRows> tables;
    private final BatchStore batches;
    private final DayStore days;
    private final Signatures signatures;
    private final Clock clock;

    Sealer(
            JdbcClient db,
            List<SealedRows> tables,
            BatchStore batches,
            DayStore days,
            Signatures signatures,
            Clock clock) {
        this.db = db;
        this.signatures = signatures;
        this.tables = tables;
        this.batches = batches;
        this.days = days;
        this.clock = clock;
    }

    /** Every two seconds; when nothing was written it reads one row. */
    @Scheduled(fixedDelayString = "${wanhu.seal:PT2S}", initialDelayString = "${wanhu.seal:PT2S}")
    @Transactional
    public void run() {
        if (!leads()) {
            return;
        }
        closeDays();
        var window = batches.window();
        if (window.back()) {
            throw new IllegalStateException(
                    "Expected the database in which was sealed but its transactions begin anew");
        }
        if (!window.moved()) {
            return;
        }
        boolean some = seal(window);
        if (some || window.worthNoting()) {
            batches.saw(window.now());
        }
    }

    private boolean leads() {
        return db.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single();
    }

    /** The next row of a table. */
    private record Next(char letter, SealedRow row, Iterator<SealedRow> rest) {}

    private boolean seal(BatchStore.Window window) {
        var queue = new PriorityQueue<>(ORDER);
        var open = new ArrayList<Stream<SealedRow>>();
        try {
            for (var table : tables) {
                var rows = table.between(window.seen(), window.now());
                open.add(rows);
                offer(queue, table.letter(), rows.iterator());
            }
            boolean some = !queue.isEmpty();
            drain(queue);
            return some;
        } finally {
            open.forEach(Stream::close);
        }
    }

    private void drain(PriorityQueue<Next> queue) {
        @Nullable Growing growing = null;
        for (var next = queue.poll(); next != null; next = queue.poll()) {
            if (growing == null || growing.county != next.row().county()) {
                if (growing != null) {
                    growing.finish();
                }
                growing = new Growing(next.row().county());
            }
            growing.add(next);
            offer(queue, next.letter(), next.rest());
        }
        if (growing != null) {
            growing.finish();
        }
    }

    private static void offer(PriorityQueue<Next> queue, char letter, Iterator<SealedRow> rows) {
        if (rows.hasNext()) {
            queue.add(new Next(letter, rows.next(), rows));
        }
    }

    /** The batches of one county that are being made. */
    private final class Growing {
        private final int county;
        private final Instant now;
        private final @Nullable Instant since;
        private final Hasher hasher = Hasher.of(signatures.suite());
        private final List<Leaf> leaves = new ArrayList<>();
        private Batch.Head head;
        private long from;
        private long until;

        Growing(int county) {
            this.county = county;
            this.head = batches.head(county);
            this.since = head.sealed();
            this.now = after(clock.instant().truncatedTo(ChronoUnit.MICROS), since);
        }

        void add(Next next) {
            if (leaves.isEmpty()) {
                from = next.row().transaction();
            }
            until = next.row().transaction();
            leaves.add(Leaf.of(hasher, next.letter(), next.row()));
            if (leaves.size() == LEAVES_MAX) {
                finish();
            }
        }

        void finish() {
            if (leaves.isEmpty()) {
                return;
            }
            var batch = batch(Hash.ZERO);
            var chained = batch(batch.chainAfter(head.chain()));
            batches.add(chained);
            head = new Batch.Head(chained.number(), chained.chain(), now);
            leaves.clear();
        }

        private Batch batch(Hash chain) {
            return new Batch(
                    hasher.suite(),
                    county,
                    head.number() + 1,
                    now,
                    since,
                    Zones.day(now),
                    List.copyOf(leaves),
                    from,
                    until,
                    Leaf.root(hasher, leaves),
                    chain);
        }
    }

    /** A seal never seems to come before the one before it, even when the clock was set back. */
    private static Instant after(Instant now, @Nullable Instant since) {
        return since == null || now.isAfter(since) ? now : since;
    }

    /** Sums up and signs the days that are over. */
    private void closeDays() {
        var now = clock.instant();
        for (var open : days.open(Zones.day(now.minus(NIGHT)), DAYS_MAX)) {
            var links = batches.links(open.county(), open.date());
            var day = day(open, links, now);
            days.add(day.signedBy(signatures.sign(Canon.bytes(day.statement()))));
        }
    }

    private DayStore.Day day(DayStore.Open open, List<BatchStore.Link> links, Instant now) {
        var hasher = Hasher.of(signatures.suite());
        return new DayStore.Day(
                open.county(),
                open.date(),
                links.getFirst().number(),
                links.getLast().number(),
                links.stream().mapToLong(BatchStore.Link::rows).sum(),
                hasher.suite(),
                hasher.root(links.stream().map(BatchStore.Link::chain).toList()),
                now,
                null);
    }
}
