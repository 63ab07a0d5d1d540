package wanhu.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.base.Role;
import wanhu.people.Staff;

/** What people do without thinking: press twice, press the wrong one, have it read, print it. */
@BrowserTest
class HabitsTest {
    private static final int COUNTY = 150981;

    /** 210 mm less two margins of 18 mm, at 96 dots an inch. */
    private static final int A4_WIDTH = 658;

    private static final int A4_HEIGHT = 930;
    private static final String WIDTH = "document.documentElement.scrollWidth";

    @Autowired Staff staff;

    @Test
    void pressedTwiceAFormIsSentOnce(Browsers browsers) {
        var desk = look(browsers);
        var sent = sent(desk);

        // Asked at once: the answer may be there before the next question.
        var busy =
                desk.page()
                        .evaluate(
                                """
                                () => {
                                  const form = document.querySelector("form[data-draft=look]");
                                  const button = form.querySelector("button.main");
                                  form.noValidate = true;
                                  button.click();
                                  button.click();
                                  return form.getAttribute("aria-busy");
                                }
                                """);
        desk.page().waitForCondition(() -> sent.get() > 0);

        assertThat(sent).hasValue(1);
        assertThat(busy).isEqualTo("true");
    }

    @Test
    void whatCannotBeTakenBackIsAskedFirst(Browsers browsers) {
        var desk = look(browsers);
        var sent = sent(desk);
        desk.page().evaluate("document.querySelector(\"form[data-draft=look]\").noValidate = true");

        drop(desk, Dialog::dismiss);
        assertThat(sent).hasValue(0);

        drop(desk, Dialog::accept);
        desk.page().waitForCondition(() -> sent.get() > 0);
        assertThat(sent).hasValue(1);
    }

    @Test
    void aCodeIsReadAloudSignBySign(Browsers browsers) {
        var desk = look(browsers);
        desk.page()
                .evaluate(
                        "() => { speechSynthesis.speak = said => { window.said = [said.text,"
                                + " said.lang]; }; }");

        desk.page().click("[data-speak=receipt]");

        assertThat(desk.page().evaluate("window.said.join(' ')"))
                .isEqualTo("7, K, 3, F, 2, M, 9, Q zh-CN");
    }

    @Test
    void printedOnA4NothingIsCutAndAllIsBlackOnWhite(Browsers browsers) {
        var page = look(browsers).page();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.setViewportSize(A4_WIDTH, A4_HEIGHT);

        assertThat(page.evaluate(WIDTH)).isEqualTo(A4_WIDTH);
        assertThat(page.evaluate("getComputedStyle(document.querySelector('main')).color"))
                .isEqualTo("rgb(0, 0, 0)");
        assertThat(new String(page.pdf(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    private static void drop(Tab desk, Consumer<Dialog> answer) {
        desk.page().onceDialog(answer);
        desk.page().click("button[name=drop]");
    }

    /** Counts the forms that leave the page; none of them arrives, the page stays. */
    private static AtomicInteger sent(Tab tab) {
        var sent = new AtomicInteger();
        tab.page()
                .route(
                        "**/look",
                        route -> {
                            if (route.request().method().equals("POST")) {
                                sent.incrementAndGet();
                                route.fulfill(new Route.FulfillOptions().setStatus(204));
                            } else {
                                route.resume();
                            }
                        });
        return sent;
    }

    private Tab look(Browsers browsers) {
        var clerk = staff.actor(Role.COUNTY_CLERK, staff.county(COUNTY));
        var tab = browsers.desktop().open("/look");
        tab.page().click("button[value='" + clerk.post() + "']");
        assertThat(tab.page().textContent("h1")).isEqualTo("页面部件样张");
        // The heading stands before the script has run.
        tab.page().waitForLoadState();
        return tab;
    }
}
