package wanhu.board;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Vital;
import wanhu.base.VitalSource;

/** How far the figures are behind what happened. */
@Component
class FoldVitals implements VitalSource {
    private static final Duration WATCH = Duration.ofMinutes(1);
    private static final Duration BAD = Duration.ofMinutes(10);

    private final FoldStore store;
    private final Clock clock;

    FoldVitals(FoldStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Vital> vitals() {
        var now = clock.instant();
        long behind = store.oldest().map(at -> Duration.between(at, now).toSeconds()).orElse(0L);
        return List.of(
                Vital.below(
                        "board.vital.behind-seconds",
                        Math.max(0, behind),
                        WATCH.toSeconds(),
                        BAD.toSeconds()));
    }
}
