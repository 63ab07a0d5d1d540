package wanhu.org;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Fact;

/** An appointment ends with that last day; who holds no other post may not act after it. */
public record AppointmentEnded(
        int county,
        Instant at,
        UUID appointment,
        UUID post,
        @Nullable UUID person,
        LocalDate lastDay)
        implements Fact {}
