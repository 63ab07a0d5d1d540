package wanhu.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.TestClock;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.calendar.Term;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Hold;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.matter.Taking;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.people.Staff;

/** A matter that is sorted anew: its clocks, its timeline, and the page. */
@BrowserTest
class SortingTest {
    private static int next = 151_430;

    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired Staff staff;
    @Autowired Units units;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;

    private int county;
    private Unit village;
    private Actor clerk;

    @BeforeEach
    void aVillage() {
        county = ++next;
        var root = staff.county(county);
        var township = staff.below(root, UnitKind.TOWNSHIP, "归类镇" + county);
        village = staff.below(township, UnitKind.VILLAGE, "归类村");
        clerk = staff.actor(Role.VILLAGE_CLERK, village);
        clock.set("2026-08-03T09:00");
    }

    private Matter working() {
        var content =
                new Report.Content(Kind.HELP, "other", Channel.WEB, false, "机井没有电", "两千亩耕地没有通电。");
        var contact = new Report.Contact("白玉兰", "13800138000", false, false, true, true);
        var told =
                new Report(
                        county,
                        Ids.next(),
                        content,
                        village.id(),
                        "村东",
                        null,
                        contact,
                        clock.instant());
        return take(
                matters.get(county, reports.report(null, told).matter()), new Step.TakeOn("入户看过"));
    }

    private Matter take(Matter matter, Step step) {
        return matters.take(new By.Staff(clerk), Taking.of(matter, step));
    }

    private Matter sorted(Matter matter, Kind kind, String category) {
        var about = matter.about();
        return take(
                matter,
                new Step.Sort(
                        new Step.Topic(about.kind(), about.category()),
                        new Step.Topic(kind, category),
                        "是建议",
                        null));
    }

    private String lastDay(Matter matter, String clockKind) {
        var due =
                db.sql(
                                """
                                select due_at
                                from promise.clock
                                where county = :county and subject_id = :id and kind = :kind and stopped_at is null
                                """)
                        .param("county", county)
                        .param("id", matter.id())
                        .param("kind", clockKind)
                        .query(java.time.OffsetDateTime.class)
                        .single();
        return Zones.day(due.toInstant().minusSeconds(1)).toString();
    }

    @Test
    void theTimeToFinishIsCountedAnewFromTheSameStartAndTheLedgerKeepsTheOldOne() {
        var matter = working();
        assertThat(lastDay(matter, "FINISH")).isEqualTo("2026-08-10");
        clock.set("2026-08-05T09:00");

        var suggestion = sorted(matter, Kind.SUGGESTION, "farm.power");

        assertThat(lastDay(suggestion, "FINISH")).isEqualTo("2026-08-24");
        assertThat(
                        db.sql(
                                        "select kind || ' ' || term || ' ' || cause from promise.entry where county = :c")
                                .param("c", county)
                                .query(String.class)
                                .list())
                .contains("RETIME 5wd Sort");
    }

    @Test
    void aTermThatAPersonNamedAndAPromiseThatWasBrokenStay() {
        var matter = working();
        var grid = staff.below(village, UnitKind.GRID, "第一网格");
        var named =
                take(
                        matter,
                        new Step.Dispatch(
                                Hold.of(units.tree(county), grid.id()),
                                java.util.List.of(),
                                Term.parse("7wd"),
                                null,
                                "请办理"));
        assertThat(lastDay(sorted(named, Kind.SUGGESTION, "other"), "FINISH"))
                .isEqualTo("2026-08-12");

        var late = working();
        clock.set("2026-08-20T09:00");
        assertThat(lastDay(sorted(late, Kind.SUGGESTION, "other"), "FINISH"))
                .isEqualTo("2026-08-10");
    }

    @Test
    void aClerkSortsWhatTheResidentCouldNot(Browsers browsers) {
        var matter = working();
        Tab tab = enter(browsers.desktop(), clerk.post());

        tab.open("/matters/" + matter.number() + "?step=Sort");
        assertThat(tab.text()).contains("农牧业生产 / 农田用电", "文中有类别关键词");
        tab.screenshot("sort").accessible();
        assertThat(tab.page().locator("#f-Sort-category").inputValue()).isEqualTo("other");
        tab.page().keyboard().press("Alt+1");
        assertThat(tab.page().locator("#f-Sort-category").inputValue()).isEqualTo("farm.power");
        tab.page().locator("#f-Sort-kind").selectOption("SUGGESTION");
        tab.page().locator("#f-Sort-note").fill("看过现场，是机井没有电");
        tab.page().locator("#step button.main").click();

        assertThat(tab.text())
                .contains("→ 农牧业生产 / 农田用电", "求助 → 建议", "看过现场")
                .contains("2026-08-10 24:00 → 2026-08-24 24:00");
        assertThat(matters.get(county, matter.id()).about().category()).isEqualTo("farm.power");
        Tab phone = enter(browsers.phone(), clerk.post());
        phone.open("/matters?category=farm.power&lens=AREA");
        assertThat(phone.text()).contains("机井没有电");
        phone.open("/matters/" + matter.number()).screenshot("sort").accessible();
    }

    private static Tab enter(Tab tab, UUID post) {
        tab.open("/sign-in");
        tab.page()
                .locator("form:has(input[value='" + post + "']) button")
                .or(tab.page().locator("button[value='" + post + "']"))
                .first()
                .click();
        return tab;
    }
}
