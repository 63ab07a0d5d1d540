package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.base.Role;
import wanhu.matter.Matters;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** A call from its first word to its dispatch by keys alone: no mouse is touched. */
@BrowserTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskKeysTest {
    private static final int COUNTY = 154603;

    /** Keys that are no words: what a practised clerk presses between what she writes down. */
    private static final int KEYS_MAX = 16;

    private static final int TRIES = 25;
    private static final Duration LOOK_UP_MAX = Duration.ofMillis(50);

    @Autowired Staff staff;
    @Autowired Residents residents;
    @Autowired Matters matters;

    private Unit desk;
    private Unit village;

    @BeforeAll
    void places() {
        var county = staff.county(COUNTY);
        var township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
        var names = List.of("东村", "西村", "南村", "北村", "上村", "下村", "前村", "后村", "大村", "小村", "老村", "新村");
        for (String name : names) {
            staff.below(township, UnitKind.VILLAGE, name);
        }
        village = staff.below(township, UnitKind.VILLAGE, "九家子村");
        staff.below(county, UnitKind.DEPARTMENT, "住建局");
        desk = staff.below(county, UnitKind.DEPARTMENT, "热线中心");
    }

    private Tab enter(Tab tab) {
        var post = staff.actor(Role.PHONE_DESK, desk).post();
        tab.open("/sign-in").page().locator("button[value='" + post + "']").click();
        return tab;
    }

    private static final class Keys {
        private final Tab tab;
        private int pressed;

        Keys(Tab tab) {
            this.tab = tab;
        }

        Keys press(String key) {
            tab.page().keyboard().press(key);
            pressed++;
            return this;
        }

        Keys write(String text) {
            tab.page().keyboard().type(text);
            return this;
        }
    }

    @Test
    void aCallIsDispatchedByKeysAlone(Browsers browsers) {
        var tab = enter(browsers.desktop());
        tab.open("/desk/new");
        var keys = new Keys(tab);
        keys.write("13800138099").press("Alt+KeyQ");
        tab.page().waitForSelector("#caller >> text=没有正在办的事项");
        keys.press("Alt+KeyP").write("九家子").press("Enter");
        keys.press("Alt+KeyT").write("村东头路灯坏了三天，晚上走路看不见").press("Tab").write("尽快修好");
        tab.page().waitForSelector("#readback-text >> text=尽快修好");
        keys.press("Alt+Digit1");
        keys.press("Alt+KeyR");
        tab.page().waitForSelector("#readback-text:focus >> text=九家子村");
        assertThat(tab.page().locator(":focus").innerText()).contains("村东头路灯坏了三天", "九家子村");
        keys.press("Alt+KeyU").write("住建");
        assertThat(tab.page().locator("[name=act]:checked").getAttribute("value"))
                .isEqualTo("DISPATCH");
        keys.press("Control+Enter");
        tab.arrive("**/desk/receipt/**");

        assertThat(tab.text()).contains("住建局");
        assertThat(keys.pressed).isLessThanOrEqualTo(KEYS_MAX);
        tab.accessible();
    }

    @Test
    void whatACallerAddsGoesIntoHerMatterByKeysAlone(Browsers browsers) {
        var matter =
                residents.told(
                        village, Residents.help("road.lamp", "村东头路灯坏了", "三天了。"), Residents.KNOWN);
        var tab = enter(browsers.desktop());
        tab.open("/desk/new");
        var keys = new Keys(tab);
        keys.write("13800138000").press("Alt+KeyQ");
        tab.page().waitForSelector("#caller >> text=村东头路灯坏了");
        keys.press("Alt+KeyB").press("ArrowDown");
        keys.press("Alt+KeyT").write("昨天晚上有人绊倒了").press("Control+Enter");
        tab.page().waitForURL("**/desk/new?said=*");

        assertThat(tab.text()).contains("已补充到原来的事项");
        assertThat(matters.timeline(matter).getLast().note()).contains("昨天晚上有人绊倒了");
        assertThat(keys.pressed).isLessThanOrEqualTo(KEYS_MAX / 2);
        tab.accessible();
    }

    @Test
    void whatWasWrittenIsReadBackAndWhatIsMissingIsSaid() {
        var visitor = staff.as(Role.PHONE_DESK, desk);
        visitor.get("/desk/new");
        var piece =
                visitor.post(
                        "/desk/new/readback",
                        "name",
                        "白大娘",
                        "phone",
                        "13800138000",
                        "text",
                        "路灯坏了三天",
                        "wish",
                        "早点修好");

        assertThat(piece.body())
                .contains("白大娘，我复述一遍", "您反映，路灯坏了三天", "您希望，早点修好", "尾号 8000")
                .contains("还缺：什么时间", "还缺：什么地方")
                .doesNotContain("还缺：希望怎样");
    }

    /** The fastest of a few: what else runs on the machine is not measured. */
    @ParameterizedTest
    @ValueSource(strings = {"caller", "readback", "knowledge", "suggest", "alike"})
    void aLookUpWhileTypingTakesNoTime(String piece) {
        var visitor = staff.as(Role.PHONE_DESK, desk);
        visitor.get("/desk/new");
        long least = Long.MAX_VALUE;
        for (int at = 0; at < TRIES; at++) {
            long begun = System.nanoTime();
            var answer =
                    visitor.post("/desk/new/" + piece, "phone", "13800138000", "text", "村东头路灯坏了三天");
            least = Math.min(least, System.nanoTime() - begun);
            assertThat(answer.status()).isEqualTo(200);
        }

        assertThat(Duration.ofNanos(least)).isLessThan(LOOK_UP_MAX);
    }

    @Test
    void everyKeyThatTheHelpNamesIsThereAndTheFocusIsSeen(Browsers browsers) {
        var tab = enter(browsers.desktop());
        tab.open("/desk/new").accessible();
        var keys = new Keys(tab);

        assertThat(tab.page().locator(":focus").getAttribute("id")).isEqualTo("f-phone");
        assertThat(tab.page().evaluate("getComputedStyle(document.activeElement).outlineStyle"))
                .isNotEqualTo("none");
        keys.press("Alt+KeyK");
        assertThat(tab.text()).contains("采用建议的类别", "Ctrl+Enter", "跳到复述");
        keys.press("Alt+KeyW");
        assertThat(tab.page().locator(":focus").getAttribute("name")).isEqualTo("act");
    }
}
