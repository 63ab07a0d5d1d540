package wanhu.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.SealedRows;
import wanhu.base.Wall;
import wanhu.vault.Signatures;

/**
 * Computes everything anew from the rows and compares it with the seals: each row with its leaf,
 * each tree with its root, each root with the chain, the end of the chain, and the roots of days.
 */
@Component
class Verifier {
    /** So many leaves are compared at once; more would only need more memory. */
    private static final int WINDOW_LEAVES = 100_000;

    private static final int DAYS_MAX = 40_000;
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final List<SealedRows> tables;
    private final BatchStore batches;
    private final DayStore days;
    private final Signatures signatures;

    Verifier(List<SealedRows> tables, BatchStore batches, DayStore days, Signatures signatures) {
        this.signatures = signatures;
        this.tables = tables;
        this.batches = batches;
        this.days = days;
    }

    /** Counties that have a record. */
    @Transactional(readOnly = true)
    public List<Integer> counties() {
        return batches.counties();
    }

    /** Verifies the whole record of a county, as it is at one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verdict verify(int county) {
        return Wall.whole(() -> verified(county));
    }

    private Verdict verified(int county) {
        var walk = new Walk(county, tables);
        var finding = chain(county, walk).or(() -> end(county, walk)).or(() -> walk.rest(seen()));
        int checked = 0;
        if (finding.isEmpty()) {
            var closed = days.list(county, LAST_DAY, DAYS_MAX);
            checked = closed.size();
            finding = days(closed.reversed());
        }
        return new Verdict(
                county,
                walk.batches(),
                walk.rows(),
                walk.waiting(),
                checked,
                walk.chain().text(),
                finding);
    }

    private Snapshot seen() {
        return Snapshot.of(batches.window().seen());
    }

    private Optional<Finding> chain(int county, Walk walk) {
        try (var all = batches.all(county)) {
            var window = new ArrayList<Batch>();
            int leaves = 0;
            for (var each = all.iterator(); each.hasNext(); ) {
                var batch = each.next();
                boolean full = leaves >= WINDOW_LEAVES;
                if (full || (leaves > 0 && window.getLast().suite() != batch.suite())) {
                    var finding = walk.window(window);
                    if (finding.isPresent()) {
                        return finding;
                    }
                    window.clear();
                    leaves = 0;
                }
                window.add(batch);
                leaves += batch.leaves().size();
            }
            return window.isEmpty() ? Optional.empty() : walk.window(window);
        }
    }

    private Optional<Finding> end(int county, Walk walk) {
        var head = batches.head(county);
        boolean same = head.number() == walk.batches() && head.chain().equals(walk.chain());
        return same
                ? Optional.empty()
                : Optional.of(Finding.batch(Finding.Kind.CUT_OFF, walk.batches() + 1));
    }

    /** Each root and each signature; once days are signed, none may be without. */
    private Optional<Finding> days(List<DayStore.Day> closed) {
        boolean signed = false;
        for (var day : closed) {
            signed |= day.signature() != null;
            if (!rooted(day)) {
                return Optional.of(Finding.batch(Finding.Kind.DAY_CHANGED, day.firstBatch()));
            }
            if (signed && !signed(day)) {
                return Optional.of(Finding.batch(Finding.Kind.DAY_SIGNATURE, day.firstBatch()));
            }
        }
        return Optional.empty();
    }

    private boolean rooted(DayStore.Day day) {
        var links = batches.links(day.county(), day.date());
        return Hasher.of(day.suite())
                .root(links.stream().map(BatchStore.Link::chain).toList())
                .equals(day.root());
    }

    private boolean signed(DayStore.Day day) {
        var signature = day.signature();
        return signature != null && signatures.signed(Canon.bytes(day.statement()), signature);
    }
}
