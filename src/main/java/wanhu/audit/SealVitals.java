package wanhu.audit;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.SealedRows;
import wanhu.base.Vital;
import wanhu.base.VitalSource;

/** How many rows wait for their seal, which comes every two seconds. */
@Component
class SealVitals implements VitalSource {
    private static final int WATCH = 2_000;
    private static final int BAD = 10_000;

    private final List<SealedRows> tables;
    private final BatchStore batches;

    SealVitals(List<SealedRows> tables, BatchStore batches) {
        this.tables = tables;
        this.batches = batches;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Vital> vitals() {
        var window = batches.window();
        long rows = 0;
        for (var table : tables) {
            try (var waiting = table.between(window.seen(), window.now())) {
                rows += waiting.limit(BAD).count();
            }
        }
        return List.of(Vital.below("audit.vital.unsealed-rows", rows, WATCH, BAD));
    }
}
