package wanhu;

import static org.assertj.core.api.Assertions.assertThat;
import static wanhu.StoryPages.chapter;
import static wanhu.StoryPages.choose;
import static wanhu.StoryPages.step;
import static wanhu.StoryPages.take;
import static wanhu.StoryPages.tick;
import static wanhu.StoryPages.write;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.base.Actor;
import wanhu.base.AfterClockMoved;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.org.NewPairing;
import wanhu.org.Posts;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/**
 * The story that must run (domain rules M33): 2,000 mu of 九家子村 get electricity, from the first
 * report on a phone to the public page, with the deadlines of the real calendar of 2026.
 */
@First
@BrowserTest
class StoryTest {
    private static final int COUNTY = 150987;
    private static final String PHONE = "13912345678";
    private static final String TOLD = "九家子村有2000亩地一直没有通电，浇地只能烧柴油。我是包大娘，电话 " + PHONE + "。";
    private static final String PUBLIC = "九家子村2000亩耕地没有通电，浇地只能烧柴油。";
    private static final String ANSWER = "线路已经架好，2000亩地10月26日全部通电，可以用电浇地了。";

    @Autowired Staff staff;
    @Autowired Posts posts;
    @Autowired Reports reports;
    @Autowired Matters matters;
    @Autowired List<AfterClockMoved> ticks;
    @Autowired TestClock clock;
    @Autowired Web web;

    private final List<Receipt> neighbours = new ArrayList<>();
    private Unit county;
    private Unit village;
    private Unit power;
    private Unit petitions;
    private Actor villageClerk;
    private Actor townshipClerk;
    private Actor countyClerk;
    private Actor powerClerk;
    private Actor petitionsClerk;
    private StoryPages pages;
    private String code = "";
    private String number = "";
    private String project = "";

    @BeforeEach
    void units(Browsers browsers) {
        pages = new StoryPages(browsers);
        county = staff.county(COUNTY);
        var township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
        village = staff.below(township, UnitKind.VILLAGE, "九家子村");
        power = staff.below(county, UnitKind.DEPARTMENT, "农电局");
        petitions = staff.below(county, UnitKind.DEPARTMENT, "信访局");
        var spring = LocalDate.parse("2026-03-02");
        posts.pair(COUNTY, new NewPairing(village.id(), petitions.id(), "包志强", spring));
        villageClerk = staff.actor(Role.VILLAGE_CLERK, village);
        townshipClerk = staff.actor(Role.TOWNSHIP_CLERK, township);
        countyClerk = staff.actor(Role.COUNTY_CLERK, county);
        powerClerk = staff.actor(Role.DEPARTMENT_CLERK, power);
        petitionsClerk = staff.actor(Role.DEPARTMENT_CLERK, petitions);
    }

    @Test
    void theFieldsOfJiujiaziGetElectricity() {
        sheReports();
        neighboursJoin();
        theVillageMeets();
        theTownshipMeets();
        theCountyNamesWhoDoesIt();
        theDepartmentSigns();
        itBecomesAProject();
        progressIsPublished();
        theProjectIsDone();
        theAnswerIsGiven();
        sheRates();
        theProjectIsStruckOff();
        everybodySeesIt();
        theNeighboursSeeIt();
    }

    private void at(String moment) {
        clock.set(moment);
        ticks.forEach(AfterClockMoved::clockMoved);
    }

    private Tab hers() {
        return pages.follower(code, PHONE);
    }

    private void sheReports() {
        at("2026-08-03T09:00");
        var phone = pages.resident("/report?at=" + COUNTY);
        phone.press("六家子镇").press("九家子村").press("农牧业生产").press("农田用电");
        write(phone, "text", TOLD);
        write(phone, "phone", PHONE);
        write(phone, "name", "包大娘");
        chapter(phone, "1-text");
        phone.press("下一步：看一遍");
        assertThat(phone.text()).contains("电话 ***********");
        chapter(phone, "1-check");
        phone.press("提交");
        assertThat(phone.text()).contains("收到了", "九家子村", "受理期限", "2026-08-04 09:00");
        chapter(phone, "1-receipt");
        code = phone.page().innerText("#code").replace(" ", "");
        var requester = reports.byCode(code).orElseThrow();
        number = matters.get(COUNTY, requester.matter()).number();
    }

