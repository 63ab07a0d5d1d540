package wanhu.round;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import wanhu.TestClock;
import wanhu.base.Actor;
import wanhu.base.Fen;
import wanhu.base.Refused;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.life.By;
import wanhu.life.Hold;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Matters;
import wanhu.matter.Taking;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;
import wanhu.people.Staff;

/** Lets a county live by chance for some months, through the doors that people use. */
@Lazy
@Component
class Lives {
    private static final int CARRY_ONE_IN = 6;

    private final Staff staff;
    private final County county;
    private final Rounds rounds;
    private final Decisions decisions;
    private final Matters matters;
    private final Units units;
    private final TestClock clock;

    Lives(
            Staff staff,
            County county,
            Rounds rounds,
            Decisions decisions,
            Matters matters,
            Units units,
            TestClock clock) {
        this.staff = staff;
        this.county = county;
        this.rounds = rounds;
        this.decisions = decisions;
        this.matters = matters;
        this.units = units;
        this.clock = clock;
    }

    /** One county with its chance. */
    final class Life {
        final Random chance;
        final Unit root;
        final Unit power;

        /** A village in which nothing is told, and whose meetings come all the same. */
        final Unit quiet;

        final List<Unit> townships = new ArrayList<>();
        final List<Unit> villages = new ArrayList<>();
        final Map<UUID, Unit> grids = new HashMap<>();
        final List<UUID> told = new ArrayList<>();

        Life(long seed) {
            chance = new Random(seed);
            var place = county.place();
            root = place.county();
            power = place.power();
            quiet = place.village();
            grow(place.township());
            grow(staff.below(root, UnitKind.SUMU, "巴音苏木"));
        }

        private void grow(Unit township) {
            townships.add(township);
            for (int each = 0; each < 2; each++) {
                var village = staff.below(township, UnitKind.GACHA, "嘎查" + each);
                villages.add(village);
                grids.put(village.id(), staff.below(village, UnitKind.GRID, "网格" + each));
            }
        }

        /** One day: what residents tell, what clerks do on their own, what meetings decide. */
        void day() {
            for (int each = chance.nextInt(3); each > 0; each--) {
                var village = pick(villages);
                var place = chance.nextBoolean() ? village : grid(village);
                told.add(county.told(place).id());
            }
            for (int each = chance.nextInt(6); each > 0 && !told.isEmpty(); each--) {
                attempt(() -> alone(county.now(root.county(), pick(told))));
            }
            villages.forEach(village -> meet(village, Role.VILLAGE_CLERK, 4));
            townships.forEach(township -> meet(township, Role.TOWNSHIP_CLERK, 3));
            meet(root, Role.COUNTY_CLERK, 2);
            clock.advance(Duration.ofHours(1));
        }

        private Unit grid(Unit village) {
            return java.util.Objects.requireNonNull(grids.get(village.id()));
        }

        private <T> T pick(List<T> list) {
            return list.get(chance.nextInt(list.size()));
        }

        /** What a clerk does without a meeting. */
        private Matter alone(Matter matter) {
            var holder = units.get(root.county(), matter.parties().holder().unit());
            return switch (matter.stage()) {
                case REGISTERED -> take(holder, matter, intake(holder));
                case ADMITTED -> take(holder, matter, dispatch(holder));
                case DISPATCHED ->
                        take(
                                holder,
                                matter,
                                chance.nextInt(4) > 0
                                        ? new Step.Sign()
                                        : new Step.AskReturn("不归我们", null));
                case RETURN_ASKED -> take(holder, matter, new Step.RefuseReturn("请看清单"));
                case IN_PROGRESS -> work(holder, matter);
                case PLANNED, PARKED -> take(holder, matter, new Step.Resume(""));
                case REVIEW -> above(matter, new Step.Approve(""));
                case FOLLOW_UP ->
                        above(matter, new Step.FollowUp(chance.nextInt(4) > 0, null, "电话回访"));
                case ESCALATED -> urgent(holder, matter);
                case CONSULTING,
                        SUPPLEMENT,
                        CLOSED,
                        ARCHIVED,
                        DECLINED,
                        REFERRED,
                        MERGED,
                        WITHDRAWN ->
                        matter;
            };
        }

        private Step intake(Unit holder) {
            return switch (chance.nextInt(5)) {
                case 0 -> new Step.Decline(Reason.Decline.OUTSIDE_DUTIES, "这件事请找物业。");
                case 1 ->
                        holder.level() == Level.VILLAGE
                                ? new Step.Admit(null)
                                : new Step.TakeOn("");
                case 2 -> new Step.Escalate(Reason.Escalate.BEYOND_POWERS, "村里试过", null);
                case 3 -> new Step.EscalateUrgently(Reason.Urgent.DANGER, "已拉警戒线");
                default -> new Step.TakeOn("");
            };
        }

