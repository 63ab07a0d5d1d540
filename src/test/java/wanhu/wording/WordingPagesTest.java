package wanhu.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.Words;
import wanhu.org.Unit;
import wanhu.people.Staff;

/** Labels and texts that a county adapts. */
@BrowserTest
class WordingPagesTest {
    private static final String STAGE = "life.stage.PARKED";
    private static final String EMERGENCY = "life.decline.EMERGENCY.told";
    private static int next = 151_460;

    @Autowired Wordings texts;
    @Autowired Words words;
    @Autowired Staff staff;
    @Autowired TestClock clock;

    private Unit county;
    private Visitor admin;

    @BeforeEach
    void anAdministrator() {
        county = staff.county(++next);
        admin = staff.as(Role.ADMIN, county);
        clock.set("2026-08-03T09:00");
        admin.get("/admin/texts");
    }

    private Visitor.Answer post(String key, String act, String zh, String en, String from) {
        admin.get("/admin/texts/" + key);
        return admin.post(
                "/admin/texts/" + key,
                "zh",
                zh,
                "en",
                en,
                "validFrom",
                from,
                "reason",
                "与本旗文件用语一致",
                "act",
                act);
    }

    private String label() {
        return words.text(county.county(), Locale.CHINESE, STAGE);
    }

    @Test
    void aLabelIsSavedAsAVersionHoldsFromItsDayAndGoesBack() {
        var saved = post(STAGE, "save", "缓办", "Deferred", "2026-08-10");
        assertThat(admin.follow(saved).body()).contains("新版本已保存", "第 1 版", "与本旗文件用语一致");
        assertThat(label()).isEqualTo("挂账");

        clock.set("2026-08-10T09:00");
        assertThat(label()).isEqualTo("缓办");
        assertThat(words.text(Locale.CHINESE, STAGE)).isEqualTo("挂账");
        assertThat(admin.get("/admin/texts").body()).contains("缓办", "已调整 1 条");

        post(STAGE, "shipped", "", "", "2026-08-10");
        assertThat(label()).isEqualTo("挂账");
        assertThat(texts.versions(county.county(), STAGE)).hasSize(2);
    }

    @Test
    void aPreviewSavesNothing() {
        var page = post(STAGE, "preview", "缓办", "Deferred", "2026-08-03");

        assertThat(page.body()).contains("还没有保存", "缓办");
        assertThat(label()).isEqualTo("挂账");
    }

    @Test
    void whatTheLawAsksForCannotBeLeftOut() {
        var no = post(EMERGENCY, "save", "这是紧急情况，请拨打 110。", "Call 110.", "2026-08-03");

        assertThat(no.status()).isEqualTo(422);
        assertThat(no.body()).contains("不能去掉“119”", "请拨打 110。</textarea>");
    }

    @Test
    void twoStagesCannotHaveOneName() {
        assertThat(post(STAGE, "save", "办理中", "Deferred", "2026-08-03").status()).isEqualTo(422);
    }

    @Test
    void bracesLongTextsPastDaysAndOtherTextsAreRefused() {
        assertThat(post(STAGE, "save", "缓{0}", "Deferred", "2026-08-03").status()).isEqualTo(400);
        assertThat(post(STAGE, "save", "缓".repeat(11), "D", "2026-08-03").status()).isEqualTo(400);
        assertThat(post(STAGE, "save", "缓办", "D", "2026-08-02").status()).isEqualTo(400);
        assertThat(admin.get("/admin/texts/law.title").status()).isEqualTo(404);
        assertThat(staff.as(Role.VILLAGE_CLERK, county).get("/admin/texts").status())
                .isEqualTo(403);
    }

    @Test
    void anApostropheIsSafeAndEachShippedTextSaysWhatItMust() {
        post(STAGE, "save", "缓办", "Can't yet", "2026-08-03");
        assertThat(words.text(county.county(), Locale.ENGLISH, STAGE)).isEqualTo("Can't yet");

        for (Group group : Group.values()) {
            assertThat(texts.keys(group)).isNotEmpty();
            for (String key : texts.keys(group)) {
                var text = texts.shipped(key);
                var wish = new Wish(key, text.zh(), text.en(), texts.today(), "原文");
                WordingCheck.check(group, wish, text);
            }
        }
    }

    @Test
    void thePagesAreForEverybody(Browsers browsers) {
        Actor actor = staff.actor(Role.ADMIN, county);
        for (Tab tab : new Tab[] {browsers.phone(), browsers.desktop()}) {
            tab.open("/sign-in");
            tab.page()
                    .locator("form:has(input[value='" + actor.post() + "']) button")
                    .or(tab.page().locator("button[value='" + actor.post() + "']"))
                    .first()
                    .click();
            tab.open("/admin/texts").screenshot("texts").accessible();
            tab.open("/admin/texts/" + EMERGENCY);
            tab.page().locator("#f-reason").fill("补充说明");
            tab.page().locator("button[value=preview]").click();
            assertThat(tab.text()).contains("还没有保存", "必须保留：110");
            tab.screenshot("text").accessible();
        }
    }
}
