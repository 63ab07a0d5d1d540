package wanhu.queue;

import java.util.List;
import org.springframework.stereotype.Component;
import wanhu.base.Vital;
import wanhu.base.VitalSource;

/** How much of what may be kept for clients is kept. */
@Component
class QueueVitals implements VitalSource {
    private final Memory memory;

    QueueVitals(Memory memory) {
        this.memory = memory;
    }

    @Override
    public List<Vital> vitals() {
        return List.of(
                Vital.below(
                        "queue.vital.memory-percent",
                        memory.percent(),
                        Memory.SCARCE_PERCENT,
                        Memory.CROWDED_PERCENT));
    }
}
