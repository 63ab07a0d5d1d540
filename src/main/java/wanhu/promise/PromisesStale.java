package wanhu.promise;

import java.time.Instant;
import java.util.UUID;
import wanhu.base.Fact;

/**
 * The calendar has changed since a subject's clocks were derived.
 *
 * @param calendar version of the calendar that holds now
 */
public record PromisesStale(int county, UUID subject, String calendar, Instant at)
        implements Fact {}
