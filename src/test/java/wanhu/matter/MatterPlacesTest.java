package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.UnitMerged;
import wanhu.org.UnitMoved;
import wanhu.people.Staff;

/** Matters follow the tree. */
@WanhuTest
class MatterPlacesTest {
    private static final int COUNTY = 155405;

    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired Staff staff;
    @Autowired TestClock clock;
    @Autowired ApplicationEventPublisher facts;
    @Autowired JdbcClient db;
    @Autowired SignTick signs;

    private Unit east;
    private Unit west;
    private Unit village;

    @BeforeEach
    void units() {
        var county = staff.county(COUNTY);
        east = staff.below(county, UnitKind.TOWNSHIP, "东镇" + Ids.next());
        west = staff.below(county, UnitKind.TOWNSHIP, "西镇" + Ids.next());
        village = staff.below(east, UnitKind.VILLAGE, "某村");
    }

    @Test
    void aMatterGoesWithItsVillage() {
        var receipt = told();
        var place = west.path().child(77);

        facts.publishEvent(
                new UnitMoved(COUNTY, clock.instant(), village.id(), village.path(), place));

        var matter = matters.get(COUNTY, receipt.matter());
        assertThat(matter.about().placePath()).isEqualTo(place);
        assertThat(matter.parties().holder().path()).isEqualTo(place);
        assertThat(matter.about().placeUnit()).isEqualTo(village.id());
    }

    @Test
    void anOpenMatterOfAMergedUnitIsHeldByTheOneThatRemains() {
        var receipt = told();
        var other = staff.below(west, UnitKind.VILLAGE, "他村");

        facts.publishEvent(
                new UnitMerged(
                        COUNTY,
                        clock.instant(),
                        village.id(),
                        other.id(),
                        village.path(),
                        other.path()));

        var holder = matters.get(COUNTY, receipt.matter()).parties().holder();
        assertThat(holder.unit()).isEqualTo(other.id());
        assertThat(holder.path()).isEqualTo(other.path());
    }

    @Test
    void aMatterIsFoundByItsWordsWhereItLiesNow() {
        var receipt = told();
        assertThat(signed(receipt, east)).isTrue();

        facts.publishEvent(
                new UnitMoved(
                        COUNTY,
                        clock.instant(),
                        village.id(),
                        village.path(),
                        west.path().child(78)));
        signs.run();

        assertThat(signed(receipt, west)).isTrue();
    }

    @Test
    void aMatterOfAMergedUnitIsFoundByItsWordsWhereItLiesNow() {
        var receipt = told();
        var other = staff.below(west, UnitKind.VILLAGE, "邻村");

        facts.publishEvent(
                new UnitMerged(
                        COUNTY,
                        clock.instant(),
                        village.id(),
                        other.id(),
                        village.path(),
                        other.path()));
        signs.run();

        assertThat(signed(receipt, west)).isTrue();
    }

    /** Whether the index of words says that it lies there, and when it was reported. */
    private boolean signed(Receipt receipt, Unit place) {
        return db.sql(
                        """
                        select reported_at is not null and keys @> array[cast(:sign as int)]
                        from matter.words
                        where county = :county and matter_id = :id
                        """)
                .param("county", COUNTY)
                .param("id", receipt.matter())
                .param("sign", Signs.place(place.path()))
                .query(Boolean.class)
                .single();
    }

    @Test
    void aMatterElsewhereStays() {
        var receipt = told();
        OrgPath elsewhere = west.path();

        facts.publishEvent(
                new UnitMoved(
                        COUNTY, clock.instant(), west.id(), elsewhere, east.path().child(88)));

        assertThat(matters.get(COUNTY, receipt.matter()).about().placePath())
                .isEqualTo(village.path());
    }

    private Receipt told() {
        var content = new Report.Content(Kind.HELP, "farm", Channel.WEB, false, "耕地没有通电", "没有通电。");
        var contact = new Report.Contact("白玉兰", "13800138000", false, false, true, true);
        return reports.report(
                null,
                new Report(
                        COUNTY,
                        Ids.next(),
                        content,
                        village.id(),
                        "村东",
                        null,
                        contact,
                        clock.instant()));
    }
}
