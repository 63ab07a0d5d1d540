package wanhu.status;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;
import wanhu.base.Vital;
import wanhu.base.VitalSource;
import wanhu.base.Zones;
import wanhu.calendar.Calendars;
import wanhu.org.Units;

/** The program itself, and the calendars without which no deadline of next year is right. */
@Component
class ProgramVitals implements VitalSource {
    private static final double MIB = 1 << 20;
    private static final double HEAP_WATCH = 0.9;

    private final Units units;
    private final Calendars calendars;
    private final Clock clock;

    ProgramVitals(Units units, Calendars calendars, Clock clock) {
        this.units = units;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public List<Vital> vitals() {
        return List.of(uptime(), heap(), calendars());
    }

    private static Vital uptime() {
        var up = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        return new Vital(
                "status.vital.up-seconds",
                (double) up.toSeconds(),
                Vital.State.GOOD,
                List.of(up.toDays(), up.toHoursPart(), up.toMinutesPart()));
    }

    private static Vital heap() {
        var runtime = Runtime.getRuntime();
        double used = (double) runtime.totalMemory() - runtime.freeMemory();
        double max = (double) runtime.maxMemory();
        var state = used > HEAP_WATCH * max ? Vital.State.WATCH : Vital.State.GOOD;
        return new Vital(
                "status.vital.heap-bytes",
                used,
                state,
                List.of(Math.rint(used / MIB), Math.rint(max / MIB)));
    }

    private Vital calendars() {
        var today = Zones.day(clock.instant());
        long missing =
                units.counties().stream()
                        .filter(county -> calendars.nextYearMissing(county, today))
                        .count();
        return Vital.below("status.vital.missing-calendars", missing, 1, Long.MAX_VALUE);
    }
}
