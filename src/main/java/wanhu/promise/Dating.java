package wanhu.promise;

import java.time.Instant;
import org.springframework.stereotype.Component;
import wanhu.base.Zones;
import wanhu.calendar.Calendars;
import wanhu.law.Laws;
import wanhu.law.RuleKey;

/**
 * Dates clocks: by the county's calendar of today, and by the shares for reminders that were in
 * force on the day on which the clock began, since an old act keeps its rule.
 */
@Component
class Dating {
    private final Calendars calendars;
    private final Laws laws;

    Dating(Calendars calendars, Laws laws) {
        this.calendars = calendars;
        this.laws = laws;
    }

    Dated of(int county, RunningClock clock, Instant now) {
        var calendar = calendars.of(county);
        var began = Zones.day(clock.started());
        var shares =
                new Shares(
                        laws.number(county, RuleKey.CHASE_FIRST, began),
                        laws.number(county, RuleKey.CHASE_SECOND, began));
        return new Dated(clock, shares, clock.derive(calendar, shares, now), calendar.version());
    }
}
