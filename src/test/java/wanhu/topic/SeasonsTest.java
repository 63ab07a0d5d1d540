package wanhu.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** What comes each season, as a county has it. */
@WanhuTest
class SeasonsTest {
    private static final int COUNTY = 154_720;

    @Autowired Seasons seasons;
    private static final int REMINDED = 154842;
    private static final Pattern TOLD = Pattern.compile("季节性工作提醒：供暖季");

    @Autowired Staff staff;
    @Autowired SeasonWatch watch;
    @Autowired TestClock clock;

    @Test
    void aCountyAdaptsTheSeasonalListByVersions() {
        var office = staff.actor(Role.COUNTY_CLERK, staff.county(COUNTY));
        var heating =
                seasons.list(COUNTY).stream()
                        .filter(each -> each.code().equals("heating"))
                        .findFirst()
                        .orElseThrow();
        var own =
                new Season(
                        "heating",
                        heating.version(),
                        "供暖季",
                        9,
                        5,
                        45,
                        List.of("water"),
                        "早查管网",
                        true);
        seasons.save(office, own);

        assertThat(seasons.list(COUNTY))
                .filteredOn(each -> each.code().equals("heating"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.version()).isEqualTo(1);
                    assertThat(each.from()).isEqualTo(9);
                });
        assertThatThrownBy(() -> seasons.save(office, own))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("CONFLICT");
        assertThat(seasons.coming(office))
                .extracting(each -> each.season().code())
                .contains("heating");
    }

    @Test
    void aSeasonThatIsNearIsToldOnceToTheCountyAndItsTownships() {
        clock.set("2026-09-10T09:00");
        var county = staff.county(REMINDED);
        var township = staff.below(county, UnitKind.TOWNSHIP, "取暖镇");
        watch.remind(REMINDED);
        watch.remind(REMINDED);
        clock.set("2026-09-20T09:00");
        watch.remind(REMINDED);

        assertThat(told(Role.COUNTY_CLERK, county)).isEqualTo(1);
        assertThat(told(Role.TOWNSHIP_CLERK, township)).isEqualTo(1);
    }

    private long told(Role role, Unit unit) {
        return TOLD.matcher(staff.as(role, unit).get("/messages").body()).results().count();
    }
}
