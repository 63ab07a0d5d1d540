package wanhu.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wanhu.base.Zones;
import wanhu.calendar.Lateness;

/** How late a project or a milestone is. */
final class Behind {
    /** So many days before the last one it is called soon. */
    private static final int WARN_DAYS = 7;

    private Behind() {}

    static Lateness of(Project project, Instant now) {
        var next = project.nextDue();
        if (next.isPresent()) {
            return of(next.get(), false, now);
        }
        return project.phase() == Phase.DROPPED ? Lateness.NONE : Lateness.DONE;
    }

    /** Of the deadline of all, whatever milestone comes next. */
    static Lateness whole(Project project, Instant now) {
        return project.phase().live()
                ? of(project.promise().deadline(), false, now)
                : of(project, now);
    }

    /** Of something that has to be done on the day at the latest. */
    static Lateness of(LocalDate day, boolean done, Instant now) {
        return done
                ? Lateness.DONE
                : Lateness.of(end(day), Zones.startOf(day.minusDays(WARN_DAYS)), now);
    }

    /** End of the day that comes next, exclusive; null when none does. */
    static @Nullable Instant due(Project project) {
        Optional<LocalDate> next = project.nextDue();
        return next.map(Behind::end).orElse(null);
    }

    /** End of a day, exclusive. */
    static Instant end(LocalDate day) {
        return Zones.startOf(day.plusDays(1));
    }
}
