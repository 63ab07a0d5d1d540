package wanhu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.base.Role;
import wanhu.life.By;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.matter.Taking;
import wanhu.people.Staff;

/** The list of what was handed over, in the states in which somebody has to do something. */
@BrowserTest
class ExchangeBrowserTest {
    private static final int COUNTY_A = 154845;
    private static final int COUNTY_B = 154846;

    @Autowired TwoCounties counties;
    @Autowired Matters matters;
    @Autowired Staff staff;

    private void withdrawn(Receipt receipt) {
        var matter = matters.get(COUNTY_A, receipt.matter());
        var step = new Step.Withdraw("自己修好了");
        matters.take(new By.Requester(receipt.requester()), Taking.of(matter, step));
    }

    @Test
    void whatWaitsForANumberAndWhatAPersonMustTellIsReadAtADeskAndOnAPhone(Browsers browsers) {
        try (var server = new LateNumbers();
                var both = counties.pair(COUNTY_A, COUNTY_B)) {
            both.open311(
                    server.address(),
                    "key",
                    "category.road = lamp\nunit.* = 1\nfield.token = -\nfield.address_id = -");
            both.handedOver("road.lamp");
            both.later(Waits.NUMBER.plusHours(1));
            both.handedOver("farm");
            server.takes(new LateNumbers.Answer(201, "[{\"service_request_id\":\"P-7\"}]"));
            withdrawn(both.handedOver("road.lamp"));
            both.later(Waits.ASK);
            server.takes(LateNumbers.token());
            both.handedOver("road.lamp");
            both.work();

            for (Tab tab : List.of(browsers.desktop(), browsers.phone())) {
                var post = staff.actor(Role.VILLAGE_CLERK, both.villageA).post();
                tab.open("/sign-in").page().locator("button[value='" + post + "']").click();
                assertThat(tab.open("/exchange").accessible().screenshot("exchange").text())
                        .contains("已发送，等对方编号", "待告知对方", "再查编号", "缺少对照")
                        .doesNotContain("IN_PROGRESS", "? no number");
            }
        }
    }
}
