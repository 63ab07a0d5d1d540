package wanhu.matter;

import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.life.Hold;
import wanhu.life.Kind;
import wanhu.life.Ladder;
import wanhu.org.Tree;
import wanhu.org.Unit;

/**
 * The unit complained of (被举报单位) in a report of wrongdoing. Unless one is named, it is the unit
 * that would have received the report: that way nobody can receive what is about himself. Pure.
 */
final class Accused {
    /**
     * What accuses the actor's own unit, or one above it, does not exist for it; asked by id, so
     * that an index alone can still answer a count.
     */
    static final String HIDDEN =
            """
            m.id not in (
                select shut.id from matter.counted shut
                where shut.county = :county and shut.complained_of = any(cast(:accused as text[])))
            """;

    private static final int COUNTY_DEPTH = 3;

    private Accused() {}

    /** The places below the county at which a unit lies: itself and those above it. */
    static String[] places(OrgPath path) {
        return IntStream.rangeClosed(COUNTY_DEPTH + 1, path.depth())
                .mapToObj(depth -> path.atDepth(depth).text())
                .toArray(String[]::new);
    }

    /**
     * The unit complained of; empty for other kinds of matters, and for what is told of the county
     * as a whole without naming anybody.
     *
     * @throws Refused INVALID when the county itself is named or the unit is unknown
     */
    static Optional<Unit> of(Tree tree, Report report) {
        if (report.content().kind() != Kind.REPORT) {
            return Optional.empty();
        }
        var named = report.complainedOf();
        if (named != null) {
            return Optional.of(named(tree, named));
        }
        return tree.find(report.place())
                .map(place -> tree.get(Ladder.first(tree, place.id()).unit()))
                .filter(Accused::belowCounty);
    }

    private static Unit named(Tree tree, UUID id) {
        var unit =
                tree.find(id)
                        .orElseThrow(() ->
                                new Refused(
                                        Refused.Kind.INVALID, "matter.refused.complained-unknown"));
        if (!belowCounty(unit)) {
            throw new Refused(
                    Refused.Kind.INVALID, "matter.refused.complained-county", unit.name());
        }
        return unit;
    }

    private static boolean belowCounty(Unit unit) {
        return unit.path().text().length() > OrgPath.COUNTY_LENGTH;
    }

    /** Who gets it first: whom staff chose, unless that is the accused; else the unit above. */
    static Hold receiver(Tree tree, Report report, Unit accused) {
        var chosen = report.receiver();
        if (chosen != null && !accused.path().contains(tree.get(chosen).path())) {
            return Hold.of(tree, chosen);
        }
        var above = Ladder.above(tree, Hold.of(tree, accused.id()));
        if (above == null) {
            throw new Refused(
                    Refused.Kind.INVALID, "matter.refused.complained-county", accused.name());
        }
        return above;
    }
}
