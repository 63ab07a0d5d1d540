package wanhu.overview;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.base.Role;
import wanhu.matter.Residents;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** The overview and the wall board, as they are looked at. */
@BrowserTest
class OverviewBrowserTest {
    private static final int COUNTY = 154_840;
    private static final int HALL_LEAST = 1_000;
    private static final int HALL_WIDTH = 1_920;
    private static final int HALL_HEIGHT = 1_080;

    @Autowired Residents residents;
    @Autowired Staff staff;

    @Test
    void isReadAtTheDeskOnAPhoneAndOnTheWall(Browsers browsers) {
        var county = staff.county(COUNTY);
        var village =
                staff.below(staff.below(county, UnitKind.TOWNSHIP, "图镇"), UnitKind.VILLAGE, "图村");
        var grid = staff.below(village, UnitKind.GRID, "图格");
        residents.told(village, "机井没电");
        residents.told(grid, "路灯不亮");
        var leader = staff.actor(Role.LEADER, county);
        for (Tab tab : java.util.List.of(browsers.desktop(), browsers.phone())) {
            tab.open("/sign-in");
            tab.page().click("button[value='" + leader.post() + "']");
            tab.open("/overview").accessible().screenshot("overview");
            tab.open("/overview/" + village.id()).accessible().screenshot("overview-village");
            tab.open("/overview/" + grid.id()).accessible().screenshot("overview-grid");
            tab.open("/wall").accessible().screenshot("wall");
            if (tab.page().viewportSize().width > HALL_LEAST) {
                tab.page().setViewportSize(HALL_WIDTH, HALL_HEIGHT);
                tab.open("/wall").accessible().screenshot("wall-hall");
            }
        }
    }
}
