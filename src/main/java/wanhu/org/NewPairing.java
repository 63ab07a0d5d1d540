package wanhu.org;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What is needed to pair a unit with a village.
 *
 * @param village the village or community
 * @param unit the unit that stands behind it
 * @param leader the leader who answers for it, may be empty
 * @param from first day
 */
public record NewPairing(UUID village, UUID unit, String leader, LocalDate from) {
    public NewPairing {
        leader = leader.strip();
    }
}
