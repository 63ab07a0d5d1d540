package wanhu.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Wall;
import wanhu.calendar.Term;
import wanhu.life.Channel;
import wanhu.life.Hold;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Report;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.people.Staff;
import wanhu.reply.Finding;

/** Letters: their numbers, that they stay as they were issued, who may. */
@WanhuTest
class LettersTest {
    private static final int COUNTY = 154801;
    private static final int CLERKS = 8;

    @Autowired Staff staff;
    @Autowired Residents residents;
    @Autowired Units units;
    @Autowired LetterDrafts drafts;
    @Autowired Letters letters;
    @Autowired TestClock clock;

    private Unit county;
    private Unit township;
    private Unit village;
    private Actor clerk;

    @BeforeEach
    void offices() {
        clock.set("2026-08-17T09:00");
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "九家子村");
        clerk = staff.actor(Role.TOWNSHIP_CLERK, township);
    }

    /** The township has it from the village and gives it back to be done. */
    private Matter dispatched(Report.Content content, Report.Contact contact) {
        var matter = residents.told(village, content, contact);
        var up = new Step.Escalate(Reason.Escalate.NO_MONEY, "问过电工。", null);
        matter = residents.take(Role.VILLAGE_CLERK, village, matter, up);
        var to = Hold.of(units.tree(COUNTY), village.id());
        var down = new Step.Dispatch(to, List.of(), Term.parse("5wd"), null, "请办理。");
        return residents.take(Role.TOWNSHIP_CLERK, township, matter, down);
    }

    private Matter dispatched() {
        return dispatched(Residents.help("farm", "耕地没有通电", "东头两千亩地没有通电。"), Residents.KNOWN);
    }

    private Wish wish(Kind kind, String of) {
        return new Wish(Ids.next(), kind, of, drafts.subject(clerk, kind, of).draft());
    }

    private Letter issued(Matter matter) {
        return drafts.issue(clerk, wish(Kind.TRANSFER, matter.number()));
    }

    @Test
    void numbersHaveNoGapsAndNoDoublesWhenEightIssueAtOnce() throws Exception {
        var matter = dispatched();
        var bad = new Wish.Words("", "", "", "", "");
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = new ArrayList<Future<Letter>>();
            for (int each = 0; each < CLERKS; each++) {
                var wish = wish(Kind.TRANSFER, matter.number());
                all.add(
                        threads.submit(
                                () -> Wall.of(clerk).behind(() -> drafts.issue(clerk, wish))));
            }
            refused(
                    () ->
                            drafts.issue(
                                    clerk,
                                    new Wish(Ids.next(), Kind.TRANSFER, matter.number(), bad)),
                    "letter.refused.title");
            var numbers = new ArrayList<Integer>();
            for (Future<Letter> each : all) {
                numbers.add(each.get().number().ordinal());
            }
            assertThat(numbers).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
        }
    }

    @Test
    void theSameCommandTwiceIsOneLetter() {
        var wish = wish(Kind.TRANSFER, dispatched().number());

        assertThat(drafts.issue(clerk, wish).id()).isEqualTo(drafts.issue(clerk, wish).id());
    }

    @Test
    void yearAndKindCountForThemselves() {
        var letter = issued(dispatched());
        clock.set("2027-01-04T09:00");
        var next = issued(dispatched());

        assertThat(letter.number().text()).endsWith("转〔2026〕1号");
        assertThat(next.number().text()).endsWith("转〔2027〕1号");
    }

    @Test
    void aLetterReadsTheSameAfterEverythingChanged() {
        var matter = dispatched();
        var letter = issued(matter);
        var before = letters.paper(letters.get(clerk, letter.id()));
        drafts.setUp(clerk, new Heading("新机关", "新", "新文件", "新纪要", ""));
        residents.take(Role.VILLAGE_CLERK, village, matter, new Step.Sign());
        clock.set("2026-09-17T09:00");

        assertThat(letters.paper(letters.get(clerk, letter.id()))).isEqualTo(before);
        assertThat(issued(matter).text().organ()).isEqualTo("新机关");
    }

    @Test
    void aWithdrawnLetterKeepsItsNumberAndSaysSo() {
        var matter = dispatched();
        var letter = issued(matter);
        refused(() -> letters.withdraw(clerk, letter.id(), " "), "letter.refused.reason");
        letters.withdraw(clerk, letter.id(), "单位写错");

        var gone = letters.get(clerk, letter.id());
        assertThat(gone.state()).isEqualTo("WITHDRAWN");
        assertThat(letters.paper(gone).stamp()).contains("2026-08-17", "撤回");
        assertThat(issued(matter).number().ordinal()).isEqualTo(2);
        refused(() -> letters.withdraw(clerk, letter.id(), "再撤"), "letter.refused.withdrawn");
    }

    @Test
    void onlyTheUnitThatDispatchedWritesTheTransferAndBothReadIt() {
        var matter = dispatched();
        var receiver = staff.actor(Role.VILLAGE_CLERK, village);
        var other = staff.actor(Role.VILLAGE_CLERK, staff.below(township, UnitKind.VILLAGE, "别村"));
        refused(
                () -> drafts.subject(receiver, Kind.TRANSFER, matter.number()),
                "letter.refused.writer");
        refused(
                () ->
                        drafts.subject(
                                staff.actor(Role.GRID_WORKER, village),
                                Kind.TRANSFER,
                                matter.number()),
                "letter.refused.writer");
        var letter = issued(matter);

        assertThat(letters.get(receiver, letter.id()).id()).isEqualTo(letter.id());
        assertThat(letters.page(receiver, new Filter(null, 2026, "转", null)).rows())
                .extracting(Letter::id)
                .contains(letter.id());
        assertThat(letters.page(other, new Filter(null, null, null, null)).rows()).isEmpty();
        refused(() -> letters.get(other, letter.id()), "letter.refused.missing");
        refused(() -> letters.withdraw(receiver, letter.id(), "不要"), "letter.refused.writer");
        refused(
                () -> drafts.subject(clerk, Kind.REPLY, matter.number()),
                "letter.refused.unanswered");
    }

    @Test
    void aReportOfWrongdoingNeverNamesWhoToldIt() {
        var content =
                new Report.Content(
                        wanhu.life.Kind.REPORT, "farm", Channel.WEB, false, "有人多占地", "白玉兰说有人多占地。");
        var office = staff.actor(Role.COUNTY_CLERK, county);
        var power = staff.below(county, UnitKind.DEPARTMENT, "农业局" + Ids.next());
        var matter = residents.told(village, content, Residents.KNOWN);
        var tree = units.tree(COUNTY);
        while (!matter.parties().holder().unit().equals(county.id())) {
            var up = new Step.Escalate(Reason.Escalate.NO_MONEY, "上报。", null);
            matter = residents.take(Role.TOWNSHIP_CLERK, township, matter, up);
        }
        var to = Hold.of(tree, power.id());
        var down = new Step.Dispatch(to, List.of(), Term.parse("5wd"), null, "请办理。");
        var number = residents.take(Role.COUNTY_CLERK, county, matter, down).number();

        var draft = drafts.subject(office, Kind.TRANSFER, number).draft();
        assertThat(draft.all()).doesNotContain("白玉兰", "多占地");
        var named = new Wish.Words(draft.title(), draft.addressee(), "反映人白 玉兰说。", "", "");
        var wish = new Wish(Ids.next(), Kind.TRANSFER, number, named);
        refused(() -> drafts.issue(office, wish), "letter.refused.names");
        var accused = new Wish.Words(draft.title(), draft.addressee(), "请办理。", "", "九家子村");
        refused(
                () -> drafts.issue(office, new Wish(Ids.next(), Kind.TRANSFER, number, accused)),
                "letter.refused.accused");
        var accuser = staff.actor(Role.VILLAGE_CLERK, village);
        var letter = drafts.issue(office, new Wish(Ids.next(), Kind.TRANSFER, number, draft));
        refused(() -> letters.get(accuser, letter.id()), "letter.refused.missing");
    }

    @Test
    void hintsSayThatTheResidentIsNamedAndPeopleDecide() {
        var matter = dispatched();
        var subject = drafts.subject(clerk, Kind.TRANSFER, matter.number());
        var draft = subject.draft();
        var named = new Wish.Words(draft.title(), draft.addressee(), "白玉兰，13800138000。", "", "");
        var wish = new Wish(Ids.next(), Kind.TRANSFER, matter.number(), named);

        assertThat(drafts.findings(wish, subject))
                .extracting(Finding::sort)
                .containsExactly(Finding.Sort.NAMES_RESIDENT, Finding.Sort.PERSONAL_DATA);
        assertThat(drafts.issue(clerk, wish).number().ordinal()).isEqualTo(1);
        var maize = new Wish.Words(draft.title(), draft.addressee(), "地里种的白玉米缺水。", "", "");
        var clean = new Wish(Ids.next(), Kind.TRANSFER, matter.number(), maize);
        assertThat(drafts.findings(clean, subject)).isEmpty();
    }

    @Test
    void aHeadThatDoesNotFitItsLineIsRefused() {
        refused(
                () -> drafts.setUp(clerk, new Heading("长".repeat(29), "库", "文件", "纪要", "")),
                "letter.refused.heading");
        refused(() -> letters.get(clerk, new UUID(0, 1)), "letter.refused.missing");
    }

    private static void refused(ThrowingCallable act, String word) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(Refused.class, no -> assertThat(no.word()).isEqualTo(word));
    }
}
