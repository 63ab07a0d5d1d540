package wanhu.supervise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.life.Matter;
import wanhu.people.Staff;
import wanhu.promise.Ticks;

/** Supervision on its pages, without JavaScript. */
@WanhuTest
class SupervisePagesTest {
    @Autowired Offices offices;
    @Autowired Staff staff;
    @Autowired Ticks ticks;
    @Autowired TestClock clock;

    private Offices.Place place;
    private Matter matter;
    private Visitor township;

    @BeforeEach
    void told() {
        clock.set("2026-08-17T09:00");
        place = offices.place();
        matter = offices.told(place);
        township = staff.as(Role.TOWNSHIP_CLERK, place.township());
    }

    private Visitor.Answer order(String until) {
        return township.post(
                "/supervise/new",
                "matter",
                matter.number(),
                "ground",
                "UNSOLVED",
                "demand",
                "三天内到现场。",
                "until",
                until);
    }

    @Test
    void anOrderIsGivenAnsweredAndStruckOff() {
        assertThat(township.get("/matters/" + matter.number()).body())
                .contains("/supervise/matters/" + matter.number());
        assertThat(township.get("/supervise/new?matter=" + matter.number()).body())
                .contains("下达督办", "九家子村", "按规则为 2026-08-20");
        var given = order("2026-08-20");
        assertThat(township.follow(given).body()).contains("督办已下达", "三天内到现场", "待反馈");

        var village = staff.as(Role.VILLAGE_CLERK, place.village());
        var href = given.location().orElseThrow().replaceFirst("\\?.*", "");
        assertThat(village.get("/supervise").body()).contains("耕地没有通电", href, "待反馈");
        var answered = village.post(href, "act", "Reply", "version", "1", "text", "电工已到。");
        assertThat(village.follow(answered).body()).contains("反馈已提交", "电工已到");
        var closed = township.post(href, "act", "Close", "version", "2", "text", "已核实。");
        assertThat(township.follow(closed).body()).contains("已销号");
        assertThat(township.get("/supervise?ended=true").body()).contains("耕地没有通电");
        assertThat(township.get("/supervise/export.xlsx").status()).isEqualTo(200);
    }

    @Test
    void whatWasTypedIsKeptWhenItIsRefused() {
        var refused = order("2026-08-01");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("期限应在今天以后", "三天内到现场");
    }

    @Test
    void promptsAreDecidedFromTheirList() {
        clock.set("2026-08-25T09:00");
        ticks.run(place.county().county());

        var list = township.get("/supervise/prompts").body();
        assertThat(list).contains("逾期未受理", "耕地没有通电", "下达督办", "不督办");
        var id = list.replaceFirst("(?s).*/supervise/prompts/([0-9a-f-]{36})/dismiss.*", "$1");
        assertThat(
                        township.get("/supervise/new?matter=" + matter.number() + "&prompt=" + id)
                                .body())
                .contains("推诿或拒不办理");
        var dismissed = township.post("/supervise/prompts/" + id + "/dismiss", "reason", "已联系。");
        assertThat(township.follow(dismissed).body()).contains("没有待处置的督办建议");
    }

    @Test
    void aReminderStandsOnTheMattersPages() {
        var sent =
                township.post("/supervise/reminders", "matter", matter.number(), "text", "请今天联系。");

        assertThat(township.follow(sent).body()).contains("已催办", "请今天联系");
        assertThat(township.get("/supervise/matters/" + matter.number()).body())
                .contains("请今天联系", "承办单位 0 个");
    }

    @Test
    void aVillageSeesNoFormToSuperviseItself() {
        var village = staff.as(Role.VILLAGE_CLERK, place.village());

        assertThat(village.get("/supervise/matters/" + matter.number()).body())
                .doesNotContain("<textarea");
        assertThat(village.get("/supervise/new?matter=" + matter.number()).status()).isEqualTo(403);
        assertThat(township.get("/supervise?late=true&q=nothing").body()).contains("没有符合条件");
    }
}
