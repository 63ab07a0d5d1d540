package wanhu.round;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.law.Laws;
import wanhu.law.RuleChange;
import wanhu.law.RuleKey;
import wanhu.law.Source;
import wanhu.org.Level;
import wanhu.people.Staff;

/** When meetings are, by the real calendar of 2026, and how a county sets its own. */
@WanhuTest
class WindowsTest {
    @Autowired Windows windows;
    @Autowired Kinds kinds;
    @Autowired Laws laws;
    @Autowired Staff staff;
    @Autowired County county;
    @Autowired RoundTick tick;
    @Autowired TestClock clock;

    private County.Place place;

    @BeforeEach
    void units() {
        clock.set("2026-02-01T09:00");
        place = county.place();
    }

    private static Instant china(String time) {
        return LocalDateTime.parse(time).atZone(Zones.CHINA).toInstant();
    }

    private Window window(String kind, String at) {
        var instant = china(at);
        return windows.at(place.code(), kinds.get(place.code(), kind, Zones.day(instant)), instant);
    }

    @Test
    void theListOfTheTwentiethClosesThoughTheSpringFestivalLasts() {
        assertThat(window("TOWNSHIP_MONTHLY", "2026-02-20T23:59").until())
                .isEqualTo(china("2026-02-21T00:00"));
        assertThat(window("TOWNSHIP_MONTHLY", "2026-02-21T00:00").period()).isEqualTo("2026-03");
    }

    @Test
    void aCountyThatMovesItWaitsForTheFirstWorkdayAfterTheSpringFestival() {
        var source = new Source("库伦旗办法", "Kulun rules", "3");
        var change =
                new RuleChange(
                        RuleKey.CUTOFF_SHIFT,
                        "WORKDAY_AFTER",
                        LocalDate.parse("2026-02-01"),
                        source);
        laws.change(staff.actor(Role.ADMIN, place.county()), change);

        assertThat(window("TOWNSHIP_MONTHLY", "2026-02-20T23:59").until())
                .isEqualTo(china("2026-02-25T00:00"));
    }

    @Test
    void theCountyHasTwoWorkingDaysAlsoRoundTheHolidays() {
        assertThat(window("COUNTY_MONTHLY", "2026-02-28T09:00").due())
                .isEqualTo(china("2026-03-04T00:00"));
        assertThat(window("COUNTY_MONTHLY", "2026-09-28T09:00").due())
                .isEqualTo(china("2026-10-01T00:00"));
        assertThat(window("COUNTY_MONTHLY", "2026-10-28T09:00").due())
                .isEqualTo(china("2026-10-31T00:00"));
    }

    @Test
    void theTownshipDecidesByTheTwentyEighthOfTheSameMonth() {
        assertThat(window("TOWNSHIP_MONTHLY", "2026-10-20T12:00").due())
                .isEqualTo(china("2026-10-29T00:00"));
        assertThat(window("TOWNSHIP_MONTHLY", "2026-10-21T00:00").due())
                .isEqualTo(china("2026-11-29T00:00"));
    }

    @Test
    void aWeekGoesFromMondayToSundayMidnightAlsoOverNewYear() {
        var week = window("VILLAGE_WEEKLY", "2026-12-31T12:00");

        assertThat(week.period()).isEqualTo("2026-W53");
        assertThat(week.due()).isEqualTo(china("2027-01-04T00:00"));
    }

    @Test
    void aCountySetsItsOwnDayWithASourceAndOldMeetingsKeepTheirs() {
        tick.run();
        var own = own("TOWNSHIP_MONTHLY", new RoundDay.OnDay(25), new RoundDay.OnDay(3));
        kinds.define(staff.actor(Role.COUNTY_CLERK, place.county()), own);

        assertThat(window("TOWNSHIP_MONTHLY", "2026-03-10T09:00").until())
                .isEqualTo(china("2026-03-26T00:00"));
        assertThat(window("TOWNSHIP_MONTHLY", "2026-03-10T09:00").due())
                .isEqualTo(china("2026-04-04T00:00"));
        assertThat(county.running(place.township(), "TOWNSHIP_MONTHLY", RoundState.OPEN).until())
                .isEqualTo(china("2026-02-21T00:00"));
    }

    @Test
    void aDayThatIsNoneAndAPastStartAreRefused() {
        assertThatThrownBy(() -> RoundDay.parse("32nd")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> new RoundKind.Dates(Cadence.DAY_OF_MONTH, null, null))
                .isInstanceOf(Refused.class);
        var late = own("OWN", new RoundDay.OnDay(25), null);
        clock.set("2026-03-01T09:00");
        assertThatThrownBy(() -> kinds.define(staff.actor(Role.COUNTY_CLERK, place.county()), late))
                .isInstanceOf(Refused.class);
    }

    @Test
    void theShippedKindsAreTheWeeklyTheTwentiethTheTwentyEighthAndTheCalledOnes() {
        assertThat(ShippedKinds.ALL)
                .extracting(RoundKind::code)
                .isEqualTo(
                        List.of(
                                "VILLAGE_WEEKLY",
                                "TOWNSHIP_MONTHLY",
                                "COUNTY_MONTHLY",
                                "TOWNSHIP_CALLED",
                                "COUNTY_CALLED"));
    }

    private static RoundKind own(String code, RoundDay cutoff, @Nullable RoundDay decide) {
        var text = new RoundKind.Text("镇例会", "Township meeting");
        return new RoundKind(
                code,
                0,
                Level.TOWNSHIP,
                text,
                new RoundKind.Dates(Cadence.DAY_OF_MONTH, cutoff, decide),
                0,
                new RoundKind.Text("库伦旗办法第3条", "Kulun rules, article 3"),
                LocalDate.parse("2026-02-01"),
                true);
    }
}
