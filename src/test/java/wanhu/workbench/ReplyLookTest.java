package wanhu.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Residents;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** An answer is looked at before it goes out, by who writes it and by who approves it. */
@WanhuTest
class ReplyLookTest {
    @Autowired Staff staff;
    @Autowired Residents residents;
    @Autowired Matters matters;
    @Autowired TestClock clock;

    @Test
    void hintsStandBesideTheAnswerAndHinderNobody() {
        clock.set("2026-08-17T09:00");
        var township = staff.below(staff.county(154803), UnitKind.TOWNSHIP, "六家子镇");
        var village = staff.below(township, UnitKind.VILLAGE, "九家子村");
        var told =
                residents.told(village, Residents.help("farm", "耕地什么时候通电", "东头。"), Residents.KNOWN);
        var matter = residents.take(Role.VILLAGE_CLERK, village, told, new Step.TakeOn(""));
        var clerk = staff.as(Role.VILLAGE_CLERK, village);
        var form =
                new String[] {
                    "version", "" + matter.version(), "command", Ids.next().toString(),
                    "Reply-result", "SOLVED", "Reply-answer", "耕地的事由农电局尽快安排。",
                    "Reply-notContacted", "没有电话。", "Reply-look", "yes"
                };
        var path = "/matters/" + matter.number() + "/steps/Reply";

        assertThat(clerk.get("/matters/" + matter.number() + "?step=Reply").body())
                .contains("检查答复");
        assertThat(clerk.post(path, form).body()).contains("答复里没有时间", "“尽快”没有说清楚", "耕地的事由农电局尽快安排。");
        assertThat(matters.get(matter.county(), matter.id()).stage()).isEqualTo(matter.stage());
        form[10] = "other";
        assertThat(clerk.post(path, form).status()).isEqualTo(303);
        assertThat(matters.get(matter.county(), matter.id()).stage()).isEqualTo(Stage.REVIEW);
        var reviewer = staff.as(Role.TOWNSHIP_CLERK, township);
        assertThat(reviewer.get("/matters/" + matter.number() + "?step=Approve").body())
                .contains("答复里没有时间");
    }
}
