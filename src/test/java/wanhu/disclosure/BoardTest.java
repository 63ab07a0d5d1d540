package wanhu.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.matter.Taking;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** The public board, from the ended matter to the feed. */
@WanhuTest
class BoardTest {
    private static final int COUNTY = 155408;

    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired Staff staff;
    @Autowired TestClock clock;
    @Autowired Web web;

    private Unit county;
    private Unit township;
    private Unit village;

    @BeforeEach
    void units() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "公开镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "公开村");
        clock.set("2026-08-03T09:00");
    }

    private Matter ended(boolean publishable) {
        var content =
                new Report.Content(
                        Kind.HELP,
                        "road.lamp",
                        Channel.WEB,
                        false,
                        "张三家门口路灯坏了",
                        "我是张三，电话13800138000，门口路灯坏了。");
        var contact = new Report.Contact("张三", "13800138000", false, false, publishable, true);
        var receipt =
                reports.report(
                        null,
                        new Report(
                                COUNTY,
                                Ids.next(),
                                content,
                                village.id(),
                                "",
                                null,
                                contact,
                                clock.instant()));
        var matter = matters.get(COUNTY, receipt.matter());
        matter = take(Role.VILLAGE_CLERK, village, matter, new Step.TakeOn(""));
        matter = take(Role.VILLAGE_CLERK, village, matter, new Step.Contact(true, ""));
        matter =
                take(
                        Role.VILLAGE_CLERK,
                        village,
                        matter,
                        new Step.Reply(Reason.Result.SOLVED, "已换灯头。", "", ""));
        matter = take(Role.TOWNSHIP_CLERK, township, matter, new Step.Approve(""));
        return take(Role.TOWNSHIP_CLERK, township, matter, new Step.FollowUp(true, null, ""));
    }

    private Matter take(Role role, Unit unit, Matter matter, Step step) {
        return matters.take(new By.Staff(staff.actor(role, unit)), Taking.of(matter, step));
    }

    private String form(Matter matter, String title, String text) {
        var answer =
                staff.as(Role.TOWNSHIP_CLERK, township)
                        .post(
                                "/disclosure/" + matter.number(),
                                "version",
                                String.valueOf(matter.version()),
                                "command",
                                Ids.next().toString(),
                                "title",
                                title,
                                "text",
                                text,
                                "answer",
                                "已换灯头。",
                                "publish",
                                "yes");
        return answer.status() + answer.body();
    }

    @Test
    void thePublicReadsTheApprovedTextAndNeverTheResidentsOwn() {
        var matter = ended(true);
        assertThat(form(matter, "村里一处路灯不亮", "门口路灯坏了。")).startsWith("303");

        var page = web.visitor().get("/open/matters/" + matter.number());
        assertThat(page.body()).contains("村里一处路灯不亮", "已换灯头").doesNotContain("张三", "13800138000");
    }

    @Test
    void aTextWithAPhoneNumberIsNotPublishedAndIsKept() {
        var matter = ended(true);

        assertThat(form(matter, "路灯不亮", "电话13800138000，请看看"))
                .startsWith("422")
                .contains("电话13800138000，请看看");
        assertThat(web.visitor().get("/open/matters/" + matter.number()).status()).isEqualTo(404);
    }

    @Test
    void whoDoesNotAgreeIsNotPublished() {
        assertThat(form(ended(false), "路灯不亮", "路灯坏了。")).startsWith("422").contains("不同意公开");
    }

    @Test
    void theBoardAndTheFeedOfAVillageShowItsMatters() {
        var matter = ended(true);
        form(matter, "村里又一处路灯不亮", "路灯坏了。");

        assertThat(web.visitor().get("/open?unit=" + village.code()).body()).contains("村里又一处路灯不亮");
        var feed = web.visitor().get("/open/feed.atom?unit=" + village.code());
        assertThat(feed.type()).startsWith("application/atom+xml");
        assertThat(feed.body()).contains("<title>村里又一处路灯不亮</title>", matter.number());
        var rss = web.visitor().get("/open/feed.rss?unit=" + village.code());
        assertThat(rss.type()).startsWith("application/rss+xml");
        assertThat(rss.body()).contains("<guid>", "<pubDate>", matter.number());
    }

    @Test
    void aWrongNumberOrPlaceIsNotFound() {
        assertThat(web.visitor().get("/open/matters/155408-20260803-9999").status()).isEqualTo(404);
        assertThat(web.visitor().get("/open/matters/nonsense").status()).isEqualTo(404);
        assertThat(web.visitor().get("/open?unit=999999999999").status()).isEqualTo(404);
    }

    @Test
    void theQueueListsWhatWaitsToBePublished() {
        var matter = ended(true);

        assertThat(staff.as(Role.TOWNSHIP_CLERK, township).get("/disclosure").body())
                .contains(matter.number());
        assertThat(
                        staff.as(Role.VILLAGE_CLERK, staff.below(township, UnitKind.VILLAGE, "邻村"))
                                .get("/disclosure")
                                .body())
                .doesNotContain(matter.number());
    }
}
