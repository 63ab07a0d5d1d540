package wanhu.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.WanhuTest;
import wanhu.base.Refused;
import wanhu.base.Role;

@WanhuTest
class UnitsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-08-03");

    @Autowired Units units;
    @Autowired Posts posts;
    @Autowired TransactionTemplate transaction;

    @Test
    void foundsACountyWithTownshipVillageAndGrid() {
        var county = county("990101");
        var town = found(county, UnitKind.TOWNSHIP, "六家子镇", "990101103");
        var village = found(town, UnitKind.VILLAGE, "九家子村", "990101103208");
        var grid = found(village, UnitKind.GRID, "第一网格", null);

        assertThat(grid.code()).isEqualTo("990101103208001");
        assertThat(grid.path().text()).isEqualTo("99.01.01.0001.0001.0001.");
        assertThat(units.tree(990101).above(grid.id(), Level.TOWNSHIP)).contains(town);
        assertThat(units.tree(990101).root()).contains(county);
    }

    @Test
    void givesDepartmentsLocalCodesThatAreNeverGivenTwice() {
        var county = county("990102");
        var power = found(county, UnitKind.DEPARTMENT, "农电局", null);
        var petitions = found(county, UnitKind.DEPARTMENT, "信访局", null);

        assertThat(power.code()).isEqualTo("X990102001");
        assertThat(petitions.code()).isEqualTo("X990102002");
        assertThat(units.tree(990102).departments()).containsExactly(power, petitions);
    }

    @Test
    void findsUnitsByNameInitialsAndCode() {
        var county = county("990103");
        var town = found(county, UnitKind.SUMU, "茫汗苏木", "990103200");

        assertThat(units.tree(990103).search("茫汗", 10)).containsExactly(town);
        assertThat(units.tree(990103).search("mhsm", 10)).containsExactly(town);
        assertThat(units.tree(990103).search("MS", 10)).containsExactly(town);
        assertThat(units.tree(990103).search("990103200", 10)).containsExactly(town);
        assertThat(units.tree(990103).search("没有", 10)).isEmpty();
    }

    @Test
    void refusesACodeThatIsTaken() {
        var county = county("990104");
        found(county, UnitKind.TOWNSHIP, "一镇", "990104100");

        assertThatThrownBy(() -> found(county, UnitKind.TOWNSHIP, "二镇", "990104100"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("org.refused.code-taken");
    }

    @Test
    void refusesAVillageUnderADepartment() {
        var county = county("990105");
        var department = found(county, UnitKind.DEPARTMENT, "民政局", null);

        assertThatThrownBy(() -> found(department, UnitKind.VILLAGE, "某村", null))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("org.refused.under");
    }

    @Test
    void nobodySeesAUnitOfATransactionThatWasRolledBack() {
        var county = county("990106");
        assertThat(units.tree(990106).size()).isEqualTo(1);

        transaction.executeWithoutResult(status -> {
            found(county, UnitKind.TOWNSHIP, "一镇", null);
            assertThat(units.tree(990106).size()).isEqualTo(2);
            status.setRollbackOnly();
        });

        assertThat(units.tree(990106).size()).isEqualTo(1);
    }

    @Test
    void aPersonHoldsSeveralPostsAndOnlyInTheirTerms() {
        var county = county("990107");
        var town = found(county, UnitKind.TOWNSHIP, "一镇", null);
        var person = UUID.randomUUID();
        var clerk =
                posts.create(990107, new NewPost(town.id(), "经办", Role.TOWNSHIP_CLERK, 2, null));
        var leader = posts.create(990107, new NewPost(county.id(), "分管领导", Role.LEADER, 1, null));
        appoint(clerk, person, "2026-01-01");
        var second = appoint(leader, person, "2026-08-03");

        assertThat(posts.heldBy(990107, person, LocalDate.parse("2026-08-02")))
                .extracting(HeldPost::title)
                .containsExactly("一镇 · 经办");
        assertThat(posts.heldBy(990107, person, DAY))
                .extracting(HeldPost::role)
                .containsExactly(Role.LEADER, Role.TOWNSHIP_CLERK);

        posts.end(990107, second, LocalDate.parse("2026-08-31"));
        assertThat(posts.heldBy(990107, person, LocalDate.parse("2026-08-31"))).hasSize(2);
        assertThat(posts.heldBy(990107, person, LocalDate.parse("2026-09-01"))).hasSize(1);
    }

    @Test
    void aGridIsCompleteWithHeadPoliceOfficerWorkerAndContact() {
        var county = county("990108");
        var town = found(county, UnitKind.SUBDISTRICT, "一街道", null);
        var village = found(town, UnitKind.COMMUNITY, "一社区", null);
        var grid = found(village, UnitKind.GRID, "一网格", null);
        for (Slot slot : new Slot[] {Slot.HEAD, Slot.POLICE, Slot.FULL_TIME}) {
            fill(990108, grid, slot);
        }

        assertThat(posts.roster(990108, grid.id(), DAY).faults())
                .extracting(Roster.Line::key)
                .containsExactly("PARTY_CONTACT");
        fill(990108, grid, Slot.PARTY_CONTACT);
        assertThat(posts.roster(990108, grid.id(), DAY).complete()).isTrue();
        assertThatThrownBy(() -> fill(990108, grid, Slot.HEAD))
                .hasMessageContaining("org.refused.slot-taken");
    }

    @Test
    void aVillageKnowsThePairedUnitOfTheDay() {
        var county = county("990109");
        var town = found(county, UnitKind.TOWNSHIP, "一镇", null);
        var village = found(town, UnitKind.VILLAGE, "一村", null);
        var department = found(county, UnitKind.DEPARTMENT, "信访局", null);
        var pairing = posts.pair(990109, new NewPairing(village.id(), department.id(), "某甲", DAY));

        assertThat(posts.pairedUnits(990109, village.id(), DAY))
                .extracting(PairedUnit::unit)
                .containsExactly(department.id());
        assertThat(posts.pairedVillages(990109, department.id(), DAY)).hasSize(1);
        posts.unpair(990109, pairing, DAY);
        assertThat(posts.pairedUnits(990109, village.id(), DAY.plusDays(1))).isEmpty();
    }

    private void fill(int county, Unit unit, Slot slot) {
        var post =
                posts.create(
                        county, new NewPost(unit.id(), slot.name(), Role.GRID_WORKER, 0, slot));
        posts.appoint(county, new NewAppointment(post, null, "某乙", DAY, null, null));
    }

    private UUID appoint(UUID post, UUID person, String from) {
        return posts.appoint(
                990107, new NewAppointment(post, person, "某甲", LocalDate.parse(from), null, null));
    }

    private Unit county(String code) {
        return units.foundDivision(new DivisionCode(code), "某县", DAY);
    }

    private Unit found(Unit above, UnitKind kind, String name, @Nullable String code) {
        return units.found(above.county(), new NewUnit(above.id(), kind, name, code, DAY, null));
    }
}
