package wanhu.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Refused;
import wanhu.base.Role;

@WanhuTest
@RecordApplicationEvents
class ActsTest {
    private static final LocalDate FOUNDED = LocalDate.parse("2026-01-01");
    private static final LocalDate TODAY = LocalDate.parse("2026-08-03");
    private static int next = 960_100;

    @Autowired Acts acts;
    @Autowired ActTick tick;
    @Autowired ActedStore store;
    @Autowired Units units;
    @Autowired Posts posts;
    @Autowired TestClock clock;
    @Autowired ApplicationEvents facts;

    private int county;
    private Unit root;
    private Unit east;
    private Unit west;
    private Unit village;
    private Unit grid;
    private Actor admin;

    @BeforeEach
    void foundsACounty() {
        county = ++next;
        root = units.foundDivision(new DivisionCode("" + county), "某县", FOUNDED);
        east = found(root, UnitKind.TOWNSHIP, "东镇");
        west = found(root, UnitKind.TOWNSHIP, "西镇");
        village = found(east, UnitKind.VILLAGE, "某村");
        grid = found(village, UnitKind.GRID, "一网格");
        admin =
                new Actor(
                        county,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Role.ADMIN,
                        root.id(),
                        root.path(),
                        "某甲",
                        "某县 · 管理员");
    }

    @Test
    void aMoveRewritesTheSubtreeAndTellsTheOthers() {
        var old = grid.path();
        approve(new UnitChange.Move(village.id(), west.id()), TODAY);
        var moved = units.get(county, grid.id());

        assertThat(west.path().contains(moved.path())).isTrue();
        assertThat(facts.stream(UnitMoved.class).filter(fact -> fact.county() == county))
                .singleElement()
                .satisfies(fact -> assertThat(fact.moved(old)).isEqualTo(moved.path()));
        assertThat(store.versions(county, village.id()))
                .singleElement()
                .satisfies(version -> assertThat(version.above()).isEqualTo(east.id()));
    }

    @Test
    void anOrdinalThatWasLeftIsNotGivenAgain() {
        approve(new UnitChange.Move(village.id(), west.id()), TODAY);

        assertThat(found(east, UnitKind.VILLAGE, "新村").path()).isNotEqualTo(village.path());
    }

    @Test
    void anActOfTheFutureWaitsForItsDay() {
        approve(
                new UnitChange.Rename(east.id(), UnitKind.SUBDISTRICT, "东街道"),
                LocalDate.parse("2026-09-01"));
        tick.tick();
        assertThat(units.get(county, east.id()).name()).isEqualTo("东镇");

        clock.set("2026-09-01T00:05");
        tick.tick();

        assertThat(units.get(county, east.id()).name()).isEqualTo("东街道");
        assertThat(units.get(county, east.id()).kind()).isEqualTo(UnitKind.SUBDISTRICT);
        assertThat(store.versions(county, east.id()))
                .extracting(UnitVersion::name)
                .containsExactly("东镇");
    }

    @Test
    void anActThatTheTreeNoLongerAllowsFailsVisibly() {
        var day = LocalDate.parse("2026-09-01");
        approve(new UnitChange.Close(grid.id()), day);

        approve(new UnitChange.Close(grid.id()), TODAY);
        clock.set("2026-09-01T00:05");
        tick.tick();

        assertThat(acts.list(admin))
                .filteredOn(act -> act.effective().equals(day))
                .extracting(UnitAct::state, UnitAct::failure)
                .containsExactly(tuple(UnitAct.State.FAILED, "org.refused.closed"));
    }

    @Test
    void aMergeMovesWhatIsBelowAndEndsThePosts() {
        var person = UUID.randomUUID();
        var post = posts.create(county, new NewPost(east.id(), "经办", Role.TOWNSHIP_CLERK, 0, null));
        posts.appoint(county, new NewAppointment(post, person, "某乙", FOUNDED, null, null));
        var change = new UnitChange.Merge(east.id(), west.id());
        var preview = acts.preview(admin, change);
        approve(change, TODAY);

        assertThat(preview.appointments()).isEqualTo(1);
        assertThat(preview.moving()).extracting(Unit::id).containsExactly(village.id(), grid.id());
        assertThat(units.get(county, east.id()).live()).isFalse();
        assertThat(units.tree(county).children(west.id())).extracting(Unit::name).contains("某村");
        assertThat(posts.heldBy(county, person, TODAY)).isEmpty();
        assertThat(facts.stream(UnitMerged.class).filter(fact -> fact.county() == county))
                .hasSize(1);
    }

    @Test
    void aSplitFoundsASiblingWithTheChosenChildren() {
        var second = found(east, UnitKind.VILLAGE, "二村");
        approve(new UnitChange.Split(east.id(), "新镇", null, List.of(second.id())), TODAY);
        var tree = units.tree(county);
        var fresh = tree.search("新镇", 5).getFirst();

        assertThat(tree.children(fresh.id())).extracting(Unit::name).containsExactly("二村");
        assertThat(tree.children(east.id())).extracting(Unit::name).containsExactly("某村");
    }

    @Test
    void refusesWhatTheTreeDoesNotAllow() {
        refused(new UnitChange.Close(east.id()), "org.act.refused.below");
        refused(new UnitChange.Move(east.id(), village.id()), "org.act.refused.inside");
        refused(new UnitChange.Move(village.id(), root.id()), "org.refused.under");
        refused(new UnitChange.Merge(east.id(), village.id()), "org.act.refused.alike");
        refused(new UnitChange.Rename(east.id(), UnitKind.VILLAGE, "某"), "org.act.refused.kind");
        refused(new UnitChange.Close(root.id()), "org.act.refused.high");
    }

    @Test
    void anAdministratorOfATownshipDoesNotTouchAnother() {
        var local =
                new Actor(
                        county,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        Role.ADMIN,
                        west.id(),
                        west.path(),
                        "某丙",
                        "西镇 · 管理员");

        assertThatThrownBy(
                        () -> acts.approve(local, new UnitChange.Close(grid.id()), TODAY, "文〔1〕号"))
                .hasMessageContaining("org.refused.missing");
    }

    private void refused(UnitChange change, String word) {
        assertThat(acts.preview(admin, change).no()).isNotNull();
        assertThatThrownBy(() -> approve(change, TODAY))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(word);
    }

    private void approve(UnitChange change, LocalDate day) {
        acts.approve(admin, change, day, "某政发〔2026〕8号");
    }

    private Unit found(Unit above, UnitKind kind, String name) {
        return units.found(county, new NewUnit(above.id(), kind, name, null, FOUNDED, null));
    }
}
