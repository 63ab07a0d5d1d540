package wanhu.intake;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Vital;
import wanhu.base.VitalSource;

/** Files that are being read in, and those among them that nobody goes on with. */
@Component
class ImportVitals implements VitalSource {
    private static final Duration SILENCE = Duration.ofMinutes(2);

    private final FileImportStore store;
    private final Clock clock;

    ImportVitals(FileImportStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Vital> vitals() {
        var now = clock.instant();
        int running = store.abandoned(now.plusSeconds(1)).size();
        int stuck = store.abandoned(now.minus(SILENCE)).size();
        var state = stuck > 0 ? Vital.State.BAD : Vital.State.GOOD;
        return List.of(
                new Vital("intake.vital.running-imports", running, state, List.of(running, stuck)));
    }
}
