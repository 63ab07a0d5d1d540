package wanhu;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import java.util.ArrayList;
import java.util.List;

/** Opens windows: each is a person of her own, without cookies. All are closed after the test. */
public final class Browsers {
    private static final int PHONE_WIDTH = 360;
    private static final int PHONE_HEIGHT = 740;
    private static final int DESKTOP_WIDTH = 1440;
    private static final int DESKTOP_HEIGHT = 900;

    private final Browser browser;
    private final String address;
    private final List<Tab> tabs = new ArrayList<>();

    Browsers(Browser browser, String address) {
        this.browser = browser;
        this.address = address;
    }

    /** A narrow phone with a touch screen, 360 × 740. */
    public Tab phone() {
        return tab(
                "phone",
                new NewContextOptions()
                        .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
                        .setHasTouch(true)
                        .setIsMobile(true));
    }

    /** A screen in an office, 1440 × 900. */
    public Tab desktop() {
        return tab(
                "desktop", new NewContextOptions().setViewportSize(DESKTOP_WIDTH, DESKTOP_HEIGHT));
    }

    /** The narrow phone with JavaScript switched off. */
    public Tab phoneWithoutScript() {
        return tab(
                "plain",
                new NewContextOptions()
                        .setViewportSize(PHONE_WIDTH, PHONE_HEIGHT)
                        .setJavaScriptEnabled(false));
    }

    private Tab tab(String kind, NewContextOptions options) {
        var person = options.setLocale("zh-CN").setTimezoneId("Asia/Shanghai").setBaseURL(address);
        var tab = new Tab(kind, browser.newContext(person), address);
        tabs.add(tab);
        return tab;
    }

    /** Closes the windows; says what their pages complained about unless the test failed anyway. */
    void close(boolean failed) {
        var complaints = tabs.stream().flatMap(tab -> tab.complaints().stream()).toList();
        tabs.forEach(Tab::close);
        if (!failed) {
            assertThat(complaints).isEmpty();
        }
    }
}
