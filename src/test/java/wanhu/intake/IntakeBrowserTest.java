package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route.FulfillOptions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Residents on a phone and clerks at a desk, in a real browser. */
@BrowserTest
class IntakeBrowserTest {
    private static final int COUNTY = 155414;
    private static final String SAID = "村东头两千亩地一直没有通电，浇地只能烧柴油，一亩地多花八十块。希望早点架上电线。";

    /** An answer that leaves the page as it was. */
    private static final FulfillOptions NOTHING = new FulfillOptions().setStatus(204);

    @Autowired Staff staff;

    private Unit county;
    private Unit township;
    private Unit village;

    @BeforeEach
    void places() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
        village = staff.below(township, UnitKind.VILLAGE, "九家子村");
        staff.below(village, UnitKind.GRID, "第一网格");
        staff.below(township, UnitKind.GACHA, "白音花嘎查");
    }

    @Test
    void aResidentReportsAndFollowsOnAPhone(Browsers browsers) {
        var phone = browsers.phone();
        report(phone, "");
        phone.press("看进度").accessible().screenshot("intake-matter");

        assertThat(phone.text()).contains("现在由谁办", "九家子村", "办理经过");
    }

    @Test
    void sheDoesItWithoutScriptToo(Browsers browsers) {
        var phone = browsers.phoneWithoutScript();
        phone.open("/report?at=" + township.code()).press("九家子村");
        phone.press("农牧业生产").press("农田用电");
        write(phone);
        phone.press("下一步：看一遍");
        send(phone);

        assertThat(phone.page().url()).contains("/receipt");
    }

    @Test
    void andInLargePrint(Browsers browsers) {
        var phone = browsers.phone();
        phone.open("/elder?on=true&back=/report");
        report(phone, "-elder");
        phone.press("看进度").accessible().screenshot("intake-matter-elder");

        assertThat(phone.text()).contains("办理经过");
    }

    private void report(Tab tab, String mode) {
        tab.open("/report?at=" + township.code()).accessible().screenshot("intake-place" + mode);
        tab.press("九家子村").accessible().screenshot("intake-category" + mode);
        tab.press("农牧业生产").press("农田用电");
        write(tab);
        tab.accessible().screenshot("intake-text" + mode);
        tab.press("下一步：看一遍").accessible().screenshot("intake-check" + mode);
        send(tab);
        tab.accessible().screenshot("intake-receipt" + mode);
        assertThat(tab.text()).containsPattern(Pattern.compile("\\d{4} \\d{4} \\d{4}"));
    }

    private static void write(Tab tab) {
        tab.page().fill("#f-text", SAID);
        tab.page().fill("#f-phone", "13800138000");
        tab.page().fill("#f-name", "白大娘");
    }

    private static void send(Tab tab) {
        tab.page().locator("form[action='/report/send'] button.main").click();
        tab.arrive("**/receipt");
    }

    @Test
    void theDraftSurvivesTheLossOfThePage(Browsers browsers) {
        var phone = browsers.phone();
        var path = "/report/text?place=" + village.code() + "&category=farm.power";
        write(phone.open(path));
        phone.press("下一步：看一遍");
        phone.page().waitForSelector("form[data-sends-draft]");
        phone.open("/").open(path);

        assertThat(phone.page().inputValue("#f-text")).isEqualTo(SAID);
    }

    /** A bar of the network is lost while she sends, and she opens another page. */
    @Test
    void theDraftSurvivesASendingThatBrokeOff(Browsers browsers) {
        var phone = browsers.phone();
        var path = "/report/text?place=" + village.code() + "&category=farm.power";
        write(phone.open(path));
        phone.page().route("**/report/text", sent -> sent.fulfill(NOTHING));
        phone.page().waitForResponse("**/report/text", () -> phone.press("下一步：看一遍"));
        phone.open("/").open(path);

        assertThat(phone.page().inputValue("#f-text")).isEqualTo(SAID);
    }

    @Test
    void asksWhomSheComplainsOfOnlyInAReportOfWrongdoing(Browsers browsers) {
        var phone = browsers.phone();
        phone.open("/report/text?place=" + village.code() + "&category=farm.power");
        assertThat(phone.page().isVisible("#f-complainedOf")).isFalse();

        phone.page().check("input[name=kind][value=REPORT]");
        assertThat(phone.page().isVisible("#f-complainedOf")).isTrue();
        phone.accessible();
    }

    @Test
    void asksForTheCodeAndForDanger(Browsers browsers) {
        var phone = browsers.phone();
        phone.open("/track").accessible().screenshot("intake-track");
        phone.open("/report/danger?place=" + village.code() + "&category=water.gas").accessible();
        phone.screenshot("intake-danger");

        assertThat(phone.text()).contains("119");
    }

    @Test
    void theHotLineRegistersAndImportsAtADesk(Browsers browsers, @TempDir Path folder)
            throws Exception {
        var desk = browsers.desktop();
        enter(desk);
        desk.open("/desk/new").accessible().screenshot("intake-desk");
        register(desk, "13800138000");
        desk.accessible().screenshot("intake-desk-receipt");
        desk.open("/desk/new");
        fillDesk(desk, "13800138001");
        desk.page().waitForSelector("#alike input[name=into]");
        desk.accessible().screenshot("intake-desk-alike");

        var file = folder.resolve("诉求.csv");
        var rows = "编号,标题,时间\n1,路灯坏了,2020-01-06\n2,,\n3,桥塌了,昨天\n";
        Files.writeString(file, rows, StandardCharsets.UTF_8);
        desk.open("/desk/import").accessible().screenshot("intake-imports");
        desk.page().setInputFiles("#f-file", file);
        desk.page().selectOption("#f-place", village.code());
        desk.press("上传并检查").accessible().screenshot("intake-import");
        desk.page().locator("form[action$='/start'] button").click();
        desk.page().waitForSelector("text=已完成");
        desk.screenshot("intake-import-done");
    }

    private void register(Tab desk, String phone) {
        fillDesk(desk, phone);
        // A click may meet the page while what is suggested comes in above the button.
        desk.page().press("#f-phone", "Control+Enter");
        desk.arrive("**/desk/receipt/**");
    }

    private void fillDesk(Tab desk, String phone) {
        desk.page().check("input[name=channel][value=PHONE]");
        desk.page().selectOption("#f-place", village.code());
        desk.page().fill("#f-text", "九家子村东头的路灯坏了三天，晚上走路看不见。");
        desk.page().fill("#f-phone", phone);
    }

    private void enter(Tab desk) {
        var post = staff.actor(Role.PHONE_DESK, county).post();
        desk.open("/sign-in");
        desk.page().locator("button[value='" + post + "']").click();
    }
}
