package wanhu.promise;

import java.time.Instant;
import java.util.UUID;
import wanhu.base.Fact;

/**
 * A clock has reached a part of its time; told once for each part, in the transaction that claimed
 * it.
 *
 * @param subject whose clock it is
 * @param percent 50, 80 or 100
 */
public record ClockReached(int county, UUID subject, ClockKind kind, int percent, Instant at)
        implements Fact {}
