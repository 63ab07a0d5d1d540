package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Hold;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** The door to matters, on the real database. */
@WanhuTest
class MattersTest {
    private static final int COUNTY = 150930;

    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired Staff staff;
    @Autowired TestClock clock;

    private Unit county;
    private Unit township;
    private Unit village;
    private Unit power;

    @BeforeEach
    void units() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "测试镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "测试村");
        power = staff.below(county, UnitKind.DEPARTMENT, "农电局" + Ids.next());
        clock.set("2026-08-03T09:00");
    }

    private Receipt told() {
        var content =
                new Report.Content(Kind.HELP, "farm", Channel.WEB, false, "耕地没有通电", "两千亩地没有通电。");
        var contact = new Report.Contact("白玉兰", "13800138000", false, false, true, true);
        return reports.report(
                null,
                new Report(
                        COUNTY,
                        Ids.next(),
                        content,
                        village.id(),
                        "村东",
                        null,
                        contact,
                        clock.instant()));
    }

    private Matter matter(Receipt receipt) {
        return matters.get(COUNTY, receipt.matter());
    }

    private Matter take(Role role, Unit unit, Matter matter, Step step) {
        return matters.take(new By.Staff(staff.actor(role, unit)), Taking.of(matter, step));
    }

    @Test
    void aReportGoesToTheVillageAndIsDueWithinADay() {
        var matter = matter(told());

        assertThat(matter.parties().holder().unit()).isEqualTo(village.id());
        assertThat(matter.times().due()).isEqualTo(clock.instant().plusSeconds(86_400));
    }

    @Test
    void theSameReportTwiceGivesOneMatterAndTheSameReceipt() {
        var content = new Report.Content(Kind.HELP, "farm", Channel.WEB, false, "路灯坏了", "");
        var report =
                new Report(
                        COUNTY,
                        Ids.next(),
                        content,
                        village.id(),
                        "",
                        null,
                        Report.Contact.NONE,
                        clock.instant());

        assertThat(reports.report(null, report)).isEqualTo(reports.report(null, report));
    }

    @Test
    void theCodeLeadsToTheMatterAndAWrongOneToNothing() {
        var receipt = told();

        assertThat(reports.byCode(receipt.code()))
                .get()
                .extracting(Requester::matter)
                .isEqualTo(receipt.matter());
        assertThat(reports.byCode("000000000000")).isEmpty();
    }

    @Test
    void climbsFromTheVillageToTheCountyAndIsSolvedByADepartment() {
        var matter = take(Role.VILLAGE_CLERK, village, matter(told()), new Step.TakeOn("入户看过"));
        matter =
                take(
                        Role.VILLAGE_CLERK,
                        village,
                        matter,
                        new Step.Escalate(Reason.Escalate.NO_MONEY, "村里问过电工", null));
        assertThat(matter.times().due())
                .isEqualTo(Zones.startOf(LocalDate.parse("2026-08-28").plusDays(1)));

        clock.set("2026-08-26T10:00");
        matter =
                take(
                        Role.TOWNSHIP_CLERK,
                        township,
                        matter,
                        new Step.Escalate(Reason.Escalate.SEVERAL_UNITS, "镇里勘查过", null));
        assertThat(matter.times().due())
                .isEqualTo(Zones.startOf(LocalDate.parse("2026-09-01").plusDays(1)));

        matter =
                take(
                        Role.COUNTY_CLERK,
                        county,
                        matter,
                        new Step.Dispatch(
                                Hold.of(tree(), power.id()), List.of(), null, null, "请办理"));
        matter = take(Role.DEPARTMENT_CLERK, power, matter, new Step.Sign());
        matter = take(Role.DEPARTMENT_CLERK, power, matter, new Step.Contact(true, "电话"));
        matter =
                take(
                        Role.DEPARTMENT_CLERK,
                        power,
                        matter,
                        new Step.Reply(Reason.Result.SOLVED, "已经通电。", "", ""));
        matter = take(Role.COUNTY_CLERK, county, matter, new Step.Approve(""));

        assertThat(matter.stage()).isEqualTo(Stage.FOLLOW_UP);
        assertThat(matters.timeline(matter))
                .extracting(TimelineLine::step)
                .containsExactly(
                        "Register",
                        "TakeOn",
                        "Escalate",
                        "Escalate",
                        "Dispatch",
                        "Sign",
                        "Contact",
                        "Reply",
                        "Approve");
    }

    private wanhu.org.Tree tree() {
        return units.tree(COUNTY);
    }

    @Autowired wanhu.org.Units units;

    @Test
    void aNeighbouringVillageDoesNotSeeIt() {
        var other = staff.below(township, UnitKind.VILLAGE, "邻村");
        var matter = matter(told());

        assertThatThrownBy(() -> matters.get(staff.actor(Role.VILLAGE_CLERK, other), matter.id()))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.kind()).isEqualTo(Refused.Kind.MISSING));
    }

    @Test
    void whoSawAnOlderVersionIsTold() {
        var seen = matter(told());
        take(Role.VILLAGE_CLERK, village, seen, new Step.TakeOn(""));

        assertThatThrownBy(() -> take(Role.VILLAGE_CLERK, village, seen, new Step.Admit(null)))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.word()).isEqualTo("matter.refused.stale"));
    }

    @Test
    void ofTwoAtOnceOneWinsAndTheOtherIsTold() throws Exception {
        var seen = matter(told());
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(2)) {
            Future<Boolean> first = pool.submit(() -> tryTake(seen, start));
            Future<Boolean> second = pool.submit(() -> tryTake(seen, start));
            start.countDown();

            assertThat(List.of(first.get(), second.get())).containsExactlyInAnyOrder(true, false);
        }
    }

    private boolean tryTake(Matter seen, CountDownLatch start) throws InterruptedException {
        start.await();
        try {
            take(Role.VILLAGE_CLERK, village, seen, new Step.TakeOn(""));
            return true;
        } catch (Refused _) {
            return false;
        }
    }

    @Test
    void mergedRequestersKeepTheirCodesAndRateEachForHerself() {
        var first = told();
        var second = told();
        take(
                Role.VILLAGE_CLERK,
                village,
                matter(second),
                new Step.Merge(first.matter(), first.number()));

        assertThat(reports.byCode(second.code()))
                .get()
                .extracting(Requester::matter)
                .isEqualTo(first.matter());
        assertThat(matter(first).tally().supporters()).isEqualTo(2);
        assertThat(matter(second).stage()).isEqualTo(Stage.MERGED);
    }

    @Test
    void anAnswerWithAPhoneNumberIsNotSent() {
        var matter = take(Role.VILLAGE_CLERK, village, matter(told()), new Step.TakeOn(""));
        var spoken = take(Role.VILLAGE_CLERK, village, matter, new Step.Contact(true, ""));
        var reply = new Step.Reply(Reason.Result.SOLVED, "请打13800138000。", "", "");

        assertThatThrownBy(() -> take(Role.VILLAGE_CLERK, village, spoken, reply))
                .isInstanceOfSatisfying(
                        Refused.class,
                        no -> assertThat(no.word()).isEqualTo("matter.refused.personal-data"));
    }
}
