package wanhu.board;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Vital;
import wanhu.base.VitalSource;

/** How far the figures are behind what happened, and whether they are what the matters say. */
@Component
class FoldVitals implements VitalSource {
    private static final Duration WATCH = Duration.ofMinutes(1);
    private static final Duration BAD = Duration.ofMinutes(10);
    private static final Duration UNCOMPARED_WATCH = Duration.ofHours(36);
    private static final Duration UNCOMPARED_BAD = Duration.ofDays(7);

    private final RollupStore store;
    private final List<Rollup> kept;
    private final Clock clock;

    FoldVitals(RollupStore store, List<Rollup> kept, Clock clock) {
        this.store = store;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Vital> vitals() {
        var now = clock.instant();
        var last =
                kept.stream().map(store::oldest).flatMap(Optional::stream).min(Instant::compareTo);
        var found = store.found();
        var oldest = found.oldest();
        return List.of(
                Vital.below(
                        "board.vital.behind-seconds",
                        last.map(at -> since(at, now).toSeconds()).orElse(0L),
                        WATCH.toSeconds(),
                        BAD.toSeconds()),
                differing(found.differing()),
                Vital.below(
                        "board.vital.uncompared-hours",
                        oldest == null ? 0 : since(oldest, now).toHours(),
                        UNCOMPARED_WATCH.toHours(),
                        UNCOMPARED_BAD.toHours()));
    }

    /** What differed has been made anew; why it did somebody has to find out. */
    private static Vital differing(int cells) {
        return new Vital(
                "board.vital.differing-cells",
                cells,
                cells == 0 ? Vital.State.GOOD : Vital.State.WATCH,
                List.of(cells));
    }

    private static Duration since(Instant at, Instant now) {
        return at.isAfter(now) ? Duration.ZERO : Duration.between(at, now);
    }
}
