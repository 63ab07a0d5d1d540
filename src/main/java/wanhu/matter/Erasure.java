package wanhu.matter;

import java.time.Instant;

/**
 * What the retention rule removed at one time.
 *
 * @param before matters that were closed before
 * @param term how long contacts are kept, as the rule states it
 * @param source where the rule comes from
 * @param requesters of how many people
 * @param names how many names
 * @param phones how many phones
 */
public record Erasure(
        Instant at,
        Instant before,
        String term,
        String source,
        int requesters,
        int names,
        int phones) {}
