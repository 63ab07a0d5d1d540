package wanhu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static wanhu.calendar.ChinaTime.at;
import static wanhu.calendar.ChinaTime.day;
import static wanhu.calendar.ChinaTime.end;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final WorkCalendar CALENDAR = WorkCalendar.national();
    private static final Instant MONDAY = at("2026-11-02T09:00");
    private static final Term FIVE = Term.parse("5wd");

    @Test
    void warnsAtFourFifthsAndChasesAtHalf() {
        var derived = Budget.of(MONDAY, FIVE).derive(CALENDAR, MONDAY);

        assertThat(derived.lastDay()).isEqualTo(day("2026-11-09"));
        assertThat(derived.halfAt()).isEqualTo(at("2026-11-05T12:00"));
        assertThat(derived.warnAt()).isEqualTo(end("2026-11-06"));
        assertThat(derived.nextCheck()).isEqualTo(derived.halfAt());
    }

    @Test
    void warnsByTheHourWithinHours() {
        var derived = Budget.of(MONDAY, Term.parse("24h")).derive(CALENDAR, MONDAY);

        assertThat(derived.halfAt()).isEqualTo(at("2026-11-02T21:00"));
        assertThat(derived.warnAt()).isEqualTo(at("2026-11-03T04:12"));
        assertThat(derived.dueAt()).isEqualTo(at("2026-11-03T09:00"));
    }

    @Test
    void remindsAtOtherSharesWhenARuleSaysSo() {
        var derived = Budget.of(MONDAY, Term.parse("10h")).derive(CALENDAR, MONDAY, 30, 90);

        assertThat(derived.halfAt()).isEqualTo(at("2026-11-02T12:00"));
        assertThat(derived.warnAt()).isEqualTo(at("2026-11-02T18:00"));
    }

    @Test
    void looksAheadToTheNextRungUntilThereIsNone() {
        var budget = Budget.of(MONDAY, FIVE);

        assertThat(budget.derive(CALENDAR, at("2026-11-05T12:00")).nextCheck())
                .isEqualTo(end("2026-11-06"));
        assertThat(budget.derive(CALENDAR, at("2026-11-09T10:00")).nextCheck())
                .isEqualTo(end("2026-11-09"));
        assertThat(budget.derive(CALENDAR, end("2026-11-09")).nextCheck()).isNull();
    }

    @Test
    void extendsFromTheOriginalLastDayAndNotFromNow() {
        var extended = new Budget(MONDAY, FIVE, List.of(), List.of(Term.parse("10wd")));

        assertThat(extended.derive(CALENDAR, at("2026-11-04T10:00")).lastDay())
                .isEqualTo(day("2026-11-23"));
        assertThat(extended.derive(CALENDAR, at("2026-11-09T10:00")).lastDay())
                .isEqualTo(day("2026-11-23"));
    }

    @Test
    void extendsARolledLastDayFromTheDayToWhichItWasRolled() {
        var started = at("2026-09-30T10:00");
        var extended = new Budget(started, Term.parse("3d"), List.of(), List.of(Term.parse("2d")));

        assertThat(Budget.of(started, Term.parse("3d")).derive(CALENDAR, started).lastDay())
                .isEqualTo(day("2026-10-08"));
        assertThat(extended.derive(CALENDAR, started).lastDay()).isEqualTo(day("2026-10-10"));
    }

    @Test
    void givesBackTheWholeWorkdaysOnWhichTheClockStood() {
        var derived = paused("2026-11-04T10:00", "2026-11-06T09:00", "2026-11-06T09:00");

        assertThat(derived.lastDay()).isEqualTo(day("2026-11-11"));
        assertThat(derived.paused()).isFalse();
    }

    @Test
    void givesBackNothingForAPauseWithinADay() {
        assertThat(paused("2026-11-04T10:00", "2026-11-04T16:00", "2026-11-05T09:00").lastDay())
                .isEqualTo(day("2026-11-09"));
    }

    @Test
    void givesBackNothingForAPauseOverAWeekend() {
        assertThat(paused("2026-11-07T10:00", "2026-11-09T08:00", "2026-11-09T09:00").lastDay())
                .isEqualTo(day("2026-11-09"));
    }

    @Test
    void rollsAgainAfterAPauseThatEndsBeforeAHoliday() {
        var started = at("2026-09-23T10:00");
        var pause = List.of(new Suspension(at("2026-09-24T10:00"), at("2026-09-29T10:00"), "补充"));

        var derived =
                new Budget(started, Term.parse("5d"), pause, List.of()).derive(CALENDAR, started);

        assertThat(derived.lastDay()).isEqualTo(day("2026-10-08"));
    }

    @Test
    void givesBackTheExactTimeForHours() {
        var pause = List.of(new Suspension(at("2026-11-02T11:00"), at("2026-11-02T14:20"), "补充"));

        var derived =
                new Budget(MONDAY, Term.parse("24h"), pause, List.of()).derive(CALENDAR, MONDAY);

        assertThat(derived.dueAt()).isEqualTo(at("2026-11-03T12:20"));
    }

    @Test
    void givesBackOnlyWorkingTimeForWorkHours() {
        var pause = List.of(new Suspension(at("2026-11-02T11:00"), at("2026-11-02T15:30"), "补充"));

        var derived =
                new Budget(MONDAY, Term.parse("4wh"), pause, List.of()).derive(CALENDAR, MONDAY);

        assertThat(derived.dueAt()).isEqualTo(at("2026-11-02T17:30"));
    }

    @Test
    void standsWithoutANextCheckAndMovesItsEndWithEachDay() {
        var early = paused("2026-11-04T10:00", null, "2026-11-05T09:00");
        var late = paused("2026-11-04T10:00", null, "2026-11-16T09:00");

        assertThat(early.paused()).isTrue();
        assertThat(early.nextCheck()).isNull();
        assertThat(early.lastDay()).isEqualTo(day("2026-11-10"));
        assertThat(late.lastDay()).isEqualTo(day("2026-11-19"));
    }

    @Test
    void cannotBeStoppedAfterItHasRunOut() {
        var derived = paused("2026-11-10T10:00", null, "2026-11-12T10:00");

        assertThat(derived.paused()).isFalse();
        assertThat(derived.lastDay()).isEqualTo(day("2026-11-09"));
    }

    @Test
    void pausesWithinAnExtensionToo() {
        var pause = List.of(new Suspension(at("2026-11-12T10:00"), at("2026-11-16T10:00"), "会商"));
        var budget = new Budget(MONDAY, FIVE, pause, List.of(Term.parse("10wd")));

        assertThat(budget.derive(CALENDAR, at("2026-11-16T11:00")).lastDay())
                .isEqualTo(day("2026-11-25"));
    }

    private static Derived paused(String from, @Nullable String until, String now) {
        var pause = new Suspension(at(from), until == null ? null : at(until), "补充");
        return new Budget(MONDAY, FIVE, List.of(pause), List.of()).derive(CALENDAR, at(now));
    }
}
