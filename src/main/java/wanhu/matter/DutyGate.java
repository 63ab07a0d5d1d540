package wanhu.matter;

import java.time.Instant;
import org.springframework.stereotype.Component;
import wanhu.base.Refused;
import wanhu.base.Zones;
import wanhu.duty.DutyLists;
import wanhu.duty.Gate;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.org.Units;

/**
 * What higher levels have taken back can't be dispatched to a township or below (履职事项清单), by the
 * lists of the day.
 */
@Component
class DutyGate implements StepGate {
    private final DutyLists duties;
    private final Units units;

    DutyGate(DutyLists duties, Units units) {
        this.duties = duties;
        this.units = units;
    }

    @Override
    public void check(By by, Matter matter, Step step, Instant now) {
        if (!(step instanceof Step.Dispatch dispatch)) {
            return;
        }
        var to = units.get(matter.county(), dispatch.to().unit());
        var wish = new DutyLists.Dispatch(matter.about().category(), dispatch.dutyItem(), to);
        var gate = duties.mayDispatch(matter.county(), wish, Zones.day(now));
        if (gate instanceof Gate.Refused refused) {
            throw new Refused(
                    Refused.Kind.RULE,
                    "matter.refused.taken-back",
                    refused.item().text(),
                    refused.owner(),
                    refused.basis());
        }
    }
}
