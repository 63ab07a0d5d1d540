package wanhu.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.Visitor;
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

/** Deadlines and meetings of a post in anybody's calendar, and nothing of anybody. */
@WanhuTest
class FeedTest {
    private static final Pattern LINK = Pattern.compile("(/ics/[0-9a-f-]+\\.ics)");

    @Autowired Staff staff;
    @Autowired Reports reports;
    @Autowired Matters matters;
    @Autowired Web web;

    private Unit township;
    private Unit village;

    @BeforeEach
    void make() {
        township = staff.below(staff.county(154740), UnitKind.TOWNSHIP, "日历镇");
        village = staff.below(township, UnitKind.VILLAGE, "日历村");
    }

    private static String link(Visitor visitor) {
        visitor.get("/calendar-feed");
        var found = LINK.matcher(visitor.post("/calendar-feed").body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private Matter reported() {
        var receipt =
                reports.report(
                        null,
                        new Report(
                                village.county(),
                                Ids.next(),
                                new Report.Content(
                                        Kind.HELP, "farm", Channel.WEB, false, "金丝雀", "金丝雀"),
                                village.id(),
                                "",
                                null,
                                new Report.Contact("张三", "13800138000", false, false, true, true),
                                wanhu.TestClock.START));
        return matters.get(village.county(), receipt.matter());
    }

    private String calendar(String link) {
        var said = web.visitor().get(link);
        assertThat(said.type()).isEqualToIgnoringCase("text/calendar;charset=UTF-8");
        return said.body().replace("\r\n ", "");
    }

    @Test
    void tellsWhenWhatTheUnitHoldsIsDueByItsNumberAlone() {
        var matter = reported();
        var text = calendar(link(staff.as(Role.VILLAGE_CLERK, village)));

        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("UID:matter-" + matter.id() + "@wanhu", "SEQUENCE:1\r\n")
                .contains("DTSTAMP:20260803T010000Z", "DTSTART:20260804T010000Z", matter.number())
                .doesNotContain("金丝雀", "张三", "13800138000");
    }

    @Test
    void whatIsSolvedIsCancelledUnderTheSameName() {
        var matter = reported();
        var link = link(staff.as(Role.VILLAGE_CLERK, village));
        var clerk = new By.Staff(staff.actor(Role.VILLAGE_CLERK, village));
        for (Step step :
                List.of(
                        new Step.TakeOn(""),
                        new Step.Contact(true, ""),
                        new Step.Reply(Reason.Result.SOLVED, "已修好。", "", ""))) {
            matter = matters.take(clerk, Taking.of(matter, step));
        }
        var office = staff.actor(Role.TOWNSHIP_CLERK, township);
        matters.take(new By.Staff(office), Taking.of(matter, new Step.Approve("")));

        assertThat(calendar(link))
                .contains("UID:matter-" + matter.id() + "@wanhu")
                .contains("STATUS:CANCELLED");
    }

    @Test
    void aLinkEndsWhenItIsEndedOrAnotherIsMade() {
        var visitor = staff.as(Role.VILLAGE_CLERK, village);
        var first = link(visitor);
        var second = link(visitor);
        visitor.post("/calendar-feed/end");

        assertThat(web.visitor().get(first).status()).isEqualTo(404);
        assertThat(web.visitor().get(second).status()).isEqualTo(404);
        assertThat(web.visitor().get("/ics/nonsense.ics").status()).isEqualTo(404);
    }

    @Test
    void linesAreFoldedBetweenCharactersAndTextsAreEscaped() {
        var text =
                new Ics("名;称,一\\二\n三", Instant.parse("2026-08-03T01:00:00Z"))
                        .event(
                                new Ics.Event(
                                        "round-1@wanhu",
                                        0,
                                        new Ics.On(LocalDate.parse("2026-08-20")),
                                        "九家子嘎查民情碰头会".repeat(12) + "𬭎",
                                        null,
                                        false))
                        .end();

        assertThat(text.split("\r\n", -1))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        assertThat(text.replace("\r\n ", ""))
                .contains("NAME:名\\;称\\,一\\\\二\\n三\r\n", "九家子嘎查民情碰头会".repeat(12) + "𬭎\r\n")
                .contains("DTSTART;VALUE=DATE:20260820\r\nDTEND;VALUE=DATE:20260821\r\n");
    }
}
