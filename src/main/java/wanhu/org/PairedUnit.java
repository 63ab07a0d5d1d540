package wanhu.org;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 包联单位: a unit that stands behind a village.
 *
 * @param id the pairing
 * @param village the village
 * @param unit the paired unit
 * @param leader the leader who answers for it, may be empty
 * @param from first day
 * @param until last day, or null when open
 */
public record PairedUnit(
        UUID id,
        UUID village,
        UUID unit,
        String leader,
        LocalDate from,
        @Nullable LocalDate until) {}
