package wanhu.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext.ClearCookiesOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.people.Staff;

/** Every part of a page, as people with different eyes, hands and machines meet it. */
@BrowserTest
class LookTest {
    private static final int COUNTY = 155401;

    @Autowired private Staff staff;

    @Test
    void isReadableNarrowWideAndInTheDark(Browsers browsers) {
        look(browsers.phone()).accessible().screenshot("look");
        var desk = look(browsers.desktop()).accessible().screenshot("look");

        desk.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));

        desk.accessible().screenshot("look-dark");
    }

    /** GB/T 37668: text of 18 pt, titles of 30 pt, lines of 1.3, targets of 60 px. */
    @Test
    void isLargeForTheElderly(Browsers browsers) {
        var phone = look(browsers.phone().open("/elder?on=true"));

        phone.accessible().screenshot("look-elder");

        assertThat(phone.page().evaluate(px("main .lead", "fontSize"))).isEqualTo(24);
        assertThat(phone.page().evaluate(px("main h1", "fontSize"))).isEqualTo(40);
        assertThat((double) (int) phone.page().evaluate(px("main .lead", "lineHeight")))
                .isGreaterThanOrEqualTo(24 * 1.3);
        assertThat((int) phone.page().evaluate(px("form .button.main", "height")))
                .isGreaterThanOrEqualTo(60);
    }

    @Test
    void keepsADraftWhenTheSessionIsLost(Browsers browsers) {
        var desk = look(browsers.desktop());
        desk.page().fill("#f-title", "围栏倒了");
        desk.page().fill("#f-text", "草场围栏被大风刮倒了𬭎");
        desk.page().selectOption("#f-township", "水泉乡");
        desk.page().context().clearCookies(new ClearCookiesOptions().setName("wanhu"));

        desk.press("提交");
        desk.arrive("**/sign-in?lost=true**");
        enter(desk, clerk());

        desk.arrive("**/look");
        assertThat(desk.page().inputValue("#f-text")).isEqualTo("草场围栏被大风刮倒了𬭎");
        assertThat(desk.text()).contains("的草稿");
        desk.press("不要草稿");
        assertThat(desk.page().inputValue("#f-text")).isEmpty();
        assertThat(look(desk).page().inputValue("#f-text")).isEmpty();
    }

    @Test
    void countsCharactersAsPeopleDo(Browsers browsers) {
        var desk = look(browsers.desktop());

        desk.page().fill("#f-text", "田𬭎");

        assertThat(desk.page().textContent("#c-text")).isEqualTo("2 / 500");
    }

    @Test
    void walksAListByKeys(Browsers browsers) {
        var desk = look(browsers.desktop());
        desk.page().evaluate("document.activeElement.blur()");

        desk.page().keyboard().press("j");
        desk.page().keyboard().press("j");
        assertThat(desk.page().textContent("tr.current td")).isEqualTo("2");

        desk.page().keyboard().press("Enter");
        desk.arrive("**/look?row=1");

        desk.page().evaluate("document.activeElement.blur()");
        desk.page().keyboard().press("/");
        assertThat(desk.page().evaluate("document.activeElement.id")).isEqualTo("quick");
    }

    @Test
    void printsWithoutTheFrame(Browsers browsers) {
        var desk = look(browsers.desktop());

        desk.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

        assertThat(desk.page().isVisible("header.staff-bar")).isFalse();
        assertThat(desk.page().isVisible(".pager")).isFalse();
        assertThat(desk.page().isVisible("main h1")).isTrue();
    }

    private Tab look(Tab tab) {
        var clerk = clerk();
        tab.open("/look");
        if (tab.page().url().contains("/sign-in")) {
            enter(tab, clerk);
        }
        assertThat(tab.page().textContent("h1")).isEqualTo("页面部件样张");
        tab.page().waitForLoadState();
        return tab;
    }

    private Actor clerk() {
        return staff.actor(Role.COUNTY_CLERK, staff.county(COUNTY));
    }

    private static void enter(Tab tab, Actor clerk) {
        tab.page().click("button[value='" + clerk.post() + "']");
    }

    private static String px(String selector, String property) {
        return "Math.round(parseFloat(getComputedStyle(document.querySelector('%s')).%s))"
                .formatted(selector, property);
    }
}
