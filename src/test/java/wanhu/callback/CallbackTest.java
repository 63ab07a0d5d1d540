package wanhu.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.Wall;
import wanhu.law.Laws;
import wanhu.law.RuleChange;
import wanhu.law.RuleKey;
import wanhu.life.Channel;
import wanhu.life.Grade;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Report;
import wanhu.matter.Requesters;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;
import wanhu.promise.ClockKind;
import wanhu.promise.ClockReached;

/** Calls that are owed after an answer, and those that were promised. */
@WanhuTest
class CallbackTest {
    private static final int COUNTY = 154605;

    @Autowired Staff staff;
    @Autowired Residents residents;
    @Autowired Matters matters;
    @Autowired Requesters requesters;
    @Autowired Calls calls;
    @Autowired CallStore store;
    @Autowired CallList list;
    @Autowired CallWatch watch;
    @Autowired Laws laws;
    @Autowired TestClock clock;

    private Unit county;
    private Unit village;
    private Actor caller;

    @BeforeEach
    void people() {
        county = staff.county(COUNTY);
        var township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
        village = staff.below(township, UnitKind.VILLAGE, "九家子村");
        caller = staff.actor(Role.FOLLOW_UP, county);
    }

    private Matter answered(Kind kind) {
        var content = new Report.Content(kind, "road.lamp", Channel.PHONE, false, "路灯不亮", "三盏。");
        var matter = residents.told(village, content, Residents.KNOWN);
        matter = residents.take(Role.VILLAGE_CLERK, village, matter, new Step.TakeOn(""));
        matter = residents.take(Role.VILLAGE_CLERK, village, matter, new Step.Contact(true, ""));
        var reply = new Step.Reply(Reason.Result.SOLVED, "换了灯泡。", "", "");
        matter = residents.take(Role.VILLAGE_CLERK, village, matter, reply);
        return residents.take(Role.COUNTY_CLERK, county, matter, new Step.Approve(""));
    }

    private Owed owed(Matter matter) {
        return Wall.whole(() -> store.open(COUNTY, matter.id())).getFirst();
    }

    private Owed again(Owed call) {
        return Wall.whole(() -> store.find(COUNTY, call.id())).orElseThrow();
    }

    private Matter now(Matter matter) {
        return matters.get(COUNTY, matter.id());
    }

    private void stated(int percent) {
        var change =
                new RuleChange(
                        RuleKey.CALL_VILLAGE,
                        Integer.toString(percent),
                        wanhu.base.Zones.day(clock.instant()),
                        new wanhu.law.Source("试点方案", "Pilot", ""));
        laws.change(staff.actor(Role.ADMIN, county), change);
    }

    @Test
    void theSameSeedDrawsTheSameAgainAndTheShareIsKept() {
        int drawn = 0;
        for (int at = 0; at < 10_000; at++) {
            var draw = new Draw("0123456789abcdef", new UUID(7, at), 0);
            drawn += draw.drawn(30) ? 1 : 0;
            assertThat(draw.number())
                    .isEqualTo(new Draw("0123456789abcdef", new UUID(7, at), 0).number());
        }

        assertThat(drawn).isBetween(2_850, 3_150);
        assertThat(new Draw("x", new UUID(1, 1), 0).drawn(100)).isTrue();
        assertThat(new Draw("x", new UUID(1, 1), 0).drawn(0)).isFalse();
    }

    @Test
    void aComplaintIsCalledWhateverTheShareIs() {
        stated(5);
        var complaints = List.of(answered(Kind.COMPLAINT), answered(Kind.COMPLAINT));
        var helps = List.of(answered(Kind.HELP), answered(Kind.HELP));

        assertThat(complaints).allMatch(each -> owed(each).drawn());
        assertThat(complaints).allMatch(each -> owed(each).lot() == Lot.SERIOUS);
        assertThat(helps).allMatch(each -> owed(each).percent() == 5);
        assertThat(list.figures(caller, java.time.LocalDate.parse("2026-08-01")))
                .extracting(CallList.Figures::lot)
                .contains(Lot.SERIOUS, Lot.VILLAGE);
    }

    @Test
    void theShareOfACategoryHoldsFromItsDayBeforeThatOfItsGroup() {
        stated(40);
        var admin = staff.as(Role.ADMIN, county);
        var page = "/admin/call-shares";
        admin.get(page);
        var wrong =
                admin.post(
                        page,
                        "category",
                        "road",
                        "percent",
                        "4",
                        "from",
                        "2026-08-01",
                        "source",
                        "x");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("5 到 100");
        assertThat(state(admin, "2026-08-02", "60").body()).contains("今天或以后");
        state(admin, "2026-08-04", "60");
        var before = answered(Kind.HELP);
        clock.set("2026-08-04T09:00");
        var after = answered(Kind.HELP);
        var serious = answered(Kind.COMPLAINT);
        state(admin, "2026-08-04", "");

        assertThat(owed(before).percent()).isEqualTo(40);
        assertThat(owed(after).percent()).isEqualTo(60);
        assertThat(owed(serious).percent()).isEqualTo(100);
        assertThat(owed(answered(Kind.HELP)).percent()).isEqualTo(40);
        assertThat(admin.get(page).body()).contains("60%", "旗发〔2026〕3号", "不再单独规定");
    }

