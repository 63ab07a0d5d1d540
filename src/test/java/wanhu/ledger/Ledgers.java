package wanhu.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import wanhu.TestClock;
import wanhu.base.Actor;
import wanhu.base.Fen;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Receipt;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** A county of the tests with those who do projects, and the electricity of Jiujiazi. */
@Lazy
@Component
class Ledgers {
    private static final int FIRST_CODE = 152700;

    /** The units of one test. */
    record Place(Unit county, Unit township, Unit village, Unit power, Unit petitions) {}

    private final AtomicInteger codes = new AtomicInteger(FIRST_CODE);
    private final Staff staff;
    private final Reports reports;
    private final Projects projects;
    private final TestClock clock;

    Ledgers(Staff staff, Reports reports, Projects projects, TestClock clock) {
        this.staff = staff;
        this.reports = reports;
        this.projects = projects;
        this.clock = clock;
    }

    /** A county of its own. */
    Place place() {
        var county = staff.county(codes.incrementAndGet());
        var township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
        var village = staff.below(township, UnitKind.VILLAGE, "九家子村");
        var power = staff.below(county, UnitKind.DEPARTMENT, "农电局");
        var petitions = staff.below(county, UnitKind.DEPARTMENT, "信访局");
        return new Place(county, township, village, power, petitions);
    }

    /** 2,000 mu without electricity. */
    Receipt told(Place place) {
        var content =
                new Report.Content(Kind.HELP, "farm", Channel.WEB, false, "耕地没有通电", "两千亩地没有通电。");
        return reports.report(
                null,
                new Report(
                        place.county().county(),
                        Ids.next(),
                        content,
                        place.village().id(),
                        "村东",
                        null,
                        new Report.Contact("白玉兰", "13800138000", false, false, true, true),
                        clock.instant()));
    }

    /** 180,000 yuan for 90 households and 2,000 mu, with a leader, a unit and a deadline. */
    static Wish wish(Place place) {
        var promise =
                new Project.Promise(
                        "10月底前为九家子村 2000 亩耕地通电。",
                        LocalDate.parse("2026-10-31"),
                        new Project.Reach(90, 0, 2000));
        return wish(place, promise, plan());
    }

    static Wish wish(Place place, Project.Promise promise, List<Milestone> plan) {
        return new Wish(
                "九家子村耕地通电",
                "架设 10 千伏线路 3 公里，安装变压器 2 台。",
                2026,
                place.village().id(),
                place.power().id(),
                List.of(place.petitions().id()),
                new Project.Leader(null, null, "包志强", "库伦旗副旗长"),
                Fen.ofYuan("180000"),
                "旗财政专项资金",
                promise,
                plan);
    }

    static List<Milestone> plan() {
        return List.of(
                milestone(1, "勘查设计", 20, "2026-09-10"),
                milestone(2, "架线施工", 60, "2026-10-15"),
                milestone(3, "验收送电", 20, "2026-10-31"));
    }

    static Milestone milestone(int position, String name, int weight, String due) {
        return new Milestone(position, name, weight, LocalDate.parse(due), null);
    }

    /** Proposed by the county out of the matter. */
    Project proposed(Place place, Receipt receipt) {
        return projects.fromMatter(countyClerk(place), Ids.next(), receipt.number(), wish(place));
    }

    Project take(Actor actor, Project project, Act act) {
        return projects.take(
                actor, new Taking(project.number(), project.version(), Ids.next(), act));
    }

    /** Chosen and started. */
    Project started(Place place, Receipt receipt) {
        var chosen =
                take(countyClerk(place), proposed(place, receipt), new Act.Choose("8月28日旗级会商"));
        return take(power(place), chosen, new Act.Start("线路材料已进场"));
    }

    /** All milestones reached, everything spent, and done. */
    Project done(Place place, Receipt receipt) {
        var report =
                new Act.Report(
                        "三个节点全部完成，已送电。",
                        true,
                        Set.of(1, 2, 3),
                        Fen.ofYuan("178500.50"),
                        LocalDate.parse("2026-08-28"));
        var reached = take(power(place), started(place, receipt), report);
        return take(power(place), reached, new Act.Finish("2000 亩耕地全部通电，90 户受益。"));
    }

    Actor countyClerk(Place place) {
        return staff.actor(Role.COUNTY_CLERK, place.county());
    }

    Actor townshipClerk(Place place) {
        return staff.actor(Role.TOWNSHIP_CLERK, place.township());
    }

    Actor power(Place place) {
        return staff.actor(Role.DEPARTMENT_CLERK, place.power());
    }
}
