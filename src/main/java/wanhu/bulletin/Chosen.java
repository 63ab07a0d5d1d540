package wanhu.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Zones;
import wanhu.life.Kind;
import wanhu.matter.PublicMatter;
import wanhu.matter.PublicMatters;
import wanhu.org.Unit;

/**
 * 办结选登: published matters that a bulletin tells of. It keeps their numbers alone: what is taken off
 * the board is no longer in the bulletin either.
 */
@Component
class Chosen {
    /** Pieces of the board that are looked through for what ended in a period. */
    private static final int PIECES_MAX = 10;

    /** Matters that are offered. */
    static final int OFFERED_MAX = 50;

    private final PublicMatters matters;

    Chosen(PublicMatters matters) {
        this.matters = matters;
    }

    /** What may be chosen: published, ended in the period, of the unit, no report of wrongdoing. */
    List<PublicMatter> offered(Unit unit, Period period) {
        var offered = new ArrayList<PublicMatter>();
        var after = Optional.of("");
        for (int piece = 0; piece < PIECES_MAX && after.isPresent(); piece++) {
            var found =
                    matters.list(
                            new PublicMatters.Query(
                                    unit.county(),
                                    unit.path(),
                                    "",
                                    "",
                                    after.get(),
                                    PublicMatters.ROWS_MAX));
            found.rows().stream()
                    .filter(each -> fits(each, unit.path(), period))
                    .forEach(offered::add);
            boolean past =
                    found.rows().stream()
                            .anyMatch(each -> Zones.day(each.closed()).isBefore(period.from()));
            after = past ? Optional.empty() : Optional.ofNullable(found.next());
        }
        return offered.stream().limit(OFFERED_MAX).toList();
    }

    private static boolean fits(PublicMatter matter, OrgPath unit, Period period) {
        return matter.kind() != Kind.REPORT
                && unit.contains(matter.place())
                && period.holds(Zones.day(matter.closed()));
    }

    /**
     * Refuses what may not be chosen.
     *
     * @throws Refused INVALID with the number
     */
    void check(Bulletin bulletin, Unit unit, List<String> numbers) {
        for (String number : numbers) {
            var found = matters.find(unit.county(), number);
            Refused.unless(
                    Refused.Kind.INVALID,
                    found.filter(each -> fits(each, unit.path(), bulletin.period())).isPresent(),
                    "bulletin.refused.matter",
                    number);
        }
    }

    /** Those that were chosen and still are published. */
    List<PublicMatter> of(Bulletin bulletin) {
        return bulletin.texts().chosen().stream()
                .flatMap(each -> matters.find(bulletin.county(), each).stream())
                .filter(each -> each.kind() != Kind.REPORT)
                .toList();
    }
}
