package wanhu.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wanhu.base.OrgPath;

/** Properties of trees made by chance. */
class TreeTest {
    private static final int COUNTY = 150524;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void ancestorsAreThePrefixesOfThePath(long seed) {
        var tree = new Tree(COUNTY, units(seed));

        for (Unit unit : tree.subtree(OrgPath.ofDivision("15"))) {
            var paths = tree.ancestors(unit.id()).stream().map(Unit::path).toList();
            var expected = new ArrayList<OrgPath>();
            unit.path().above().ifPresent(first -> climb(first, expected));
            assertThat(paths).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theRangeOfAPathHoldsExactlyTheSubtree(long seed) {
        var tree = new Tree(COUNTY, units(seed));

        for (Unit unit : tree.subtree(OrgPath.ofDivision("15"))) {
            var byRange =
                    tree.subtree(OrgPath.ofDivision("15")).stream()
                            .filter(other -> inRange(other.path(), unit.path()))
                            .toList();
            var byAncestors =
                    tree.subtree(OrgPath.ofDivision("15")).stream()
                            .filter(other ->
                                    other.id().equals(unit.id())
                                            || tree.ancestors(other.id()).contains(unit))
                            .toList();
            assertThat(byRange).isEqualTo(byAncestors).isEqualTo(tree.subtree(unit.path()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void theChildrenOfAllUnitsAreAllUnitsButTheRoot(long seed) {
        var tree = new Tree(COUNTY, units(seed));
        var all = tree.subtree(OrgPath.ofDivision("15"));

        var children = all.stream().flatMap(unit -> tree.children(unit.id()).stream()).toList();

        assertThat(children)
                .containsExactlyInAnyOrderElementsOf(
                        all.stream().filter(unit -> unit.above() != null).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void theLevelOfAnOfficeIsThatOfItsTerritory(long seed) {
        var tree = new Tree(COUNTY, units(seed));

        for (Unit unit : tree.subtree(OrgPath.ofDivision("15"))) {
            var level = tree.level(unit.id());
            assertThat(tree.above(unit.id(), level)).isPresent();
            if (unit.kind().territorial()) {
                assertThat(tree.above(unit.id(), level)).contains(unit);
            }
        }
    }

    private static void climb(OrgPath path, List<OrgPath> into) {
        into.add(path);
        path.above().ifPresent(next -> climb(next, into));
    }

    private static boolean inRange(OrgPath path, OrgPath of) {
        return path.text().compareTo(of.from()) >= 0 && path.text().compareTo(of.until()) < 0;
    }

    /** Province, city, county, and a few hundred units of kinds that fit. */
    static List<Unit> units(long seed) {
        var random = new Random(seed);
        var units = new ArrayList<Unit>();
        for (String code : List.of("15", "1505", "150524")) {
            var level = new DivisionCode(code).level().orElseThrow();
            units.add(
                    unit(
                            units.isEmpty() ? null : units.getLast().id(),
                            OrgPath.ofDivision(code),
                            UnitKind.ofName(level, code)));
        }
        var kinds = List.of(UnitKind.values());
        for (int number = 1; number <= 200; number++) {
            var above = units.get(2 + random.nextInt(units.size() - 2));
            var kind = kinds.get(random.nextInt(kinds.size()));
            if (kind.fitsUnder(above.kind()) && above.path().depth() < 10) {
                units.add(unit(above.id(), above.path().child(number), kind));
            }
        }
        return units;
    }

    private static Unit unit(@Nullable UUID above, OrgPath path, UnitKind kind) {
        var id = UUID.nameUUIDFromBytes(path.text().getBytes(StandardCharsets.UTF_8));
        return new Unit(
                id, COUNTY, "X" + path.text().replace(".", ""), path, above, kind, "单位", 0, true);
    }
}
