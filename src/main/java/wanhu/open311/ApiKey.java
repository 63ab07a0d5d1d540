package wanhu.open311;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The right of another system to report, without the secret itself.
 *
 * @param name whose it is
 * @param unit in whose territory it may report
 * @param ended since when it opens nothing; null while it is good
 */
record ApiKey(int county, UUID id, String name, UUID unit, Instant made, @Nullable Instant ended) {}
