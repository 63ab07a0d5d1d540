package wanhu.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Wall;
import wanhu.calendar.Term;
import wanhu.life.Hold;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.people.Staff;

/** Letters are kept for ten years, and then go by the hands of two persons alone. */
@WanhuTest
class DisposalsTest {
    private static final int COUNTY = 154800;

    @Autowired Staff staff;
    @Autowired Residents residents;
    @Autowired Units units;
    @Autowired LetterDrafts drafts;
    @Autowired Letters letters;
    @Autowired LetterStore store;
    @Autowired Disposals disposals;
    @Autowired TestClock clock;
    @Autowired JdbcClient db;

    private Unit township;
    private Actor clerk;
    private Actor leader;
    private Letter letter;

    @BeforeEach
    void aTransfer() {
        clock.set("2026-08-17T09:00");
        township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "档镇" + Ids.next());
        var village = staff.below(township, UnitKind.VILLAGE, "档村");
        clerk = staff.actor(Role.TOWNSHIP_CLERK, township);
        leader = staff.actor(Role.LEADER, township);
        var up = new Step.Escalate(Reason.Escalate.NO_MONEY, "问过电工。", null);
        var told = residents.told(village, "耕地没有通电");
        var raised = residents.take(Role.VILLAGE_CLERK, village, told, up);
        var to = Hold.of(units.tree(COUNTY), village.id());
        var down = new Step.Dispatch(to, List.of(), Term.parse("5wd"), null, "请办理。");
        var number = residents.take(Role.TOWNSHIP_CLERK, township, raised, down).number();
        var draft = drafts.subject(clerk, Kind.TRANSFER, number).draft();
        letter = drafts.issue(clerk, new Wish(Ids.next(), Kind.TRANSFER, number, draft));
    }

    private Letter now() {
        return letters.get(clerk, letter.id());
    }

    private Disposal asked() {
        disposals.ask(clerk, "档案员鉴定过，没有继续保存的价值。");
        return disposals.list(clerk).getFirst();
    }

    @Test
    void theYearAfterTenYearsItIsDueAndNothingGoesByItself() {
        clock.set("2036-12-31T09:00");
        assertThat(disposals.due(clerk).letters()).isZero();
        refused(() -> disposals.ask(clerk, "鉴定过。"), "letter.refused.none-due");
        clock.set("2037-01-01T09:00");
        var due = disposals.due(clerk);

        assertThat(due.letters()).isEqualTo(1);
        assertThat(due.before()).isEqualTo("2027-01-01");
        assertThat(now()).isEqualTo(letter);
    }

    @Test
    void whatItSaysGoesWhenAnotherAgreesAndTheRegisterStays() {
        clock.set("2037-01-01T09:00");
        refused(() -> disposals.ask(clerk, " "), "letter.refused.appraisal");
        var asked = asked();
        refused(() -> disposals.ask(leader, "再提。"), "letter.refused.asked");
        refused(() -> disposals.decide(clerk, asked.id(), true), "letter.refused.decider");
        var elsewhere = staff.actor(Role.LEADER, staff.county(COUNTY));
        refused(() -> disposals.decide(elsewhere, asked.id(), true), "letter.refused.decided");
        disposals.decide(leader, asked.id(), true);
        refused(() -> disposals.decide(leader, asked.id(), true), "letter.refused.decided");

        var gone = now();
        assertThat(gone.state()).isEqualTo("DISPOSED");
        assertThat(gone.number()).isEqualTo(letter.number());
        assertThat(gone.text().title()).isEqualTo(letter.text().title());
        assertThat(gone.text().body() + gone.text().addressee()).isEmpty();
        refused(() -> letters.take(clerk, letter.id(), "pdf"), "letter.refused.disposed");
        assertThat(letters.mayWithdraw(clerk, gone)).isFalse();
        var proof = disposals.list(clerk).getFirst();
        assertThat(proof.source()).isEqualTo("《机关文件材料归档范围和文书档案保管期限规定》第6条");
        assertThat(Objects.requireNonNull(proof.decided()).letters()).isEqualTo(1);
        assertThat(disposals.due(clerk).letters()).isZero();
    }

    @Test
    void nobodyAgreesToWhatSheAskedForHerselfAndARefusalLeavesAll() {
        clock.set("2037-01-01T09:00");
        disposals.ask(leader, "鉴定过。");
        var asked = disposals.list(leader).getFirst();
        refused(() -> disposals.decide(leader, asked.id(), true), "letter.refused.decider");
        var second =
                new Actor(
                        COUNTY,
                        Ids.next(),
                        leader.post(),
                        Role.LEADER,
                        township.id(),
                        township.path(),
                        "另一位",
                        leader.title());
        disposals.decide(second, asked.id(), false);

        assertThat(now()).isEqualTo(letter);
        assertThat(asked().decided()).isNull();
    }

    @Test
    void minutesStayForGoodAndTheTableLetsNothingElseGo() {
        var minutes =
                new Letter(
                        COUNTY,
                        Ids.next(),
                        Kind.MINUTES,
                        township.id(),
                        new Letter.Numbered(2026, 1, "纪1号"),
                        letter.about(),
                        letter.text(),
                        letter.issued(),
                        null,
                        false);
        Wall.whole(() -> store.insert(minutes, Ids.next()));
        clock.set("2037-01-01T09:00");
        assertThat(disposals.due(clerk).letters()).isEqualTo(1);
        assertThatThrownBy(() -> change("body = ''")).hasMessageContaining("append-only");
        disposals.decide(leader, asked().id(), true);

        assertThat(letters.get(clerk, minutes.id()).text()).isEqualTo(letter.text());
        assertThatThrownBy(() -> change("title = '别的'")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> change("disposal_id = null")).hasMessageContaining("append-only");
    }

    private void change(String what) {
        Wall.whole(() ->
                db.sql("update letter.letter set " + what + " where county = :county and id = :id")
                        .param("county", COUNTY)
                        .param("id", letter.id())
                        .update());
    }

    @Test
    void bothSeeItOnThePage() {
        clock.set("2037-01-01T09:00");
        var writes = staff.as(Role.TOWNSHIP_CLERK, township);
        assertThat(writes.get("/letters").body()).contains("公文保管期限");
        assertThat(writes.get("/letters/retention").body()).contains("120 个月", "1 件", "提出销毁");
        assertThat(writes.post("/letters/retention", "act", "ask", "reason", "x").body())
                .contains("请填写鉴定意见", "x");
        var asked = writes.post("/letters/retention", "act", "ask", "reason", "鉴定过，可以销毁。");
        assertThat(writes.follow(asked).body()).contains("等待领导决定").doesNotContain("同意销毁<");
        var decides = staff.as(Role.LEADER, township);
        assertThat(decides.get("/letters/retention").body()).contains("鉴定过，可以销毁。", "同意销毁<");
        var id = disposals.list(clerk).getFirst().id().toString();
        var done = decides.post("/letters/retention", "act", "grant", "of", id);
        assertThat(decides.follow(done).body()).contains("销毁记录", "第6条");
        var shown = decides.get("/letters/" + letter.id()).body();
        assertThat(shown).contains("保管期满", "已销毁").doesNotContain("下载 PDF", "<svg class=\"sheet");
        assertThat(decides.get("/letters/" + letter.id() + "/file.pdf").status()).isEqualTo(422);
    }

    private static void refused(ThrowingCallable act, String word) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.word()).isEqualTo(word));
    }
}
