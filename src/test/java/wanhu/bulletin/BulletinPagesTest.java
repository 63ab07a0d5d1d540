package wanhu.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Report;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** The pages of bulletins, without JavaScript; and what the public reads of them. */
@WanhuTest
class BulletinPagesTest {
    private static final int COUNTY = 154813;
    private static final int OTHER_COUNTY = 154814;

    @Autowired Staff staff;
    @Autowired Residents residents;
    @Autowired TestClock clock;
    @Autowired Web web;

    private Unit county;
    private Unit township;
    private Unit village;
    private Visitor clerk;
    private Visitor leader;

    @BeforeEach
    void people() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "页镇");
        village = staff.below(township, UnitKind.VILLAGE, "页村");
        clerk = staff.as(Role.TOWNSHIP_CLERK, township);
        leader = staff.as(Role.LEADER, township);
    }

    private void told(String category, int count) {
        for (int at = 0; at < count; at++) {
            residents.told(village, Residents.help(category, "一件事", ""), Report.Contact.NONE);
        }
    }

    private String begun(Visitor by, Unit unit, String kind, String day) {
        by.get("/bulletins/new");
        var answer =
                by.post(
                        "/bulletins/new",
                        "command",
                        Ids.next().toString(),
                        "unit",
                        unit.id().toString(),
                        "kind",
                        kind,
                        "day",
                        day);
        return answer.location().orElseThrow().replaceFirst("/edit.*", "");
    }

    private void released(String path, Visitor writes, Visitor releases) {
        writes.post(path, "act", "submit", "edit", "2");
        releases.get(path);
        var done = releases.post(path, "act", "release", "edit", "3", "open", "true");
        assertThat(releases.follow(done).body()).contains("已签发", "已公开");
    }

    private static String idOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Test
    void aBulletinIsBegunWrittenReleasedAndTakenAway() {
        told("farm", 2);
        clock.set("2026-08-10T09:00");
        assertThat(clerk.get("/bulletins").body()).contains("上一周的周报还没有起草", "还没有周报月报");
        var path = begun(clerk, township, "WEEK", "2026-08-05");
        assertThat(clerk.get(path + "/edit").body()).contains("页镇民情周报", "点评：每日情况");
        var saved =
                clerk.post(
                        path + "/edit",
                        "edit",
                        "1",
                        "title",
                        "页镇周刊",
                        "lead",
                        "本周<b>平稳</b>",
                        "days",
                        "=周三最多");
        assertThat(clerk.follow(saved).body())
                .contains("页镇周刊", "本周&lt;b&gt;平稳", "2026年第32周", "<desc id=\"days-told\">")
                .contains("无数据", "起草中", "口径");
        released(path, clerk, leader);

        var reader = staff.as(Role.VILLAGE_CLERK, village);
        assertThat(reader.get("/bulletins").body()).contains("页镇周刊", "已签发");
        assertThat(reader.get(path).body()).contains("页村", "签发：").doesNotContain("起草更正版");
        var csv = new String(reader.file(path + "/tables.csv"), StandardCharsets.UTF_8);
        assertThat(csv).contains("\"页村\",\"2\",\"0\",\"2\"", "导出人：", "导出记录号：");
        assertThat(reader.file(path + "/tables.xlsx")).startsWith('P', 'K');
        assertThat(clerk.get(path + "/edit").status()).isEqualTo(409);
    }

    @Test
    void whatWasTypedIsKeptWhenItIsRefused() {
        clock.set("2026-08-10T09:00");
        clerk.get("/bulletins/new");
        assertThat(
                        clerk.post("/bulletins/new", "unit", "x", "kind", "WEEK", "day", "gestern")
                                .body())
                .contains("日期不对", "gestern");
        assertThat(
                        clerk.post(
                                        "/bulletins/new",
                                        "unit",
                                        township.id().toString(),
                                        "kind",
                                        "WEEK",
                                        "day",
                                        "2026-08-12")
                                .body())
                .contains("还没有结束");
        var path = begun(clerk, township, "WEEK", "2026-08-05");
        var no = clerk.post(path + "/edit", "edit", "1", "title", "报", "lead", "请打13800138000");
        assertThat(no.status()).isEqualTo(422);
        assertThat(no.body()).contains("请删去", "请打13800138000");
        var late = clerk.post(path + "/edit", "edit", "7", "title", "报", "lead", "晚了");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("晚了");
        assertThat(clerk.post(path, "act", "dance", "edit", "1").status()).isEqualTo(400);
    }

    @Test
    void thePublicReadsTheCountysMonthWithoutSmallCounts() {
        county = staff.county(OTHER_COUNTY);
        village = staff.below(staff.below(county, UnitKind.TOWNSHIP, "公镇"), UnitKind.VILLAGE, "公村");
        told("farm", 9);
        told("road", 6);
        told("water", 2);
        clock.set("2026-09-01T09:00");
        var office = staff.as(Role.COUNTY_CLERK, county);
        var path = begun(office, county, "MONTH", "2026-08-05");
        office.post(path + "/edit", "edit", "1", "title", "全县月报", "lead", "平稳。", "places", "都好。");
        var open = "/open/bulletins/" + idOf(path) + "?county=" + OTHER_COUNTY;
        assertThat(web.visitor().get(open).status()).isEqualTo(404);
        released(path, office, staff.as(Role.LEADER, county));

        var page = web.visitor().get(open).body();
        assertThat(page)
                .contains("全县月报", "平稳。", "都好。", "新收", "<td class=\"number\">9</td>", "少于 5 件")
                .doesNotContain("<td class=\"number\">2</td>", "<td class=\"number\">6</td>")
                .doesNotContain("公村", "签发：", "经办");
        assertThat(web.visitor().get("/open/bulletins?county=" + OTHER_COUNTY).body())
                .contains("全县月报");
    }

    @Test
    void aTownshipsBulletinIsPublicWithoutFiguresAndWithPublishedMattersAlone() {
        told("farm", 30);
        var matter = published();
        clock.set("2026-08-10T09:00");
        var path = begun(clerk, township, "WEEK", "2026-08-05");
        assertThat(clerk.get(path + "/edit").body()).contains("村里一处路灯不亮");
        clerk.post(
                path + "/edit",
                "edit",
                "1",
                "title",
                "页镇周刊",
                "lead",
                "平稳。",
                "chosen",
                matter.number());
        released(path, clerk, leader);
        var open = "/open/bulletins/" + idOf(path) + "?county=" + COUNTY;

        assertThat(web.visitor().get(open).body())
                .contains("页镇周刊", "村里一处路灯不亮", "已换灯头")
                .doesNotContain("新收", "一件事");
        withdraw(matter);
        assertThat(web.visitor().get(open).body()).doesNotContain("村里一处路灯不亮");
        assertThat(leader.get(path).body()).doesNotContain("已换灯头");
    }

    private Matter published() {
        var told =
                residents.told(
                        village, Residents.help("road.lamp", "路灯坏了", "路灯坏了"), Residents.KNOWN);
        clock.advance(Duration.ofHours(1));
        var taken = residents.take(Role.VILLAGE_CLERK, village, told, new Step.TakeOn(""));
        var known = residents.take(Role.VILLAGE_CLERK, village, taken, new Step.Contact(true, ""));
        var reply = new Step.Reply(Reason.Result.SOLVED, "已换灯头。", "", "");
        var replied = residents.take(Role.VILLAGE_CLERK, village, known, reply);
        var approved = residents.take(Role.TOWNSHIP_CLERK, township, replied, new Step.Approve(""));
        var ended =
                residents.take(
                        Role.TOWNSHIP_CLERK, township, approved, new Step.FollowUp(true, null, ""));
        return residents.take(
                Role.TOWNSHIP_CLERK,
                township,
                ended,
                new Step.Publish("村里一处路灯不亮", "路灯坏了。", "已换灯头。"));
    }

    private void withdraw(Matter matter) {
        residents.take(Role.TOWNSHIP_CLERK, township, matter, new Step.Unpublish("不再公开"));
    }
}
