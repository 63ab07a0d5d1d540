package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.calendar.Term;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Hold;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.MatterQuery.Filters;
import wanhu.matter.MatterQuery.Sort;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.people.Staff;

/** Who finds which matter in which list. */
@WanhuTest
class MatterListsTest {
    private static final int COUNTY = 155404;

    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired MatterLists lists;
    @Autowired Staff staff;
    @Autowired Units units;
    @Autowired TestClock clock;

    private Unit county;
    private Unit township;
    private Unit village;
    private Unit power;

    @BeforeEach
    void units() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "列表镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "列表村");
        power = staff.below(county, UnitKind.DEPARTMENT, "农电局" + Ids.next());
    }

    private Matter told(Unit place, String title) {
        var content = new Report.Content(Kind.HELP, "farm", Channel.WEB, false, title, "");
        var report =
                new Report(
                        COUNTY,
                        Ids.next(),
                        content,
                        place.id(),
                        "",
                        null,
                        Report.Contact.NONE,
                        clock.instant());
        return matters.get(COUNTY, reports.report(null, report).matter());
    }

    private Matter take(Role role, Unit unit, Matter matter, Step step) {
        return matters.take(new By.Staff(staff.actor(role, unit)), Taking.of(matter, step));
    }

    private Matter escalated(String title) {
        var matter = take(Role.VILLAGE_CLERK, village, told(village, title), new Step.TakeOn(""));
        return take(
                Role.VILLAGE_CLERK,
                village,
                matter,
                new Step.Escalate(Reason.Escalate.NO_MONEY, "问过", null));
    }

    private Matter dispatched(String title, List<Step.CoHandler> with) {
        var matter =
                take(
                        Role.TOWNSHIP_CLERK,
                        township,
                        escalated(title),
                        new Step.Escalate(Reason.Escalate.NO_MONEY, "看过", null));
        var to = Hold.of(units.tree(COUNTY), power.id());
        return take(Role.COUNTY_CLERK, county, matter, new Step.Dispatch(to, with, null, null, ""));
    }

    private List<String> titles(Actor actor, Lens lens) {
        return titles(actor, MatterQuery.of(lens, Sort.DUE, 100));
    }

    private List<String> titles(Actor actor, MatterQuery query) {
        return lists.list(actor, query).rows().stream().map(MatterLine::title).toList();
    }

    private Actor villager() {
        return staff.actor(Role.VILLAGE_CLERK, village);
    }

    @Test
    void whatIsToldIsToDoForTheVillageAndOpenBelowForItsTownship() {
        told(village, "路灯不亮");

        assertThat(titles(villager(), Lens.TODO)).containsExactly("路灯不亮");
        assertThat(titles(staff.actor(Role.TOWNSHIP_CLERK, township), Lens.TODO)).isEmpty();
        assertThat(titles(staff.actor(Role.TOWNSHIP_CLERK, township), Lens.BELOW))
                .containsExactly("路灯不亮");
    }

    @Test
    void whatWasRaisedWaitsForTheOthers() {
        escalated("桥面破损");

        assertThat(titles(villager(), Lens.TODO)).isEmpty();
        assertThat(titles(villager(), Lens.WAITING)).containsExactly("桥面破损");
        assertThat(titles(villager(), Lens.AREA)).containsExactly("桥面破损");
    }

    @Test
    void aDepartmentSeesWhatItWasSentAndNothingElseOfTheCounty() {
        dispatched("拉电线", List.of());
        told(village, "金丝雀甲");
        var clerk = staff.actor(Role.DEPARTMENT_CLERK, power);

        assertThat(titles(clerk, Lens.TODO)).containsExactly("拉电线");
        for (Lens lens : Lens.values()) {
            assertThat(titles(clerk, lens)).doesNotContain("金丝雀甲");
        }
    }

    @Test
    void aCoHandlerFindsItsPartWithItsOwnDeadline() {
        var petition = staff.below(county, UnitKind.DEPARTMENT, "信访局" + Ids.next());
        var part = new Step.CoHandler(petition.id(), petition.path(), Term.parse("2d"));
        dispatched("修机井", List.of(part));
        var clerk = staff.actor(Role.DEPARTMENT_CLERK, petition);

        var rows = lists.list(clerk, MatterQuery.of(Lens.PART, Sort.DUE, 10)).rows();
        assertThat(rows).extracting(MatterLine::title).containsExactly("修机井");
        assertThat(rows.getFirst().due()).isEqualTo("2026-08-05T16:00:00Z");
    }

    @Test
    void aNeighbourAndAnAdministratorFindNothingInAnyListCountOrFile() {
        told(village, "金丝雀乙");
        var neighbour = staff.below(township, UnitKind.VILLAGE, "邻村");
        for (Actor actor :
                List.of(
                        staff.actor(Role.VILLAGE_CLERK, neighbour),
                        staff.actor(Role.ADMIN, county))) {
            for (Lens lens : Lens.values()) {
                var query = MatterQuery.of(lens, Sort.NEWEST, 100);
                var file = new ArrayList<String>();
                lists.export(actor, query, row -> file.add(row.title()));

                assertThat(titles(actor, query)).isEmpty();
                assertThat(lists.count(actor, query)).isZero();
                assertThat(file).isEmpty();
            }
        }
    }

    @Test
    void soonAndOverdueFollowTheOneFunctionOfLateness() {
        told(village, "井盖丢失");
        assertThat(titles(villager(), Lens.SOON)).isEmpty();

        clock.set("2026-08-04T06:00");
        assertThat(titles(villager(), Lens.SOON)).containsExactly("井盖丢失");
        clock.set("2026-08-04T09:00");
        assertThat(titles(villager(), Lens.SOON)).isEmpty();
        assertThat(titles(villager(), Lens.OVERDUE)).containsExactly("井盖丢失");
    }

    @Test
    void pagesForthAndBackWithoutLosingOrRepeatingARow() {
        for (int at = 0; at < 23; at++) {
            var matter = told(village, "第" + at + "件");
            if (at % 3 == 0) {
                take(Role.VILLAGE_CLERK, village, matter, new Step.AskSupplement("在哪里"));
            }
        }
        for (Sort sort : Sort.values()) {
            var first = MatterQuery.of(Lens.TODO, sort, 5);
            var forth = new ArrayList<String>();
            var piece = lists.list(villager(), first);
            forth.addAll(numbers(piece));
            told(village, "中途来的");
            while (piece.next() != null) {
                piece = lists.list(villager(), first.from(piece.next(), 5));
                forth.addAll(numbers(piece));
            }
            assertThat(forth).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(23);

            var back = new ArrayList<>(numbers(piece));
            while (piece.back() != null) {
                piece = lists.list(villager(), first.from(piece.back(), 5));
                back.addAll(0, numbers(piece));
            }
            assertThat(back).containsAll(forth).doesNotHaveDuplicates();
        }
    }

    @Test
    void pagesWhatIsSoonOrLateInEachOrderWithoutLosingOrRepeatingARow() {
        var watching = staff.actor(Role.TOWNSHIP_CLERK, township);
        for (int at = 0; at < 11; at++) {
            clock.set("2026-08-03T09:%02d".formatted(at));
            told(village, "近" + at);
        }
        clock.set("2026-08-04T06:00");
        pagesAll(watching, Lens.SOON);
        pagesAll(staff.actor(Role.LEADER, county), Lens.SOON);
        clock.set("2026-08-04T19:00");
        pagesAll(watching, Lens.OVERDUE);
        pagesAll(staff.actor(Role.LEADER, county), Lens.OVERDUE);
    }

    private void pagesAll(Actor actor, Lens lens) {
        for (Sort sort : Sort.values()) {
            var whole = lists.list(actor, MatterQuery.of(lens, sort, MatterQuery.SIZE_MAX));
            var query = MatterQuery.of(lens, sort, 4);
            var piece = lists.list(actor, query);
            var forth = new ArrayList<>(numbers(piece));
            while (piece.next() != null) {
                piece = lists.list(actor, query.from(piece.next(), 4));
                forth.addAll(numbers(piece));
            }
            var back = new ArrayList<>(numbers(piece));
            while (piece.back() != null) {
                piece = lists.list(actor, query.from(piece.back(), 4));
                back.addAll(0, numbers(piece));
            }

            assertThat(forth).hasSizeGreaterThanOrEqualTo(11).isEqualTo(numbers(whole));
            assertThat(back).isEqualTo(forth);
            assertThat(lists.count(actor, query)).isEqualTo(forth.size());
        }
    }

    private static List<String> numbers(MatterPiece piece) {
        return piece.rows().stream().map(MatterLine::number).toList();
    }

    @Test
    void findsByTwoCharactersByOneAndByNumber() {
        var matter = told(village, "𬭎家沟水渠堵了");
        told(village, "路灯不亮");

        assertThat(titles(villager(), searching("水渠"))).containsExactly("𬭎家沟水渠堵了");
        assertThat(titles(villager(), searching("渠"))).containsExactly("𬭎家沟水渠堵了");
        assertThat(titles(villager(), searching("𬭎家"))).containsExactly("𬭎家沟水渠堵了");
        assertThat(titles(villager(), searching(matter.number()))).containsExactly("𬭎家沟水渠堵了");
        assertThat(titles(villager(), searching("%"))).isEmpty();
    }

    private static MatterQuery searching(String text) {
        var none = Filters.NONE;
        var filters =
                new Filters(
                        text,
                        Set.of(),
                        Set.of(),
                        null,
                        null,
                        none.state(),
                        null,
                        none.period(),
                        none.held(),
                        none.solved(),
                        false,
                        0,
                        none.trouble());
        return new MatterQuery(Lens.AREA, filters, Sort.NEWEST, 50, null);
    }

    @Test
    void followUpFindsWhatWasAnsweredByOthers() {
        var matter = take(Role.VILLAGE_CLERK, village, told(village, "垃圾清运"), new Step.TakeOn(""));
        matter = take(Role.VILLAGE_CLERK, village, matter, new Step.Contact(true, "电话"));
        matter =
                take(
                        Role.VILLAGE_CLERK,
                        village,
                        matter,
                        new Step.Reply(Reason.Result.SOLVED, "已清运。", "", ""));
        take(Role.TOWNSHIP_CLERK, township, matter, new Step.Approve(""));
        var desk = staff.below(county, UnitKind.OFFICE, "回访中心");

        assertThat(titles(staff.actor(Role.FOLLOW_UP, desk), Lens.TODO)).contains("垃圾清运");
        assertThat(titles(villager(), Lens.HANDLED)).containsExactly("垃圾清运");
    }
}
