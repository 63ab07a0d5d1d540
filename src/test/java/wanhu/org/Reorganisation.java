package wanhu.org;

import java.time.Clock;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Zones;

/** Acts on the tree that take effect at once, as an administrator approves them. */
@Lazy
@Component
public class Reorganisation {
    private final Acts acts;
    private final Clock clock;

    Reorganisation(Acts acts, Clock clock) {
        this.acts = acts;
        this.clock = clock;
    }

    /** Puts a unit with all below it under another one. */
    public void move(Actor admin, Unit unit, Unit to) {
        approve(admin, new UnitChange.Move(unit.id(), to.id()));
    }

    /** Closes a unit; what it had goes to another one. */
    public void merge(Actor admin, Unit unit, Unit into) {
        approve(admin, new UnitChange.Merge(unit.id(), into.id()));
    }

    private void approve(Actor admin, UnitChange change) {
        acts.approve(admin, change, Zones.day(clock.instant()), "旗政发〔2026〕1号");
    }
}
