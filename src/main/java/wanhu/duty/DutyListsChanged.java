package wanhu.duty;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import wanhu.base.Fact;

/** A new edition of the duty lists holds from a day on. */
public record DutyListsChanged(int county, Instant at, UUID edition, LocalDate validFrom)
        implements Fact {}
