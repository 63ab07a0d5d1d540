package wanhu.round;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import wanhu.TestClock;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.matter.Matters;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** A county of the tests with a township, a village and a grid, and what residents tell there. */
@Lazy
@Component
class County {
    /** The units of one test. */
    record Place(Unit county, Unit township, Unit village, Unit grid, Unit power) {
        int code() {
            return county.county();
        }
    }

    private static final int FIRST_CODE = 155000;

    private final AtomicInteger codes = new AtomicInteger(FIRST_CODE);
    private final Staff staff;
    private final Reports reports;
    private final Matters matters;
    private final RoundList lists;
    private final TestClock clock;

    County(Staff staff, Reports reports, Matters matters, RoundList lists, TestClock clock) {
        this.staff = staff;
        this.reports = reports;
        this.matters = matters;
        this.lists = lists;
        this.clock = clock;
    }

    /** A county of its own, so that the clock of another test has opened nothing there. */
    Place place() {
        return place(staff.county(codes.incrementAndGet()));
    }

    /** A township of its own in a county. */
    Place place(Unit county) {
        var township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇" + Ids.next());
        var village = staff.below(township, UnitKind.VILLAGE, "九家子村");
        var grid = staff.below(village, UnitKind.GRID, "第一网格");
        var power = staff.below(county, UnitKind.DEPARTMENT, "农电局" + Ids.next());
        return new Place(county, township, village, grid, power);
    }

    Matter told(Unit place) {
        var content =
                new Report.Content(Kind.HELP, "farm", Channel.WEB, false, "耕地没有通电", "两千亩地没有通电。");
        var report =
                new Report(
                        place.county(),
                        Ids.next(),
                        content,
                        place.id(),
                        "村东",
                        null,
                        Report.Contact.NONE,
                        clock.instant());
        return now(place.county(), reports.report(null, report).matter());
    }

    Matter now(int county, UUID matter) {
        return matters.get(county, matter);
    }

    Actor villageClerk(Place place) {
        return staff.actor(Role.VILLAGE_CLERK, place.village());
    }

    Actor townshipClerk(Place place) {
        return staff.actor(Role.TOWNSHIP_CLERK, place.township());
    }

    Actor countyClerk(Place place) {
        return staff.actor(Role.COUNTY_CLERK, place.county());
    }

    /** The meetings that a body has before it. */
    List<Round> running(Unit body) {
        return lists.running(body.county(), body.id());
    }

    /** The one of them of that kind and state. */
    Round running(Unit body, String kind, RoundState state) {
        return running(body).stream()
                .filter(round -> round.kind().equals(kind) && round.state() == state)
                .findFirst()
                .orElseThrow();
    }

    static Seat seat() {
        return new Seat(
                "村部", "包志强", "白玉兰", List.of(Seat.Person.of("包志强 党支部书记"), Seat.Person.of("白玉兰 委员")));
    }
}
