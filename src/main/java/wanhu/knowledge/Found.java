package wanhu.knowledge;

import java.time.LocalDate;
import java.util.UUID;

/**
 * An article that may answer what somebody asks.
 *
 * @param version the one that is shown
 * @param owner the unit that answers for it
 * @param reviewed the day on which it was last found right
 */
public record Found(
        UUID id,
        int version,
        String title,
        String body,
        String basis,
        UUID owner,
        LocalDate reviewed) {}
