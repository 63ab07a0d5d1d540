package wanhu.org;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Fact;

/** Somebody has been appointed to a post from a day on. */
public record Appointed(
        int county, Instant at, UUID appointment, UUID post, @Nullable UUID person, LocalDate from)
        implements Fact {}