    private void neighboursJoin() {
        at("2026-08-03T12:00");
        var matter = reports.byCode(code).orElseThrow().matter();
        for (int household = 1; household < 90; household++) {
            var phone = "138001%05d".formatted(household);
            var contact = new Report.Contact(null, phone, false, false, true, true);
            neighbours.add(reports.join(null, Ids.next(), matters.get(COUNTY, matter), contact));
        }
        assertThat(hers().text()).contains("另有 89 人");
    }

    private void theVillageMeets() {
        at("2026-08-03T15:00");
        var phone = pages.village(villageClerk, "/rounds");
        assertThat(phone.text()).contains("村级民情碰头会 2026-W32", "现有 1 件待研究");
        phone.press("看议程").press("开始开会，锁定议程");
        chapter(phone, "2-agenda");
        StoryPages.raise(phone, "NO_MONEY", "问过电工，架线要 18 万元，村里筹款不够。");
        StoryPages.end(phone, "包志强", "包志强 党支部书记\n白玉兰 委员");
        assertThat(phone.page().inputValue("#f-text")).contains("上报六家子镇", "筹款不够");
        chapter(phone, "2-minutes");
        var hers = hers();
        assertThat(hers.text())
                .contains("已上报上一级研究", "上级会商的期限", "2026-08-28 24:00")
                .containsOnlyOnce("又有人反映同一件事");
        chapter(hers, "2-hers");
    }

    private void theTownshipMeets() {
        at("2026-08-20T10:00");
        var list = pages.office(townshipClerk, "/rounds");
        assertThat(list.text()).contains("现有 1 件待研究", "议程于 2026-08-20 24:00 自动锁定");
        chapter(list, "3-list");
        at("2026-08-25T09:00");
        var desk = pages.office(townshipClerk, "/rounds");
        assertThat(desk.text()).contains("2026-08-28 24:00");
        desk.press("逐件研究");
        StoryPages.raise(desk, "BEYOND_POWERS", "供电所说线路由旗里定，镇里没有这笔钱。");
        StoryPages.end(desk, "金山", "金山 镇长\n乌兰 副镇长");
        chapter(desk, "3-minutes");
        assertThat(hers().text()).contains("旗县确定承办单位的期限", "2026-09-01 24:00");
    }

    private void theCountyNamesWhoDoesIt() {
        at("2026-08-28T16:00");
        var list = pages.office(countyClerk, "/rounds");
        assertThat(list.text()).contains("现有 1 件待研究", "议程于 2026-08-28 24:00 自动锁定");
        at("2026-08-31T09:00");
        var desk = pages.office(countyClerk, "/rounds");
        assertThat(desk.text()).contains("2026-09-01 24:00");
        desk.press("逐件研究").press("研究第 1 件");
        StoryPages.dispatch(desk, power, petitions);
        StoryPages.end(desk, "海日", "海日 县办主任");
        assertThat(desk.page().inputValue("#f-text")).contains("交农电局主办");
        chapter(desk, "4-minutes");
        assertThat(hers().text()).contains("已派给办理单位", "农电局");
    }

    /** Forty working days after 31 August: two festivals off, 20 September and 10 October on. */
    private void theDepartmentSigns() {
        at("2026-08-31T15:00");
        var desk = pages.office(powerClerk, "/desk");
        assertThat(desk.text()).contains("2000亩地一直没有通电");
        step(desk, number, "Sign");
        assertThat(desk.text()).contains("2026-09-01 09:00", "2026-10-30 24:00");
        take(desk);
        step(desk, number, "Contact");
        tick(desk, "Contact-reached", "yes");
        write(desk, "Contact-note", "电话里说清了地块。");
        take(desk);
        chapter(desk, "4-signed");
        var helper = pages.office(petitionsClerk, "/matters/" + number);
        assertThat(helper.text()).contains("2026-10-16 24:00");
    }