        private Step dispatch(Unit holder) {
            var to = holder.level() == Level.VILLAGE ? grid(holder) : power;
            return new Step.Dispatch(
                    Hold.of(units.tree(root.county()), to.id()), List.of(), null, null, "");
        }

        private Matter work(Unit holder, Matter matter) {
            if (chance.nextInt(5) == 0) {
                return above(matter, new Step.Park("等下一批资金", "主任", today().plusDays(60)));
            }
            var spoken = take(holder, matter, new Step.Contact(true, "入户"));
            return take(holder, spoken, new Step.Reply(Reason.Result.SOLVED, "已经办好。", "", ""));
        }

        private Matter urgent(Unit holder, Matter matter) {
            return matter.tally().urgent()
                    ? decisions.decideUrgent(clerk(holder), matter.id(), decision(holder))
                    : matter;
        }

        private Matter take(Unit holder, Matter matter, Step step) {
            return matters.take(new By.Staff(clerk(holder)), Taking.of(matter, step));
        }

        /** By the clerk of the territory above the handler. */
        private Matter above(Matter matter, Step step) {
            var handler = matter.parties().handler();
            var at = handler == null ? matter.parties().holder() : handler;
            var tree = units.tree(root.county());
            var above =
                    tree.ancestors(at.unit()).stream()
                            .filter(unit -> unit.kind().territorial())
                            .findFirst()
                            .orElse(root);
            return take(above.level().above(Level.COUNTY) ? root : above, matter, step);
        }

        private Actor clerk(Unit unit) {
            return switch (unit.kind()) {
                case GRID -> staff.actor(Role.GRID_WORKER, unit);
                case DEPARTMENT -> staff.actor(Role.DEPARTMENT_CLERK, unit);
                case COUNTY -> staff.actor(Role.COUNTY_CLERK, unit);
                default ->
                        staff.actor(
                                unit.level() == Level.VILLAGE
                                        ? Role.VILLAGE_CLERK
                                        : Role.TOWNSHIP_CLERK,
                                unit);
            };
        }

        /** Meets one day in so many, item by item. */
        private void meet(Unit body, Role role, int oneIn) {
            var clerk = staff.actor(role, body);
            for (Round round : county.running(body)) {
                boolean now = chance.nextInt(oneIn) == 0;
                if (now && round.state() == RoundState.OPEN && round.freezes() == null) {
                    rounds.begin(clerk, round.id());
                    hold(clerk, body, round);
                } else if (now && round.state() == RoundState.FROZEN) {
                    hold(clerk, body, round);
                } else if (now && round.state() == RoundState.HELD) {
                    rounds.approve(clerk, round.id());
                }
            }
        }

        private void hold(Actor clerk, Unit body, Round round) {
            for (Item item : rounds.items(round)) {
                if (item.pending()) {
                    attempt(() ->
                            decisions.decide(clerk, round.id(), item.matter(), decision(body)));
                }
            }
            decisions.carryRest(clerk, round.id(), "时间不够");
            rounds.finish(clerk, round.id(), County.seat());
        }

        private Decision decision(Unit body) {
            if (chance.nextInt(CARRY_ONE_IN) == 0) {
                return new Decision.Plan(today().plusDays(20), "下月施工");
            }
            var raise = new Decision.Raise(Reason.Escalate.NO_MONEY, "筹过款", null);
            var down = new Decision.HandBack("由下级组织", Fen.ofYuan("1000"), "");
            return switch (body.level()) {
                case VILLAGE -> chance.nextBoolean() ? raise : new Decision.TakeOn("");
                case TOWNSHIP -> pick(List.of(raise, down, new Decision.TakeOn("")));
                default -> pick(List.of(down, new Decision.TakeOn(""), order()));
            };
        }

        private Decision order() {
            return new Decision.Dispatch(
                    Hold.of(units.tree(root.county()), power.id()), List.of(), null, "", null);
        }

        private LocalDate today() {
            return Zones.day(clock.instant());
        }

        /** What is refused has changed nothing. */
        private void attempt(Runnable act) {
            try {
                act.run();
            } catch (Refused _) {
                refused++;
            }
        }

        int refused;
    }

    Life begin(long seed) {
        return new Life(seed);
    }
}
