package wanhu;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** One window of one person. What it loads from elsewhere, or what breaks in it, fails the test. */
public final class Tab {
    private static final String SQUEEZED =
            """
            () => [...document.querySelectorAll('h1, h2, h3, main a, main label, main button')]
                .filter(each => each.offsetWidth > 0 && each.innerText.trim().length > 5)
                .filter(each => each.offsetWidth < 3 * parseFloat(getComputedStyle(each).fontSize))
                .map(each => each.innerText)
            """;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> WCAG_2_2_AA =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final String AXE = AxeBuilder.getAxeScript();

    /**
     * What hinders people, a sentence for each rule. In the page itself and without what passed:
     * the library's own way spends four fifths of its time on carrying that over.
     */
    private static final String HINDRANCES =
            """
            tags => axe
                .run(document, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"]})
                .then(found => found.violations.map(rule =>
                    `\\n${rule.id} (${rule.impact}): ${rule.help}\\n    `
                        + rule.nodes.map(node => node.html).join("\\n    ")))
            """;

    private static final int WAIT_MILLIS_MAX = 10_000;
    private static final int ASKED_MAX = 20;

    private final String kind;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final Deque<String> asked = new ArrayDeque<>();

    Tab(String kind, BrowserContext context, String address) {
        this.kind = kind;
        this.context = context;
        context.setDefaultTimeout(WAIT_MILLIS_MAX);
        page = context.newPage();
        page.onPageError(error -> complaints.add("Script: " + error));
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.onResponse(answer -> note(answer.status() + " " + answer.url()));
        page.onRequestFailed(request -> note(request.failure() + " " + request.url()));
        page.onRequest(request -> {
            note(request.method() + " " + request.url());
            if (request.url().startsWith("http") && !request.url().startsWith(address)) {
                complaints.add("Loaded from elsewhere: " + request.url());
            }
        });
    }

    private void note(String what) {
        asked.add(what);
        if (asked.size() > ASKED_MAX) {
            asked.remove();
        }
    }

    /** Playwright's page, to click and type. */
    public Page page() {
        return page;
    }

    /** Goes to a path of the product. */
    public Tab open(String path) {
        page.navigate(path);
        return this;
    }

    /** Presses the button or follows the link that carries the text. */
    public Tab press(String text) {
        var button = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text));
        var link = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(text));
        button.or(link).first().click();
        return this;
    }

    /**
     * Waits until it has come to an address.
     *
     * @param address with {@code *} and {@code **} for what may be anything
     * @throws AssertionError with what was asked and answered last, and what the page says instead
     */
    public Tab arrive(String address) {
        try {
            page.waitForURL(address);
        } catch (TimeoutError late) {
            throw new AssertionError(
                    "Expected to come to %s after %s but %s says: %s"
                            .formatted(address, asked, page.url(), text()),
                    late);
        }
        return this;
    }

    /** Fills the field with the label. */
    public Tab fill(String label, String value) {
        page.getByLabel(label).first().fill(value);
        return this;
    }

    /** Presses what carries the text, and answers where the file lies that comes. */
    public Path download(String text) {
        return page.waitForDownload(() -> press(text)).path();
    }

    /** Everything that can be read on the page, once all of it has come. */
    public String text() {
        page.waitForLoadState(LoadState.DOMCONTENTLOADED);
        return page.locator("body").innerText();
    }

    /**
     * Keeps the whole page as {@code target/screenshots/NAME-KIND.png} when {@code ./check
     * --screenshots} asks for them.
     */
    public Tab screenshot(String name) {
        if (Boolean.getBoolean("wanhu.screenshots")) {
            page.screenshot(
                    new Page.ScreenshotOptions()
                            .setPath(SCREENSHOTS.resolve(name + "-" + kind + ".png"))
                            .setFullPage(true));
        }
        return this;
    }

    /** Fails with a list of what hinders people, by WCAG 2.2 AA, or when the page is too wide. */
    public Tab accessible() {
        page.evaluate(AXE);
        assertThat((List<?>) page.evaluate(HINDRANCES, WCAG_2_2_AA)).isEmpty();
        assertThat(tooWide()).isFalse();
        return this;
    }

    private boolean tooWide() {
        return Boolean.TRUE.equals(
                page.evaluate(
                        "document.documentElement.scrollWidth >"
                                + " document.documentElement.clientWidth"));
    }

    /** Fails when a title or link is squeezed until its signs stand below each other. */
    public Tab upright() {
        assertThat((List<?>) page.evaluate(SQUEEZED)).isEmpty();
        return this;
    }

    List<String> complaints() {
        return complaints;
    }

    void close() {
        context.close();
    }
}