    private wanhu.Visitor.Answer state(wanhu.Visitor admin, String from, String percent) {
        return admin.post(
                "/admin/call-shares",
                "category",
                "road",
                "percent",
                percent,
                "from",
                from,
                "source",
                "旗发〔2026〕3号");
    }

    @Test
    void whatWasNotDrawnEndsWhenTheTimeForACallIsOver() {
        stated(5);
        var spared = answered(Kind.HELP);
        while (owed(spared).drawn()) {
            spared = answered(Kind.HELP);
        }
        var call = owed(spared);
        watch.on(new ClockReached(COUNTY, spared.id(), ClockKind.FOLLOW_UP, 100, clock.instant()));

        assertThat(now(spared).stage()).isEqualTo(Stage.CLOSED);
        assertThat(again(call).state()).isEqualTo(Owed.State.SPARED);
    }

    @Test
    void threeDaysWithoutAnAnswerAndItIsClosedAsNotReached() {
        var matter = answered(Kind.COMPLAINT);
        var call = owed(matter);
        calls.missed(caller, call.id(), "无人接听");
        assertThatThrownBy(() -> calls.missed(caller, call.id(), ""))
                .hasMessageContaining("callback.refused.today");
        clock.set("2026-08-04T09:00");
        calls.missed(caller, call.id(), "");
        assertThat(again(call).attempts()).isEqualTo(2);
        assertThat(again(call).open()).isTrue();
        clock.set("2026-08-05T09:00");
        calls.missed(caller, call.id(), "");

        assertThat(again(call).state()).isEqualTo(Owed.State.NOT_REACHED);
        assertThat(now(matter).stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void aGradeToldByPhoneIsHersAndMarkedAsToldByPhone() {
        var matter = answered(Kind.COMPLAINT);
        var call = owed(matter);
        calls.reached(caller, call.id(), new Calls.Said(true, Grade.SATISFIED, "很快"));

        assertThat(again(call).state()).isEqualTo(Owed.State.REACHED);
        assertThat(now(matter).stage()).isEqualTo(Stage.CLOSED);
        assertThat(matters.timeline(matter).getLast().byKind()).isEqualTo("ON_BEHALF");
        var rating = requesters.list(caller, now(matter)).getFirst().rating();
        assertThat(rating).isNotNull();
    }

    @Test
    void unsolvedItGoesBack() {
        var matter = answered(Kind.COMPLAINT);
        calls.reached(caller, owed(matter).id(), new Calls.Said(false, Grade.DISSATISFIED, "没修好"));

        assertThat(now(matter).stage()).isEqualTo(Stage.IN_PROGRESS);
        assertThat(now(matter).tally().redos()).isEqualTo(1);
    }

    @Test
    void whoHandledItNeitherCallsNorSeesTheLot() {
        var matter = answered(Kind.COMPLAINT);
        var call = owed(matter);

        assertThatThrownBy(() -> calls.get(staff.actor(Role.VILLAGE_CLERK, village), call.id()))
                .hasMessageContaining("callback.refused.missing");
        assertThat(staff.as(Role.VILLAGE_CLERK, village).get("/callbacks").status()).isEqualTo(403);
        assertThat(staff.as(Role.DEPARTMENT_CLERK, county).get("/callbacks").status())
                .isEqualTo(403);
    }

    @Test
    void aPromisedCallIsOwedAtItsTime() {
        var matter = residents.told(village, "问一件事");
        var command = new UUID(7, 1);
        calls.promise(caller, matter, Instant.parse("2026-08-03T07:00:00Z"), command);
        var past = Instant.parse("2026-08-01T07:00:00Z");
        calls.promise(caller, matter, past, command);
        assertThatThrownBy(() -> calls.promise(caller, matter, past, new UUID(7, 2)))
                .hasMessageContaining("callback.refused.past");

        var call = owed(matter);
        assertThat(call.kind()).isEqualTo(Owed.Kind.PROMISED);
        calls.reached(caller, call.id(), new Calls.Said(true, null, "已告知"));
        assertThat(again(call).state()).isEqualTo(Owed.State.REACHED);
    }

    @Test
    void theListIsWorkedThroughOnItsPages() {
        var matter = answered(Kind.COMPLAINT);
        var call = owed(matter);
        var visitor = staff.as(Role.FOLLOW_UP, county);

        assertThat(visitor.get("/callbacks").body()).contains(matter.number(), "必访", "0 / 3");
        assertThat(visitor.get("/callbacks?view=ENDED&lot=SERIOUS&q=zz").body())
                .contains("没有要打的电话");
        var page = "/callbacks/" + call.id();
        assertThat(visitor.get(page).body()).contains("换了灯泡", "联系上了", "138****8000");
        var kept = visitor.post(page, "result", "reached", "note", "说了很多话");
        assertThat(kept.status()).isEqualTo(400);
        assertThat(kept.body()).contains("请选问题解决了没有", "说了很多话");
        var done = visitor.post(page, "result", "reached", "solved", "true");
        assertThat(visitor.follow(done).body()).contains("已记下");
        assertThat(visitor.get("/callbacks/figures?month=2026-08").body())
                .contains("必访", "100%", "月末后公布");
        clock.set("2026-09-01T09:00");
        assertThat(visitor.get("/callbacks/figures?month=2026-08").body()).contains("<code>");
    }
}
