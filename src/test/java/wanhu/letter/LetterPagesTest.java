package wanhu.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.calendar.Term;
import wanhu.life.Hold;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Residents;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.people.Staff;

/** Letters on their pages, without JavaScript. */
@WanhuTest
class LetterPagesTest {
    @Autowired Staff staff;
    @Autowired Residents residents;
    @Autowired Units units;
    @Autowired TestClock clock;

    @Test
    void aTransferIsWrittenLookedAtIssuedTakenAndWithdrawn() {
        clock.set("2026-08-17T09:00");
        var county = staff.county(154802);
        var township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
        var village = staff.below(township, UnitKind.VILLAGE, "九家子村");
        var told =
                residents.told(village, Residents.help("farm", "耕地没有通电", "东头。"), Residents.KNOWN);
        var up = new Step.Escalate(Reason.Escalate.NO_MONEY, "问过电工。", null);
        var raised = residents.take(Role.VILLAGE_CLERK, village, told, up);
        var to = Hold.of(units.tree(154802), village.id());
        residents.take(
                Role.TOWNSHIP_CLERK,
                township,
                raised,
                new Step.Dispatch(to, List.of(), Term.parse("5wd"), null, "请办理。"));
        var clerk = staff.as(Role.TOWNSHIP_CLERK, township);
        var number = told.number();
        var href = "/letters/new?kind=TRANSFER&of=" + number;

        assertThat(clerk.get("/letters").body()).contains("没有公文");
        assertThat(clerk.get("/matters/" + number).body())
                .contains("拟制转办单", href.replace("&", "&amp;"));
        assertThat(clerk.get(href).body()).contains("关于耕地没有通电问题的转办函", "六家子镇九家子村");
        assertThat(
                        clerk.post(
                                        "/letters/heading",
                                        "organ",
                                        "六家子镇民情办",
                                        "code",
                                        "六民办",
                                        "mark",
                                        "六家子镇民情办文件",
                                        "minutes",
                                        "六家子镇会议纪要",
                                        "contact",
                                        "")
                                .location())
                .contains("/letters/heading?said=letter.said.heading");
        var form =
                new String[] {
                    "kind",
                    "TRANSFER",
                    "of",
                    number,
                    "title",
                    "关于耕地的转办函",
                    "addressee",
                    "九家子村",
                    "body",
                    "请办理，找13800138000。",
                    "contact",
                    "",
                    "copies",
                    ""
                };
        assertThat(clerk.post("/letters/new", form).body())
                .contains("六民办转〔2026〕　号", "草稿，未发文", "可能有个人号码", "<svg");
        var empty = form.clone();
        empty[5] = "";
        assertThat(clerk.post("/letters", empty).status()).isEqualTo(400);

        var sent = clerk.post("/letters", form);
        var letter = sent.location().orElseThrow().replaceFirst("\\?.*", "");
        assertThat(clerk.follow(sent).body()).contains("已发文", "六民办转〔2026〕1号", "印章位置留空");
        assertThat(clerk.get("/letters?kind=TRANSFER&year=2026&q=" + number).body())
                .contains(letter, "共 1");
        assertThat(clerk.get("/letters?kind=REPLY").body()).contains("没有符合条件的公文");
        assertThat(new String(clerk.file(letter + "/file.pdf"), StandardCharsets.ISO_8859_1))
                .startsWith("%PDF-");
        assertThat(new String(clerk.file(letter + "/file.docx"), StandardCharsets.ISO_8859_1))
                .startsWith("PK");
        assertThat(clerk.get("/letters/export.xlsx").status()).isEqualTo(200);
        var gone = clerk.post(letter + "/withdraw", "reason", "写错了单位");
        assertThat(clerk.follow(gone).body()).contains("本件已于 2026-08-17 撤回", "写错了单位");
        assertThat(staff.as(Role.LEADER, county).get("/matters/" + number).body()).contains(letter);
        assertThat(staff.as(Role.AUDITOR, county).get("/audit?group=PAPERS").body())
                .contains("公文、周报月报", "办理公文");
    }

    @Test
    void aLastDayThatIsOverIsToldBeforeTheLetterIsIssued() {
        clock.set("2026-08-17T09:00");
        var township = staff.below(staff.county(154802), UnitKind.TOWNSHIP, "七家子镇");
        var village = staff.below(township, UnitKind.VILLAGE, "八家子村");
        var told =
                residents.told(village, Residents.help("farm", "耕地没有通电", "东头。"), Residents.KNOWN);
        var clerk = staff.as(Role.TOWNSHIP_CLERK, township);
        var given =
                clerk.post(
                        "/supervise/new",
                        "matter",
                        told.number(),
                        "ground",
                        "UNSOLVED",
                        "demand",
                        "三天内到现场。",
                        "until",
                        "2026-08-20");
        var order = given.location().orElseThrow().replaceFirst("\\?.*", "");
        var href = "/letters/new?kind=ORDER&of=" + order.replace("/supervise/", "");
        clock.set("2026-08-20T17:00");
        assertThat(clerk.get(href).body()).contains("2026年8月20日").doesNotContain("已经过去");
        clock.set("2026-08-21T09:00");

        assertThat(clerk.get(href).body())
                .contains("正文里的期限 2026年8月20日 已经过去", "请先延长反馈期限", "href=\"" + order + "\"");
        assertThat(looked(clerk, order, "请于2026年8月20日前反馈。")).contains("已经过去");
        assertThat(looked(clerk, order, "请于2026年8月28日前反馈。")).doesNotContain("已经过去");
        clerk.post(order, "act", "Extend", "version", "1", "text", "下大雨。", "until", "2026-08-28");
        assertThat(clerk.get(href).body()).contains("2026年8月28日").doesNotContain("已经过去");
    }

    private static String looked(Visitor clerk, String order, String body) {
        return clerk.post(
                        "/letters/new",
                        "kind",
                        "ORDER",
                        "of",
                        order.replace("/supervise/", ""),
                        "title",
                        "督办通知",
                        "addressee",
                        "八家子村",
                        "body",
                        body)
                .body();
    }
}
