package wanhu.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Receipt;
import wanhu.open311.TestKeys;
import wanhu.people.Staff;

/** A hands matters to B, which it knows as a server of Open311 GeoReport v2: B's own, over HTTP. */
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeoReportPartnerTest {
    private static final int COUNTY_A = 154828;
    private static final int COUNTY_B = 154809;
    private static final String OFFICE = "0475-4912345";

    @Autowired Handovers handovers;
    @Autowired TwoCounties counties;
    @Autowired TestKeys keys;
    @Autowired Staff staff;

    private TwoCounties.Pair both;
    private String key;

    @BeforeAll
    void connect() {
        both = counties.pair(COUNTY_A, COUNTY_B);
        key = keys.of(both.townshipB);
    }

    @AfterAll
    void cut() {
        both.close();
    }

    @BeforeEach
    void open() {
        both.between.is(Between.Way.OPEN);
        speaks("");
    }

    private void speaks(String more) {
        both.open311(
                key,
                "category.road = road.lamp\nunit.* = "
                        + both.villageB.code()
                        + "\nfield.jurisdiction_id = "
                        + COUNTY_B
                        + "\nfield.phone = "
                        + OFFICE
                        + more);
    }

    private Handover of(Receipt receipt) {
        return both.of(receipt);
    }

    private long posted() {
        return both.between.bodies().stream().filter(each -> each.contains("service_code")).count();
    }

    private int listedThere() {
        return both.officeB.get("/matters?lens=AREA&size=200").body().path("items").size();
    }

    @Test
    void whatIsHandedOverIsARequestThereAndItsNotesAreADraftOfTheAnswer() {
        var receipt = both.handedOver("road.lamp");
        assertThat(of(receipt).state()).isEqualTo(Handover.State.SENT);
        assertThat(both.there(receipt).about().body()).contains(TwoCounties.TITLE, "晚上看不见路");
        both.answeredThere(receipt);
        both.later(Waits.ASK);
        assertThat(of(receipt).state()).isEqualTo(Handover.State.SENT);
        both.takeThere(
                receipt, Role.TOWNSHIP_CLERK, both.townshipB, new Step.FollowUp(true, null, ""));
        both.later(Waits.ASK);

        assertThat(of(receipt).state()).isEqualTo(Handover.State.ANSWERED);
        assertThat(of(receipt).there().answer()).isNotEmpty();
        var desk = staff.as(Role.VILLAGE_CLERK, both.villageA);
        assertThat(desk.get("/matters/" + receipt.number() + "?step=Reply").body())
                .contains(of(receipt).there().answer() + "</textarea>");
        assertThat(both.between.bodies())
                .anyMatch(each -> each.contains(OFFICE))
                .noneMatch(each -> each.contains(TwoCounties.PHONE));
    }

    @Test
    void whatTheyDeclineComesBackAndWhatTheyRefuseSaysWhy() {
        var receipt = both.handedOver("road.lamp");
        both.declinedThere(receipt, Reason.Decline.OUTSIDE_DUTIES, "这条路归丙县管。");
        both.later(Waits.ASK);
        assertThat(of(receipt).state()).isEqualTo(Handover.State.RETURNED);

        speaks("\ncategory.farm = no.such");
        var refused = both.handedOver("farm");
        assertThat(of(refused).state()).isEqualTo(Handover.State.REFUSED);
        assertThat(of(refused).done().status()).isEqualTo(404);
        assertThat(of(refused).done().fault()).isNotEmpty();
    }

    @Test
    void sentAgainItIsTheSameRequest() {
        int before = listedThere();
        both.between.is(Between.Way.LOST);
        var receipt = both.handedOver("road.lamp");
        assertThat(of(receipt).state()).isEqualTo(Handover.State.WAITING);
        both.later(Duration.ofMinutes(1));
        both.between.is(Between.Way.OPEN);
        both.later(Duration.ofMinutes(30));

        assertThat(of(receipt).state()).isEqualTo(Handover.State.SENT);
        assertThat(listedThere()).isEqualTo(before + 1);
    }

    @Test
    void whoKnowsNoTokensIsNeverSentTwiceWhatMayHaveArrived() {
        speaks("\nfield.token = -");
        long before = posted();
        both.between.is(Between.Way.LOST);
        var receipt = both.handedOver("road.lamp");
        both.between.is(Between.Way.OPEN);
        both.later(Duration.ofHours(7));

        assertThat(of(receipt).state()).isEqualTo(Handover.State.REFUSED);
        assertThat(of(receipt).done().fault()).startsWith("? ");
        assertThat(posted()).isEqualTo(before + 1);
    }

    @Test
    void takingBackIsNotOfferedForTheStandardKnowsNoWayBack() {
        var receipt = both.handedOver("road.lamp");

        assertThatThrownBy(() -> handovers.askBack(both.clerk, of(receipt).id(), "改由本镇办"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.word()).isEqualTo("exchange.refused.no-back"));
        assertThat(staff.as(Role.VILLAGE_CLERK, both.villageA).get("/exchange").body())
                .contains(receipt.number())
                .doesNotContain("/exchange/handovers/" + of(receipt).id() + "/back");
    }
}
