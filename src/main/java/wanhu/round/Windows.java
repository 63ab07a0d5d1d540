package wanhu.round;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.springframework.stereotype.Component;
import wanhu.base.Zones;
import wanhu.calendar.Calendars;
import wanhu.calendar.Cutoffs;
import wanhu.calendar.Deadline;
import wanhu.calendar.Period;
import wanhu.calendar.Term;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.law.RuleKind;

/** When the meetings of a kind are, by the county's rules and calendar. */
@Component
class Windows {
    private final Laws laws;
    private final Calendars calendars;

    Windows(Laws laws, Calendars calendars) {
        this.laws = laws;
        this.calendars = calendars;
    }

    /** The meeting on whose list comes what is open at an instant. */
    Window at(int county, RoundKind kind, Instant at) {
        return switch (kind.dates().cadence()) {
            case WEEKLY -> week(Cutoffs.week(at));
            case DAY_OF_MONTH -> month(county, kind, at);
            case NONE -> called(at);
        };
    }

    private static Window week(Period week) {
        return new Window(week.key(), week.from(), week.until(), null, week.until());
    }

    private static Window called(Instant at) {
        var day = Zones.day(at);
        return new Window(day.toString(), Zones.startOf(day), at, at, null);
    }

    private Window month(int county, RoundKind kind, Instant at) {
        var on = Zones.day(at);
        var cutoff = kind.dates().cutoff();
        if (cutoff == null) {
            throw new IllegalStateException(
                    "Expected a cut-off of " + kind.code() + " but it has none");
        }
        var period = cutoffs(county, cutoff, on).month(at);
        var decide = kind.dates().decide();
        var due = decide == null ? null : due(county, decide, period, on);
        return new Window(period.key(), period.from(), period.until(), period.until(), due);
    }

    private Instant due(int county, RoundDay decide, Period period, LocalDate on) {
        return switch (decide) {
            case RoundDay.After(var term) -> after(county, period, term);
            case RoundDay.ByRule(var key) when key.kind() == RuleKind.TERM ->
                    after(county, period, laws.term(county, key, on));
            case RoundDay.ByRule _, RoundDay.OnDay _ ->
                    next(cutoffs(county, decide, on), period.until());
        };
    }

    /** As the limit of the matter itself has it: counted from the last day of the list (E4). */
    private Instant after(int county, Period period, Term term) {
        return Deadline.due(Zones.startOf(period.lastDay()), term, calendars.of(county));
    }

    private static Instant next(Cutoffs days, Instant after) {
        var month = YearMonth.from(Zones.day(after)).minusMonths(1);
        while (!days.cutoff(month).isAfter(after)) {
            month = month.plusMonths(1);
        }
        return days.cutoff(month);
    }

    private Cutoffs cutoffs(int county, RoundDay day, LocalDate on) {
        var calendar = calendars.of(county);
        return switch (day) {
            case RoundDay.ByRule(var key) -> laws.cutoffs(county, key, calendar, on);
            case RoundDay.OnDay(var number) ->
                    new Cutoffs(
                            number, laws.rule(county, RuleKey.CUTOFF_SHIFT, on).shift(), calendar);
            case RoundDay.After(var term) ->
                    throw new IllegalStateException("Expected a day of the month but got " + term);
        };
    }
}
