package wanhu.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.life.Matter;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.supervise.Act;
import wanhu.supervise.CallWish;
import wanhu.supervise.Consultations;
import wanhu.supervise.Ground;
import wanhu.supervise.Supervision;
import wanhu.supervise.Supervisions;
import wanhu.supervise.Wish;

/**
 * A few orders and consultations over invented matters that nobody has solved yet. What rules find
 * – what is late, what was done again – finds itself.
 */
@Component
class DemoSupervision {
    /** The line of words: demand, answer, question, place, opinion, outcome. */
    private static final int WORDS = 8;

    private static final int ORDERS = 6;
    private static final int BEGUN_DAYS = 6;
    private static final int ANSWER_DAYS = 4;

    private final DemoCounty county;
    private final DemoStaff staff;
    private final Supervisions supervisions;
    private final Consultations consultations;
    private final String[] said = DemoTable.rows("words.tsv").get(WORDS);

    DemoSupervision(
            DemoCounty county,
            DemoStaff staff,
            Supervisions supervisions,
            Consultations consultations) {
        this.county = county;
        this.staff = staff;
        this.supervisions = supervisions;
        this.consultations = consultations;
    }

    /** Enters what happened in the last days before an instant. */
    void enter(DemoQueue queue, Instant end, DemoPlay play) {
        var orders = new ArrayList<Supervision>();
        queue.add(
                end.minus(Duration.ofDays(BEGUN_DAYS)),
                () -> chosen(play).forEach(matter -> order(matter, queue.now(), orders)));
        queue.add(end.minus(Duration.ofDays(ANSWER_DAYS)), () -> answer(orders));
        queue.add(
                end.minus(Duration.ofDays(2)),
                () -> play.unsolved(1).forEach(matter -> consult(matter, end)));
    }

    /**
     * Half with villages, half with those whom the county itself supervises, where there are any.
     */
    private static List<Matter> chosen(DemoPlay play) {
        var high = new ArrayList<Matter>();
        var low = new ArrayList<Matter>();
        for (Matter matter : play.unsolved(Integer.MAX_VALUE)) {
            boolean village = Level.TOWNSHIP.above(matter.parties().handlerOrHolder().level());
            (village ? low : high).add(matter);
        }
        var chosen = new ArrayList<>(high.stream().limit(ORDERS / 2).toList());
        low.stream().limit(ORDERS - chosen.size()).forEach(chosen::add);
        return chosen;
    }

    private void order(Matter matter, Instant now, List<Supervision> orders) {
        var to = matter.parties().handlerOrHolder();
        boolean village = Level.TOWNSHIP.above(to.level());
        var by = village ? township(to.unit()) : boss(orders.size());
        var wish =
                new Wish(
                        Ids.next(),
                        matter.number(),
                        Ground.UNSOLVED,
                        said[0],
                        Zones.day(now).plusDays(3L + 2L * orders.size()),
                        !village && orders.size() % 2 == 0,
                        null);
        orders.add(supervisions.issue(by, wish));
    }

    private Actor township(UUID below) {
        return staff.actor(
                Role.TOWNSHIP_CLERK, county.tree().above(below, Level.TOWNSHIP).orElseThrow());
    }

    private Actor boss(int turn) {
        var root = county.tree().root().orElseThrow();
        return staff.actor(turn % 2 == 0 ? Role.LEADER : Role.COUNTY_CLERK, root);
    }

    /** Every second one was answered. */
    private void answer(List<Supervision> orders) {
        for (int at = 0; at < orders.size(); at += 2) {
            var order = orders.get(at);
            supervisions.take(
                    clerk(county.tree().get(order.parties().to())),
                    order.id(),
                    order.version(),
                    new Act.Reply(said[1]));
        }
    }

    private Actor clerk(Unit unit) {
        if (unit.kind() == UnitKind.DEPARTMENT) {
            return staff.actor(Role.DEPARTMENT_CLERK, unit);
        }
        return switch (county.tree().level(unit.id())) {
            case GRID -> staff.actor(Role.GRID_WORKER, unit);
            case VILLAGE -> staff.actor(Role.VILLAGE_CLERK, unit);
            case TOWNSHIP -> staff.actor(Role.TOWNSHIP_CLERK, unit);
            case COUNTY, CITY, PROVINCE -> staff.actor(Role.COUNTY_CLERK, unit);
        };
    }

    private void consult(Matter matter, Instant end) {
        var office = staff.actor(Role.COUNTY_CLERK, county.tree().root().orElseThrow());
        var units = List.of(county.department(0), county.department(1), county.department(2));
        var wish =
                new CallWish(
                        Ids.next(),
                        matter.number(),
                        units.stream().map(Unit::id).toList(),
                        end.plus(Duration.ofDays(1)),
                        said[3],
                        said[2]);
        var made = consultations.call(office, wish);
        consultations.say(clerk(units.getFirst()), made.id(), said[4]);
    }
}
