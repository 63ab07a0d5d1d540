package wanhu.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Role;

/** Whatever is done to a tree in whatever order, it stays a tree and no place is given twice. */
@WanhuTest
class ActsPropertyTest {
    private static final LocalDate DAY = LocalDate.parse("2026-08-03");
    private static final int ACTS = 40;

    @Autowired Acts acts;
    @Autowired Units units;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void randomActsKeepTheTreeATree(long seed) {
        int county = 930_100 + (int) seed;
        var random = new Random(seed);
        var root = units.foundDivision(new DivisionCode("" + county), "某县", DAY);
        for (int town = 1; town <= 3; town++) {
            found(county, root, UnitKind.TOWNSHIP, "镇" + town);
        }
        var owners = new HashMap<OrgPath, UUID>();
        int done = 0;
        for (int number = 0; number < ACTS; number++) {
            done += attempt(admin(root), change(random, county, number)) ? 1 : 0;
            check(units.tree(county), owners);
        }
        assertThat(done).isGreaterThan(ACTS / 4);
    }

    private static void check(Tree tree, Map<OrgPath, UUID> owners) {
        for (Unit unit : tree.subtree(OrgPath.ofDivision(Integer.toString(tree.county())))) {
            assertThat(owners.computeIfAbsent(unit.path(), _ -> unit.id())).isEqualTo(unit.id());
            if (unit.above() != null) {
                assertThat(unit.path().above()).contains(tree.get(unit.above()).path());
                assertThat(unit.kind().fitsUnder(tree.get(unit.above()).kind())).isTrue();
                assertThat(tree.get(unit.above()).live()).isTrue();
            }
        }
    }

    private UnitChange change(Random random, int county, int number) {
        var tree = units.tree(county);
        var live = new ArrayList<>(tree.subtree(tree.root().orElseThrow().path()));
        var unit = live.get(random.nextInt(live.size())).id();
        var other = live.get(random.nextInt(live.size())).id();
        var below = tree.children(unit).stream().map(Unit::id).limit(1).toList();
        var kinds = List.of(UnitKind.TOWNSHIP, UnitKind.VILLAGE, UnitKind.GRID, UnitKind.OFFICE);
        var kind = kinds.get(random.nextInt(kinds.size()));
        return switch (random.nextInt(9)) {
            case 0 -> new UnitChange.Rename(unit, tree.get(unit).kind(), "新名" + number);
            case 1, 2 -> new UnitChange.Move(unit, other);
            case 3 -> new UnitChange.Merge(unit, other);
            case 4 -> new UnitChange.Split(unit, "分设" + number, null, below);
            case 5 -> new UnitChange.Close(unit);
            default -> new UnitChange.Found(unit, kind, "新设" + number, null);
        };
    }

    private boolean attempt(Actor admin, UnitChange change) {
        try {
            acts.approve(admin, change, DAY, "某政发〔2026〕8号");
            return true;
        } catch (Refused _) {
            return false;
        }
    }

    private static Actor admin(Unit root) {
        var id = UUID.randomUUID();
        return new Actor(root.county(), id, id, Role.ADMIN, root.id(), root.path(), "某甲", "管理员");
    }

    private void found(int county, Unit above, UnitKind kind, String name) {
        units.found(county, new NewUnit(above.id(), kind, name, null, DAY, null));
    }
}
