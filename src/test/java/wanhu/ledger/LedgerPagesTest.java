package wanhu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Role;
import wanhu.matter.Receipt;
import wanhu.people.Staff;

/** The ledger on its pages, without JavaScript. */
@WanhuTest
class LedgerPagesTest {
    @Autowired Ledgers ledgers;
    @Autowired Projects projects;
    @Autowired Staff staff;
    @Autowired Web web;
    @Autowired TestClock clock;

    private Ledgers.Place place;
    private Receipt receipt;
    private Visitor county;

    @BeforeEach
    void told() {
        clock.set("2026-08-28T15:00");
        place = ledgers.place();
        receipt = ledgers.told(place);
        county = staff.as(Role.COUNTY_CLERK, place.county());
    }

    private Visitor.Answer propose(String budget, String lastWeight) {
        var form = county.get("/projects/new?matter=" + receipt.number());
        assertThat(form.body()).contains("由民情事项转入", "两千亩地没有通电");
        return county.post(
                "/projects/new?milestoneName=勘查设计&milestoneName=架线施工"
                                .replace("勘查设计", "%E8%AE%BE%E8%AE%A1")
                                .replace("架线施工", "%E6%96%BD%E5%B7%A5")
                        + "&milestoneWeight=40&milestoneWeight="
                        + lastWeight
                        + "&milestoneDue=2026-09-10&milestoneDue=",
                "matter",
                receipt.number(),
                "title",
                "九家子村耕地通电",
                "summary",
                "架线 3 公里",
                "year",
                "2026",
                "place",
                place.village().id().toString(),
                "responsible",
                place.power().id().toString(),
                "leaderName",
                "包志强",
                "leaderTitle",
                "库伦旗副旗长",
                "budget",
                budget,
                "funding",
                "旗财政",
                "promise",
                "10月底前通电",
                "deadline",
                "2026-10-31",
                "households",
                "90",
                "mu",
                "2,000");
    }

    @Test
    void aMatterBecomesAProjectThatEverybodyReads() {
        var page = county.follow(propose("180,000", "60"));
        assertThat(page.body()).contains("已提出", "180,000.00 元", "90 户", "2,000 亩", "包志强");
        var number = page.body().replaceFirst("(?s).*?([0-9]{6}-MS2026-[0-9]{4}).*", "$1");

        var chosen =
                county.post(
                        "/projects/" + number, "act", "Choose", "version", "1", "text", "8月28日会商");
        assertThat(county.follow(chosen).body()).contains("已入选，承诺已公开");
        assertThat(web.visitor().get("/projects/public/" + number).body())
                .contains("10月底前通电", "包志强", "农电局", "2026年10月31日", "180,000.00 元", "8月28日会商")
                .doesNotContain(receipt.number(), "测试C");
        assertThat(web.visitor().get("/projects/public?county=" + place.county().county()).body())
                .contains("九家子村耕地通电", "六家子镇 九家子村");
    }

    @Test
    void aMatterShowsItsProjectsAndOffersToMakeOne() {
        var path = "/matters/" + receipt.number();
        assertThat(county.get(path).body()).contains("/projects/new?matter=" + receipt.number());
        assertThat(staff.as(Role.PHONE_DESK, place.petitions()).get(path).body())
                .doesNotContain("/projects/new?matter=");

        var project = ledgers.proposed(place, receipt);

        assertThat(county.get(path).body())
                .contains("/projects/" + project.number(), "提出", "10月底前为九家子村", "0%")
                .doesNotContain("/projects/new?matter=");
    }

    @Test
    void theResidentReadsWhatWasPromisedOnceItIsPublic() {
        var page = "/m/" + receipt.code();
        var project = ledgers.proposed(place, receipt);
        var she = web.resident(receipt.code(), "8000");
        assertThat(she.get(page).body())
                .contains("办理经过")
                .doesNotContain("民生实事项目", project.number());

        ledgers.take(ledgers.countyClerk(place), project, new Act.Choose("8月28日旗级会商"));

        assertThat(she.get(page).body())
                .contains("已列入民生实事", "/projects/public/" + project.number(), "承诺 2026年10月31日前完成")
                .doesNotContain("\"/projects/" + project.number());
    }

    @Test
    void whatWasTypedStaysWhenItIsRefused() {
        var wrong = propose("十八万", "60");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("资金请填以元为单位的数", "十八万", "架线 3 公里", "设计");

        assertThat(propose("180000", "50").body()).contains("各节点权重合计应为 100，现为 90");
    }

    @Test
    void theSecondOfTwoIsToldAndKeepsTheText() {
        var project = ledgers.started(place, receipt);
        var path = "/projects/" + project.number();
        var power = staff.as(Role.DEPARTMENT_CLERK, place.power());
        power.get(path);
        county.get(path);
        var form =
                new String[] {
                    "act", "Report", "version", "3", "text", "立杆 40 根", "on", "2026-08-28"
                };
        assertThat(power.post(path, form).status()).isEqualTo(303);

        var second = county.post(path, form);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("刚刚有人办理过", "立杆 40 根", "value=\"4\"");
    }

    @Test
    void theListExportsWithoutFormulas() {
        ledgers.started(place, receipt);
        assertThat(county.get("/projects").body()).contains("九家子村耕地通电", "180,000.00", "勘查设计");

        var csv = county.get("/projects/export.csv");
        assertThat(csv.type()).contains("text/csv");
        assertThat(csv.body()).contains("\"九家子村耕地通电\"", "180000.00", "\"开工\"");
        assertThat(county.get("/projects/export.xlsx").status()).isEqualTo(200);
    }

    @Test
    void theMonthAndThePlanListWhatIsDue() {
        ledgers.started(place, receipt);

        assertThat(county.get("/projects/month?month=2026-09").body()).contains("勘查设计", "农电局");
        assertThat(county.get("/projects/plan?year=2026").body())
                .contains("2026年度民生实事计划", "180,000.00 元", "90 户 0 人 2,000 亩");
        assertThat(county.get("/projects/month?month=2026-99").status()).isEqualTo(400);
    }

    @Test
    void smallNumbersAreNotPublished() {
        var done = ledgers.done(place, receipt);
        ledgers.take(ledgers.townshipClerk(place), done, new Act.Check(20, 18, "入户走访"));

        var open = web.visitor().get("/projects/public/" + done.number()).body();
        assertThat(open).contains("20 人；满意或不满意的不足 5 人").doesNotContain("满意 18 人");
        assertThat(county.get("/projects/" + done.number()).body()).contains("20 人，满意 18 人");
    }

    @Test
    void whatWasNotChosenIsNotThereForThePublic() {
        var project = ledgers.proposed(place, receipt);

        assertThat(web.visitor().get("/projects/public/" + project.number()).status())
                .isEqualTo(404);
        assertThat(web.visitor().get("/projects/public/x").status()).isEqualTo(404);
    }
}
