package wanhu.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.TestClock;
import wanhu.base.Role;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** From an order of supervision to the letter that goes out with a number. */
@BrowserTest
class LetterBrowserTest {
    private static final int COUNTY = 154810;

    @Autowired Staff staff;
    @Autowired Residents residents;
    @Autowired TestClock clock;

    private Tab enter(Tab tab, Role role, Unit unit) {
        var post = staff.actor(role, unit).post();
        tab.open("/sign-in").page().locator("button[value='" + post + "']").click();
        return tab;
    }

    @Test
    void anOrderBecomesANumberedLetterAsPdfAndDocx(Browsers browsers) throws IOException {
        clock.set("2026-08-17T09:00");
        var township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "六家子镇");
        var village = staff.below(township, UnitKind.VILLAGE, "九家子村");
        var matter = residents.told(village, "耕地没有通电");

        var desk = enter(browsers.desktop(), Role.TOWNSHIP_CLERK, township);
        desk.open("/supervise/new?matter=" + matter.number())
                .page()
                .selectOption("#f-ground", "UNSOLVED");
        desk.fill("督办要求", "三天内到现场，说明怎样通电。");
        desk.page().locator("main form button.main").click();
        desk.press("督办单公文").arrive("**/letters/new*").accessible().screenshot("letter-form");
        var form = desk.page().url();
        desk.press("预览");
        assertThat(desk.accessible().screenshot("letter-look").text())
                .contains("六家子镇督〔2026〕　号", "草稿，未发文");
        desk.press("正式发文").arrive("**/letters/*-*");
        assertThat(desk.accessible().screenshot("letter").text())
                .contains("已发文", "六家子镇督〔2026〕1号", "印章位置留空", "关于耕地没有通电问题的督办通知");

        var pdf = Files.readAllBytes(desk.download("下载 PDF"));
        try (var paper = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(paper).replaceAll("\\s", ""))
                    .contains("六家子镇督〔2026〕1号", "三天内到现场，说明怎样通电。");
        }
        assertThat(Files.readAllBytes(desk.download("下载 DOCX"))).startsWith('P', 'K');
        var phone = enter(browsers.phone(), Role.VILLAGE_CLERK, village);
        phone.open("/letters").accessible().screenshot("letters");
        phone.press("关于耕地没有通电问题的督办通知").accessible().screenshot("letter");
        assertThat(phone.text()).contains("六家子镇督〔2026〕1号").doesNotContain("撤回原因");
        assertThat(phone.open("/letters/retention").accessible().text()).contains("120 个月", "0 件");

        clock.set("2026-08-27T09:00");
        for (Tab tab : List.of(browsers.desktop(), browsers.phone())) {
            enter(tab, Role.TOWNSHIP_CLERK, township).page().navigate(form);
            assertThat(tab.accessible().screenshot("letter-past").text()).contains("请先延长反馈期限");
        }
    }
}
