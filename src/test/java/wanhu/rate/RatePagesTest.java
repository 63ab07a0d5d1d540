package wanhu.rate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Role;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** The pages of rates, as a clerk sees them. */
@WanhuTest
class RatePagesTest {
    private static final int COUNTY = 154_733;

    @Autowired Staff staff;
    @Autowired Web web;

    @Test
    void saysWhenThereIsNothingToReckon() {
        var county = staff.county(COUNTY);
        var township = staff.below(county, UnitKind.TOWNSHIP, "空镇");
        var clerk = staff.as(Role.TOWNSHIP_CLERK, township);

        assertThat(clerk.get("/rates").body()).contains("还没有可以计算的事项");
        assertThat(clerk.get("/rates?from=x").status()).isEqualTo(400);
        assertThat(clerk.get("/rates/rows?finding=SOLVED").body()).contains("没有事项");
        assertThat(clerk.get("/rates/rows?finding=NAMES").status()).isEqualTo(404);
        assertThat(clerk.get("/rates.csv").body()).contains("响应率").contains("空镇");
        assertThat(clerk.get("/rates.xlsx").status()).isEqualTo(200);
    }

    @Test
    void triesOtherWeightsWithoutKeepingThem() {
        var leader = staff.as(Role.LEADER, staff.county(COUNTY));

        assertThat(leader.get("/rates/what-if").body()).contains("三项权重之和须为 100");
        assertThat(
                        leader.get(
                                        "/rates/what-if?response=50&solution=25&satisfaction=25&partly=1")
                                .body())
                .contains("试算结果没有保存");
        assertThat(leader.get("/rates/what-if?response=50&solution=50&satisfaction=50").status())
                .isEqualTo(400);
        assertThat(leader.get("/rates/presets").body()).contains("准格尔旗权重").contains("从严口径");
    }

    @Test
    void refusesAnExclusionOfAMatterThatIsNotThere() {
        var township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "询镇");
        var clerk = staff.as(Role.TOWNSHIP_CLERK, township);
        clerk.get("/rates/exclusions/new");

        assertThat(
                        clerk.post(
                                        "/rates/exclusions/new",
                                        "number",
                                        "154733-20260803-0001",
                                        "ground",
                                        "NOT_FOUND",
                                        "reason",
                                        "没有")
                                .status())
                .isEqualTo(404);
        assertThat(clerk.get("/rates/exclusions").body()).contains("没有待审定的剔除申请");
    }

    @Test
    void residentsSeeNothingUntilTheCountyDecides() {
        staff.county(COUNTY);

        assertThat(web.visitor().get("/open/rates?county=" + COUNTY).body()).contains("暂未公开");
        assertThat(web.visitor().get("/open/rates?county=999999").status()).isEqualTo(404);
    }
}
