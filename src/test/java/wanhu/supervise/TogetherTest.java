package wanhu.supervise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.calendar.Term;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.people.Staff;
import wanhu.promise.Ticks;

/** Consultations, stage reports, and the desks of returns and extensions. */
@WanhuTest
class TogetherTest {
    @Autowired Offices offices;
    @Autowired Staff staff;
    @Autowired Consultations consultations;
    @Autowired StageReports reports;
    @Autowired Requests requests;
    @Autowired Prompts prompts;
    @Autowired Matters matters;
    @Autowired Ticks ticks;
    @Autowired TestClock clock;

    private Offices.Place place;

    @BeforeEach
    void monday() {
        clock.set("2026-08-17T09:00");
        place = offices.place();
    }

    private void at(String time) {
        clock.set(time);
        ticks.run(place.county().county());
        ticks.run(place.county().county());
    }

    private Consultation called() {
        var wish =
                new CallWish(
                        Ids.next(),
                        offices.told(place).number(),
                        List.of(place.power().id(), place.water().id()),
                        Instant.parse("2026-08-19T01:00:00Z"),
                        "三楼会议室",
                        "由谁牵头通电");
        return consultations.call(offices.office(place), wish);
    }

    private Actor power() {
        return staff.actor(Role.DEPARTMENT_CLERK, place.power());
    }

    private Actor roads() {
        return staff.actor(Role.DEPARTMENT_CLERK, place.roads());
    }

    @Test
    void theInvitedSpeakAndTheOutcomeStandsInTheTimeline() {
        var on = called();
        consultations.say(power(), on.id(), "可以勘查。");
        assertThatThrownBy(() -> consultations.say(power(), on.id(), "改口。"))
                .hasMessageContaining("supervise.refused.hand");

        var until = LocalDate.parse("2026-09-30");
        var outcome = new Consultations.Outcome("农电局牵头，九月底通电。", place.power().id(), until);
        consultations.conclude(offices.office(place), on.id(), outcome);

        assertThat(consultations.get(power(), on.id()).ended())
                .extracting(Consultation.Ended::lead)
                .isEqualTo(place.power().id());
        var matter = matters.get(on.county(), on.of().matter());
        assertThat(matters.timeline(matter))
                .last()
                .satisfies(line -> assertThat(line.note()).contains("农电局牵头"));
    }

    @Test
    void whoIsNotInvitedSeesNothingAndWhoCalledEndsIt() {
        var on = called();

        assertThatThrownBy(() -> consultations.get(roads(), on.id()))
                .hasMessageContaining("supervise.refused.missing");
        assertThatThrownBy(() -> consultations.cancel(power(), on.id(), "不开了。"))
                .hasMessageContaining("supervise.refused.hand");
        assertThat(consultations.page(power(), Key.START).rows()).hasSize(1);
        assertThat(consultations.page(roads(), Key.START).rows()).isEmpty();
    }

    private Matter late() {
        var matter = offices.told(place);
        offices.take(Role.VILLAGE_CLERK, place.village(), matter, new Step.TakeOn(""));
        at("2026-08-26T09:00");
        return matter;
    }

    @Test
    void whatIsLateOwesAReportAndThenTheNextOne() {
        var matter = late();
        var owed = reports.owed(offices.villager(place), Key.START).rows();
        assertThat(owed).singleElement().satisfies(each -> assertThat(each.turn()).isEqualTo(1));

        var said = new StageReports.Said("线路要改。", "下周立杆。", LocalDate.parse("2026-09-04"));
        reports.give(offices.villager(place), owed.getFirst().id(), said);

        assertThat(reports.ofMatter(matter.county(), matter.id()))
                .extracting(StageReport::turn)
                .containsExactly(2, 1);
    }

    @Test
    void aMissingReportIsPromptedAndASolvedMatterOwesNone() {
        var matter = late();
        at("2026-08-31T09:00");
        assertThat(prompts.page(offices.township(place), "REPORT_LATE", Key.START).rows())
                .hasSize(1);

        var answer = new Step.Reply(Reason.Result.SOLVED, "已通电。", "", "电话打不通。");
        offices.take(Role.VILLAGE_CLERK, place.village(), matter, answer);

        assertThat(reports.owed(offices.villager(place), Key.START).rows()).isEmpty();
        assertThat(prompts.page(offices.township(place), "", Key.START).rows()).isEmpty();
    }

    @Test
    void theFirstRecipientOwesTheReportWhileNobodyLeads() {
        late();

        assertThat(reports.owed(offices.township(place), Key.START).rows())
                .singleElement()
                .satisfies(each -> assertThat(each.first()).isEqualTo(place.village().id()));
    }

    @Test
    void aReturnWaitsOnTheDeskUntilTheDispatcherDecides() {
        var matter = offices.dispatched(place, offices.raised(place), place.power());
        var ask = new Step.AskReturn("不归我们。", null);
        offices.take(Role.DEPARTMENT_CLERK, place.power(), matter, ask);

        assertThat(requests.page(offices.office(place), null, Key.START).rows())
                .singleElement()
                .satisfies(each -> assertThat(each.asked()).isEqualTo(place.power().id()))
                .satisfies(each -> assertThat(each.most()).isEqualTo(2));
        offices.take(Role.COUNTY_CLERK, place.county(), matter, new Step.RefuseReturn("清单写明归你们。"));
        assertThat(requests.page(offices.office(place), null, Key.START).rows()).isEmpty();
    }

    @Test
    void anExtensionWaitsWithTheLevelAbove() {
        var matter = offices.told(place);
        offices.take(Role.VILLAGE_CLERK, place.village(), matter, new Step.TakeOn(""));
        var ask = new Step.AskExtension(Term.parse("5wd"), "等材料。");
        offices.take(Role.VILLAGE_CLERK, place.village(), matter, ask);

        assertThat(requests.page(offices.township(place), Request.Kind.EXTENSION, Key.START).rows())
                .extracting(Request::term)
                .containsExactly("5wd");
    }

    @Test
    void theListsShowIt() {
        var on = called();
        late();
        var village = staff.as(Role.VILLAGE_CLERK, place.village());
        var office = staff.as(Role.COUNTY_CLERK, place.county());

        assertThat(village.get("/supervise/reports").body()).contains("提交阶段报告", "耕地没有通电");
        assertThat(office.get("/supervise/consultations/" + on.id()).body())
                .contains("由谁牵头通电", "农电局", "还没有提出意见", "形成结论");
        assertThat(office.get("/supervise/consultations").body()).contains("由谁牵头通电");
        assertThat(office.get("/supervise/desk").body()).contains("没有等待审定的申请", "退单次数上限");
        assertThat(office.get("/supervise/consultations/new?matter=" + on.of().number()).body())
                .contains("召集会商", "农电局");
    }
}
