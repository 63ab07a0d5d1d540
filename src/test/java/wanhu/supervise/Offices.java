package wanhu.supervise;

import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.calendar.Term;
import wanhu.life.Hold;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.people.Staff;

/** A county with a township, a village and departments, and orders that are given there. */
@Lazy
@Component
class Offices {
    private static final int FIRST_CODE = 154100;

    private final AtomicInteger codes = new AtomicInteger(FIRST_CODE);
    private final Staff staff;
    private final Units units;
    private final Residents residents;
    private final Matters matters;
    private final Supervisions supervisions;

    Offices(
            Staff staff,
            Units units,
            Residents residents,
            Matters matters,
            Supervisions supervisions) {
        this.staff = staff;
        this.units = units;
        this.residents = residents;
        this.matters = matters;
        this.supervisions = supervisions;
    }

    /** A county of its own. */
    record Place(Unit county, Unit township, Unit village, Unit power, Unit water, Unit roads) {}

    Place place() {
        var county = staff.county(codes.incrementAndGet());
        var township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
        return new Place(
                county,
                township,
                staff.below(township, UnitKind.VILLAGE, "九家子村"),
                staff.below(county, UnitKind.DEPARTMENT, "农电局"),
                staff.below(county, UnitKind.DEPARTMENT, "水务局"),
                staff.below(county, UnitKind.DEPARTMENT, "交通局"));
    }

    Matter told(Place place) {
        return residents.told(place.village(), "耕地没有通电");
    }

    /** With the county's office, which has it from the village and the township. */
    Matter raised(Place place) {
        var matter = told(place);
        var why = wanhu.life.Reason.Escalate.NO_MONEY;
        var up = new Step.Escalate(why, "问过电工。", null);
        matter = residents.take(Role.VILLAGE_CLERK, place.village(), matter, up);
        return residents.take(Role.TOWNSHIP_CLERK, place.township(), matter, up);
    }

    Matter dispatched(Place place, Matter matter, Unit to) {
        var tree = units.tree(place.county().county());
        var step =
                new Step.Dispatch(
                        Hold.of(tree, to.id()),
                        java.util.List.of(),
                        Term.parse("5wd"),
                        null,
                        "请办理。");
        return residents.take(Role.COUNTY_CLERK, place.county(), matter, step);
    }

    Matter take(Role role, Unit unit, Matter matter, Step step) {
        return residents.take(role, unit, now(matter), step);
    }

    Matter now(Matter matter) {
        return matters.get(matter.county(), matter.id());
    }

    Actor villager(Place place) {
        return staff.actor(Role.VILLAGE_CLERK, place.village());
    }

    Actor township(Place place) {
        return staff.actor(Role.TOWNSHIP_CLERK, place.township());
    }

    Actor office(Place place) {
        return staff.actor(Role.COUNTY_CLERK, place.county());
    }

    Actor leader(Place place) {
        return staff.actor(Role.LEADER, place.county());
    }

    static Wish wish(Matter matter, String until) {
        return new Wish(
                Ids.next(),
                matter.number(),
                Ground.UNSOLVED,
                "三天内到现场，说明怎样通电。",
                LocalDate.parse(until),
                false,
                null);
    }

    Supervision ordered(Actor by, Matter matter, String until) {
        return supervisions.issue(by, wish(matter, until));
    }
}
