package wanhu.matter;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.OrgPath;
import wanhu.life.Stage;

/**
 * A matter that waits to be solved, as a meeting's list shows it.
 *
 * @param place the unit in which it lies
 * @param holder who must act now
 * @param came when it came to the level that holds it; before the first move, when it was reported
 * @param due end of the next promise, exclusive; null when none runs
 */
public record Waiting(
        UUID id,
        String number,
        String title,
        UUID place,
        OrgPath placePath,
        UUID holder,
        Stage stage,
        Urgency urgency,
        Instant came,
        @Nullable Instant due) {
    /**
     * What puts a matter before others.
     *
     * @param urgent it left the monthly rhythm
     * @param danger life or property is in danger
     * @param supporters how many ask for it
     */
    public record Urgency(boolean urgent, boolean danger, int supporters) {}
}
