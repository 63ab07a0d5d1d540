package wanhu.matter;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes contacts whose time is over, in batches, every hour; may come late or twice. */
@Component
public class RetentionTick {
    private final Retention retention;

    RetentionTick(Retention retention) {
        this.retention = retention;
    }

    /** All counties, until nothing is left. */
    @Scheduled(
            fixedDelayString = "${wanhu.retention:PT1H}",
            initialDelayString = "${wanhu.retention:PT1H}")
    public void run() {
        for (int county : retention.counties()) {
            int gone = Retention.ERASE_ROWS_MAX;
            while (gone == Retention.ERASE_ROWS_MAX) {
                gone = retention.erase(county);
            }
        }
    }
}
