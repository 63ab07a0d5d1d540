package wanhu.life;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.Scope;
import wanhu.org.Level;

/** As what somebody may act on a matter. Pure. */
public final class Hands {
    private static final Role[] CLERKS = {
        Role.GRID_WORKER,
        Role.VILLAGE_CLERK,
        Role.TOWNSHIP_CLERK,
        Role.COUNTY_CLERK,
        Role.DEPARTMENT_CLERK,
        Role.PHONE_DESK
    };

    private Hands() {}

    /**
     * The hands of somebody.
     *
     * @param coHandler whether the actor's unit has an open part
     */
    public static Set<Hand> of(By by, Matter matter, boolean coHandler) {
        return switch (by) {
            case By.Staff(var actor) -> ofStaff(actor, matter, coHandler);
            case By.OnBehalf(var actor, _) ->
                    seen(actor, matter, () -> coHandler)
                            ? EnumSet.of(Hand.REQUESTER)
                            : EnumSet.noneOf(Hand.class);
            case By.Requester _ -> EnumSet.of(Hand.REQUESTER);
            case By.Rule _ -> EnumSet.of(Hand.SYSTEM);
        };
    }

    /**
     * Whether staff may see the matter at all: by place, by holding it now or before, or by a part
     * in it; never at or below the unit complained of.
     *
     * @param coHandler whether its unit has, or had, a part; asked when nothing else lets it see
     */
    public static boolean seen(Actor actor, Matter matter, BooleanSupplier coHandler) {
        if (actor.role().apart() || matter.about().privacy().shutTo(actor.path())) {
            return false;
        }
        var scope = Scope.of(actor);
        var parties = matter.parties();
        return scope.sees(matter.about().placePath(), parties.holder().path())
                || held(scope, parties.handler())
                || held(scope, parties.dispatcher())
                || coHandler.getAsBoolean();
    }

    /**
     * Names of the steps that these hands may take on the matter now, in the order of the table.
     */
    public static Set<String> steps(Matter matter, Set<Hand> hands) {
        return Life.edgesFrom(matter.stage()).stream()
                .filter(edge -> !Collections.disjoint(edge.hands(), hands))
                .map(edge -> edge.step().getSimpleName())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean held(Scope scope, @Nullable Hold hold) {
        return hold != null && scope.held().contains(hold.path());
    }

    private static Set<Hand> ofStaff(Actor actor, Matter matter, boolean coHandler) {
        var hands = EnumSet.noneOf(Hand.class);
        if (!seen(actor, matter, () -> coHandler)) {
            return hands;
        }
        hands.add(Hand.WITNESS);
        var parties = matter.parties();
        boolean clerk = actor.is(CLERKS);
        add(hands, Hand.HOLDER, clerk && holds(actor, parties.holder()));
        add(hands, Hand.CO_HANDLER, clerk && coHandler);
        add(hands, Hand.DISPATCHER, clerk && same(actor, parties.dispatcher()));
        boolean officer = clerk || actor.is(Role.LEADER);
        add(hands, Hand.ABOVE, officer && above(actor, parties.holder()));
        boolean leads = actor.is(Role.LEADER) && same(actor, parties.holder());
        add(hands, Hand.APPROVER, leads || (officer && above(actor, parties.holder())));
        boolean author = actor.person().equals(parties.author());
        add(
                hands,
                Hand.REVIEWER,
                officer
                        && !author
                        && (involved(actor, parties) || above(actor, parties.handler())));
        add(hands, Hand.OUTSIDER, outsider(actor, parties, officer));
        return hands;
    }

    /** The holding unit itself, or the village whose grid holds it. */
    private static boolean holds(Actor actor, Hold holder) {
        return same(actor, holder)
                || (actor.is(Role.VILLAGE_CLERK)
                        && holder.level() == Level.GRID
                        && actor.covers(holder.path()));
    }

    private static boolean involved(Actor actor, Matter.Parties parties) {
        return same(actor, parties.handler()) || same(actor, parties.dispatcher());
    }

    private static boolean outsider(Actor actor, Matter.Parties parties, boolean officer) {
        var handler = parties.handler();
        if (handler == null || same(actor, handler)) {
            return false;
        }
        return actor.is(Role.FOLLOW_UP, Role.PHONE_DESK)
                || (officer && (above(actor, handler) || same(actor, parties.dispatcher())));
    }

    private static boolean above(Actor actor, @Nullable Hold hold) {
        return covers(actor, hold) && !same(actor, hold);
    }

    private static boolean covers(Actor actor, @Nullable Hold hold) {
        return hold != null && actor.covers(hold.path());
    }

    private static boolean same(Actor actor, @Nullable Hold hold) {
        return hold != null && actor.unit().equals(hold.unit());
    }

    private static void add(Set<Hand> hands, Hand hand, boolean held) {
        if (held) {
            hands.add(hand);
        }
    }
}
