package wanhu.org;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.base.Refused;

/** The units: read through the tree in memory, made one by one here, in bulk by an import. */
@Service
public class Units {
    private final UnitStore store;
    private final TreeCache cache;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    Units(UnitStore store, TreeCache cache, ApplicationEventPublisher facts, Clock clock) {
        this.store = store;
        this.cache = cache;
        this.facts = facts;
        this.clock = clock;
    }

    /** The tree of a county with its city and province, at most a second old; empty if unknown. */
    public Tree tree(int county) {
        return cache.tree(county);
    }

    /**
     * The unit, closed or not.
     *
     * @throws Refused when the county has no such unit
     */
    public Unit get(int county, UUID id) {
        return tree(county).find(id).orElseThrow(() -> missing());
    }

    /** Codes of all live counties of the installation, ascending; for work that visits each. */
    public List<Integer> counties() {
        return store.counties();
    }

    /** Live units of county level and above that stand directly below a city or province. */
    public List<Unit> divisionsBelow(OrgPath path) {
        return store.divisionsBelow(path);
    }

    /**
     * Founds a province, city or county, the root of all else.
     *
     * @throws Refused when the code is not of those levels or is taken, or the name is no name
     */
    @Transactional
    public Unit foundDivision(DivisionCode code, String name, LocalDate from) {
        var level = code.level().filter(each -> !Level.COUNTY.above(each));
        int county = code.county().orElse(0);
        if (level.isEmpty()) {
            throw new Refused(Refused.Kind.INVALID, "org.refused.code", code.text());
        }
        checkName(name.strip());
        checkCodeFree(county, code.text());
        var unit =
                new Unit(
                        Ids.next(),
                        county,
                        code.text(),
                        OrgPath.ofDivision(code.text()),
                        code.parent().flatMap(this::division).map(Unit::id).orElse(null),
                        UnitKind.ofName(level.get(), name),
                        name.strip(),
                        0,
                        true);
        return insert(unit, from);
    }

    /**
     * Founds one unit below a county.
     *
     * @throws Refused when the unit above is closed or takes no unit of that kind, when the code is
     *     taken or has a fault, or the name is no name
     */
    @Transactional
    public Unit found(int county, NewUnit wish) {
        checkName(wish.name());
        var above = store.find(county, wish.above()).orElseThrow(() -> missing());
        if (!above.live()) {
            throw new Refused(Refused.Kind.CONFLICT, "org.refused.closed", above.code());
        }
        if (!wish.kind().fitsUnder(above.kind()) || above.level().above(Level.COUNTY)) {
            throw new Refused(Refused.Kind.RULE, "org.refused.under", above.code());
        }
        int ordinal = store.takeOrdinal(county, above.id());
        var path = above.path().child(ordinal);
        var code = wish.code() == null ? LocalCodes.next(wish.kind(), above, path) : wish.code();
        var checked =
                DivisionCode.find(code)
                        .orElseThrow(
                                () -> new Refused(Refused.Kind.INVALID, "org.refused.code", code));
        checkCodeFree(county, checked.text());
        var unit =
                new Unit(
                        Ids.next(),
                        county,
                        checked.text(),
                        path,
                        above.id(),
                        wish.kind(),
                        wish.name(),
                        ordinal,
                        true);
        return insert(unit, wish.from());
    }

    private Unit insert(Unit unit, LocalDate from) {
        store.insert(unit, from);
        cache.changed(unit.county());
        facts.publishEvent(new UnitFounded(unit.county(), clock.instant(), unit));
        return unit;
    }

    private Optional<Unit> division(DivisionCode code) {
        return code.county().flatMap(county -> store.findByCode(county, code.text()));
    }

    private void checkCodeFree(int county, String code) {
        if (store.findByCode(county, code).isPresent()) {
            throw new Refused(Refused.Kind.CONFLICT, "org.refused.code-taken", code);
        }
    }

    private static void checkName(String name) {
        if (!UnitNames.proper(name)) {
            throw new Refused(Refused.Kind.INVALID, "org.refused.name", Unit.NAME_MAX);
        }
    }

    private static Refused missing() {
        return new Refused(Refused.Kind.MISSING, "org.refused.missing");
    }
}
