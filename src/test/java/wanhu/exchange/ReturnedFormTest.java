package wanhu.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.life.Reason;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Receipt;
import wanhu.matter.Residents;
import wanhu.people.Staff;

/** Why another system gave a matter back stands in our form of declining; a person decides. */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReturnedFormTest {
    private static final int COUNTY_A = 154833;
    private static final int COUNTY_B = 154834;
    private static final String WHY = "这条路归丙县管，请找丙县交通局。";

    @Autowired Handovers handovers;
    @Autowired TwoCounties counties;
    @Autowired Residents residents;
    @Autowired Matters matters;
    @Autowired Staff staff;

    private TwoCounties.Pair both;
    private Visitor desk;

    @BeforeAll
    void connect() {
        both = counties.pair(COUNTY_A, COUNTY_B);
        desk = staff.as(Role.VILLAGE_CLERK, both.villageA);
    }

    @AfterAll
    void cut() {
        both.close();
    }

    @BeforeEach
    void open() {
        both.open();
    }

    /** Handed over before it is admitted: only then can it be declined here. */
    private Receipt handedOver() {
        var content = Residents.help("road.lamp", TwoCounties.TITLE, "晚上看不见路。");
        var receipt = residents.tell(both.villageA, content, Residents.KNOWN);
        handovers.handOver(both.clerk, receipt.number(), both.partner().id(), "请乙县看看");
        both.work();
        return receipt;
    }

    private Receipt returned(Reason.Decline reason) {
        var receipt = handedOver();
        both.declinedThere(receipt, reason, WHY);
        both.later(Waits.ASK);
        assertThat(both.of(receipt).state()).isEqualTo(Handover.State.RETURNED);
        return receipt;
    }

    private String form(Receipt receipt, String step) {
        return desk.get("/matters/" + receipt.number() + "?step=" + step).body();
    }

    @Test
    void theirReasonIsChosenAndTheirWordsAreADraft() {
        var receipt = returned(Reason.Decline.OUTSIDE_DUTIES);

        var form = form(receipt, "Decline");
        assertThat(form).containsPattern("<option value=\"OUTSIDE_DUTIES\"[^>]* selected");
        assertThat(form).contains(WHY + "</textarea>");
        assertThat(form).contains("对方已退回");
    }

    @Test
    void withoutACodeTheirWordsAreADraftAndAPersonChooses() {
        var said =
                """
                [{"status":"closed","status_notes":"%s","extended_attributes":{"detailed_status":"DECLINED"}}]
                """
                        .formatted(WHY);
        try (var plain = new LateNumbers()) {
            plain.takes(new LateNumbers.Answer(201, "[{\"service_request_id\":\"P-3\"}]"));
            plain.stands(new LateNumbers.Answer(200, said));
            both.open311(plain.address(), "key", "category.* = lamp\nunit.* = 1");
            var receipt = handedOver();
            both.later(Waits.ASK);

            var form = form(receipt, "Decline");
            assertThat(form).contains(WHY + "</textarea>");
            assertThat(form).doesNotContainPattern("<option value=\"[A-Z_]+\"[^>]* selected");
        }
    }

    @Test
    void whatIsAdmittedCanNotBeDeclinedAnyMoreAndShowsItBesideTheMatter() {
        var receipt = both.handedOver("road.lamp");
        both.declinedThere(receipt, Reason.Decline.OUTSIDE_DUTIES, WHY);
        both.later(Waits.ASK);

        assertThat(desk.get("/matters/" + receipt.number()).body())
                .contains("对方已退回", "（不属于政府职责）" + WHY)
                .doesNotContain("step=Decline");
    }

    @Test
    void whatIsInTheFormIsDeclinedAsAPersonSendsIt() {
        var receipt = returned(Reason.Decline.SAME_MATTER);
        var matter = matters.get(COUNTY_A, receipt.matter());
        var no = new Step.Decline(Reason.Decline.SAME_MATTER, WHY);
        both.take(receipt, Role.VILLAGE_CLERK, both.villageA, no);

        assertThat(matters.get(COUNTY_A, matter.id()).stage()).isEqualTo(Stage.DECLINED);
    }

    @Test
    void anotherFormSaysNothingOfIt() {
        var receipt = returned(Reason.Decline.OUTSIDE_DUTIES);

        assertThat(form(receipt, "AnswerAtOnce")).doesNotContain(WHY + "</textarea>");
    }
}
