package wanhu.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.life.By;
import wanhu.life.Kind;
import wanhu.life.Ladder;
import wanhu.life.Matter;
import wanhu.life.Step;
import wanhu.org.Unit;
import wanhu.org.Units;

/**
 * A report of wrongdoing never goes to the unit complained of or below it, whether to be solved, to
 * help or to be handed back: it stays with the unit above or goes to discipline inspection.
 */
@Component
class AccusedGate implements StepGate {
    private static final int VILLAGE_DEPTH = 5;

    private final Units units;

    AccusedGate(Units units) {
        this.units = units;
    }

    @Override
    public void check(By by, Matter matter, Step step, Instant now) {
        if (step instanceof Step.Sort sort && sort.to().kind() == Kind.REPORT) {
            leaves(matter);
        }
        var privacy = matter.about().privacy();
        var accused = privacy.complainedOf();
        if (accused != null && targets(matter, step).stream().anyMatch(privacy::shutTo)) {
            var tree = units.tree(matter.county());
            throw new Refused(
                    Refused.Kind.RULE,
                    "matter.refused.complained-of",
                    tree.byPath(accused).map(Unit::name).orElse(""));
        }
    }

    /** What becomes a report of wrongdoing must not lie with who may be complained of. */
    private static void leaves(Matter matter) {
        var place = matter.about().placePath();
        boolean local = place.text().length() > OrgPath.COUNTY_LENGTH;
        var holder = matter.parties().holder().path();
        boolean own =
                local
                        && place.atDepth(Math.min(place.depth(), VILLAGE_DEPTH)).contains(holder)
                        && matter.about().privacy().complainedOf() == null;
        Refused.unless(Refused.Kind.RULE, !own, "matter.refused.complained-holder");
    }

    private List<OrgPath> targets(Matter matter, Step step) {
        var targets = new ArrayList<OrgPath>();
        switch (step) {
            case Step.Dispatch s -> {
                targets.add(s.to().path());
                s.with().forEach(part -> targets.add(part.path()));
            }
            case Step.Consult s -> s.with().forEach(part -> targets.add(part.path()));
            case Step.HandBack _ -> {
                var holder = matter.parties().holder();
                var tree = units.tree(matter.county());
                var below = Ladder.below(tree, holder, matter.about().placeUnit());
                if (below != null) {
                    targets.add(below.path());
                }
            }
            case Step _ -> {}
        }
        return targets;
    }

    /**
     * Whether the requesters of one matter may follow into another: who asked for secrecy is not
     * carried where there is none, nor to where the accused can read.
     *
     * @throws Refused RULE when not
     */
    static void mayFollow(Matter from, Matter into) {
        var secret = from.about().privacy();
        var open = into.about().privacy();
        boolean kept =
                (!secret.secret() || open.secret())
                        && (secret.complainedOf() == null
                                || Objects.equals(secret.complainedOf(), open.complainedOf()));
        Refused.unless(Refused.Kind.RULE, kept, "matter.refused.merge-secret", into.number());
    }
}