    private void itBecomesAProject() {
        at("2026-09-01T10:00");
        var desk = pages.office(countyClerk, "/projects");
        project = StoryProject.promise(desk, number, power);
        assertThat(desk.text()).contains("180,000.00 元", "90 户", "2,000 亩", "副县长", number);
        chapter(desk, "5-project");
        assertThat(hers().text()).contains("民生实事“九家子村耕地通电”", "承诺 2026-10-30 前完成");
    }

    private void progressIsPublished() {
        at("2026-09-10T09:00");
        var desk = pages.office(powerClerk, "/projects/" + project);
        StoryProject.act(desk, "Start", "线路勘查完成，材料进场。");
        StoryProject.report(desk, 1, "前期手续办完。", "20000");
        at("2026-10-12T09:00");
        var later = pages.office(powerClerk, "/projects/" + project);
        StoryProject.report(later, 2, "3 公里线路架设完成。", "130000");
        assertThat(hers().text()).contains("进展（80%）：3 公里线路架设完成。");
        var anybody = pages.resident("/projects/public?county=" + COUNTY);
        anybody.press("九家子村耕地通电");
        assertThat(anybody.text())
                .contains("副县长", "农电局", "180,000.00 元", "3 公里线路架设完成。", "2026-10-28")
                .doesNotContain(PHONE, "包大娘");
        chapter(anybody, "5-public");
        var helper = step(pages.office(petitionsClerk, "/desk"), number, "CoReport");
        write(helper, "CoReport-note", "包联资金已经协调到位。");
        take(helper);
    }

    private void theProjectIsDone() {
        at("2026-10-26T14:00");
        var desk = pages.office(powerClerk, "/projects/" + project);
        StoryProject.report(desk, 3, "验收合格，送电。", "28500.50");
        StoryProject.act(desk, "Finish", "2000 亩耕地全部通电，90 户受益。");
        assertThat(desk.text()).contains("178,500.50 元");
        chapter(desk, "6-done");
    }

    private void theProjectIsStruckOff() {
        var desk = pages.office(countyClerk, "/projects/" + project);
        StoryProject.act(desk, "StrikeOff", "验收合格，群众满意。");
        assertThat(desk.text()).contains("已销号");
    }

    private void theAnswerIsGiven() {
        at("2026-10-26T15:00");
        var desk = step(pages.office(powerClerk, "/desk"), number, "Reply");
        choose(desk, "Reply-result", "SOLVED");
        write(desk, "Reply-answer", ANSWER);
        take(desk);
        assertThat(hers().text()).contains("正在审核答复").doesNotContain(ANSWER);
        var review = step(pages.office(countyClerk, "/desk"), number, "Approve");
        take(review);
        chapter(review, "6-review");
        var hers = hers();
        assertThat(hers.text()).contains("给您的答复", ANSWER);
        chapter(hers, "6-answer");
    }

    private void sheRates() {
        var phone = hers();
        tick(phone, "solved", "true");
        tick(phone, "grade", "VERY_SATISFIED");
        write(phone, "text", "浇地不用烧柴油了。");
        phone.press("提交评价");
        assertThat(phone.text()).contains("您的评价", "非常满意", "已办结");
        chapter(phone, "7-rated");
    }

    private void everybodySeesIt() {
        var desk = pages.office(countyClerk, "/disclosure");
        desk.press(number);
        assertThat(desk.page().inputValue("#f-text")).doesNotContain(PHONE);
        StoryPages.publish(desk, "九家子村耕地通电", PUBLIC);
        var anybody = pages.resident("/open?unit=" + village.code());
        anybody.press("九家子村耕地通电");
        assertThat(anybody.text())
                .contains(PUBLIC, ANSWER, "农电局", "90 人反映")
                .doesNotContain(PHONE, "包大娘");
        chapter(anybody, "8-public");
    }

    private void theNeighboursSeeIt() {
        for (int household = 1; household < 90; household++) {
            var code = neighbours.get(household - 1).code();
            var page = web.resident(code, "%04d".formatted(household)).get("/m/" + code);
            assertThat(page.body()).contains(ANSWER).doesNotContain(PHONE, "包大娘");
        }
        var phone = pages.track(neighbours.getLast().code(), "0089");
        assertThat(phone.text()).contains(ANSWER, "请您评价", "另有 89 人");
        chapter(phone, "9-neighbour");
    }
}
