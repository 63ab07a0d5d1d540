package wanhu.org;

import java.util.List;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;

/**
 * What an act would do, shown before it is approved.
 *
 * @param change the change
 * @param moving units whose place changes, highest first
 * @param closing units that are closed
 * @param appointments appointments that end because their unit is closed
 * @param no why the act cannot be done, or null
 */
record ActPreview(
        UnitChange change,
        List<Unit> moving,
        List<Unit> closing,
        int appointments,
        @Nullable Refused no) {
    ActPreview {
        moving = List.copyOf(moving);
        closing = List.copyOf(closing);
    }
}
