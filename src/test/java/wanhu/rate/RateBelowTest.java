package wanhu.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Settled;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.board.NightProof;
import wanhu.board.Rollups;
import wanhu.life.Step;
import wanhu.matter.Residents;
import wanhu.org.Reorganisation;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** The sums of what lies below a unit follow what happens and the tree, and are proved. */
@WanhuTest
class RateBelowTest {
    private static final int COUNTY = 155_440;

    @Autowired Rates rates;
    @Autowired RateFold fold;
    @Autowired Rollups rollups;
    @Autowired NightProof proof;
    @Autowired Residents residents;
    @Autowired Reorganisation reorganisation;
    @Autowired Staff staff;
    @Autowired JdbcClient db;
    @Autowired TestClock clock;

    private Unit county;
    private Unit township;
    private Unit village;

    @BeforeEach
    void units() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "层镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "层村");
    }

    private void told(Unit place) {
        var matter = residents.told(place, "机井没电");
        residents.take(Role.VILLAGE_CLERK, place, matter, new Step.TakeOn(""));
    }

    private void followed() {
        Settled.await(db);
        rates.follow(COUNTY);
    }

    /** Matters handled by a unit and below it, as an overview has them and as its own page does. */
    private int handled(Unit unit) {
        var month = YearMonth.from(Zones.day(clock.instant()));
        var months = new SumStore.Months(month, month);
        var shown = rates.below(COUNTY, List.of(unit), months).scores().get(unit.id());
        var whole = rates.table(COUNTY, new Rates.Asked(unit, months, "")).whole();
        int n = Objects.requireNonNull(shown).count(Finding.HANDLED);
        assertThat(whole.count(Finding.HANDLED)).isEqualTo(n);
        return n;
    }

    private List<String> sums() {
        return db.sql(
                        """
                        select concat_ws(' ', category, month, unit_id, below, finding, excluded, n)
                        from rate.cell
                        where county = :county
                        order by 1
                        """)
                .param("county", COUNTY)
                .query(String.class)
                .list();
    }

    private void assertProved() {
        assertThat(proof.differing(fold, COUNTY)).isZero();
        var followed = sums();
        rollups.distrust(fold, COUNTY);
        rates.follow(COUNTY);
        assertThat(followed).isNotEmpty().isEqualTo(sums());
    }

    @Test
    void whatAUnitHandlesCountsWithEachAboveIt() {
        followed();
        int before = handled(county);
        told(village);
        told(village);
        followed();

        assertThat(List.of(handled(village), handled(township), handled(county) - before))
                .containsExactly(2, 2, 2);
        assertProved();
    }

    @Test
    void aUnitFoundedSinceCountsToo() {
        told(village);
        followed();
        var later = staff.below(township, UnitKind.VILLAGE, "后来村");
        told(later);
        followed();

        assertThat(List.of(handled(village), handled(later), handled(township)))
                .containsExactly(1, 1, 2);
        assertProved();
    }

    @Test
    void aVillageTakesWhatItHandledAlongToItsNewTownship() {
        var other = staff.below(county, UnitKind.TOWNSHIP, "新层镇" + Ids.next());
        told(village);
        told(village);
        followed();
        int all = handled(county);
        reorganisation.move(staff.actor(Role.ADMIN, county), village, other);
        followed();

        assertThat(List.of(handled(village), handled(township), handled(other)))
                .containsExactly(2, 0, 2);
        assertThat(handled(county)).isEqualTo(all);
        assertProved();
        told(staff.below(other, UnitKind.VILLAGE, "新层村"));
        followed();
        assertThat(List.of(handled(township), handled(other))).containsExactly(0, 3);
        assertProved();
    }

    @Test
    void whatAClosedVillageHandledStaysWithItsTownship() {
        var heir = staff.below(township, UnitKind.VILLAGE, "并入层村");
        told(village);
        followed();
        reorganisation.merge(staff.actor(Role.ADMIN, county), village, heir);
        followed();

        assertThat(handled(township)).isEqualTo(1);
        assertProved();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update rate.cell set n = n + 1 where below",
                "delete from rate.cell where below",
                "update rate.cell set n = n + 1 where not below"
            })
    void whatSomebodyTamperedWithIsFoundAndMadeAnew(String tampering) {
        told(village);
        followed();
        db.sql(tampering + " and county = :county").param("county", COUNTY).update();

        assertThat(proof.differing(fold, COUNTY)).isPositive();
        assertProved();
    }
}
