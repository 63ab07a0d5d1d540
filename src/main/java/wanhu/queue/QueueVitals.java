package wanhu.queue;

import java.util.List;
import org.springframework.stereotype.Component;
import wanhu.base.Vital;
import wanhu.base.VitalSource;

/** How much of what may be kept for clients is kept, and how many found no room. */
@Component
class QueueVitals implements VitalSource {
    /** Ten a second: no short rush any more. */
    private static final int AWAY_BAD = 1200;

    private final Memory memory;
    private final Away away;

    QueueVitals(Memory memory, Away away) {
        this.memory = memory;
        this.away = away;
    }

    @Override
    public List<Vital> vitals() {
        return List.of(
                Vital.below(
                        "queue.vital.memory-percent",
                        memory.percent(),
                        Memory.SCARCE_PERCENT,
                        Memory.CROWDED_PERCENT),
                Vital.below("queue.vital.sent-away-requests", away.lately(), 1, AWAY_BAD));
    }
}
