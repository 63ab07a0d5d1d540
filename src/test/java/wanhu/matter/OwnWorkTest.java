package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Hold;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.UnitMerged;
import wanhu.org.Units;
import wanhu.people.Staff;

/** The words of a matter say which unit from elsewhere handles it. */
@WanhuTest
class OwnWorkTest {
    private static final int COUNTY = 155449;

    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired Units units;
    @Autowired Staff staff;
    @Autowired TestClock clock;
    @Autowired ApplicationEventPublisher facts;
    @Autowired JdbcClient db;
    @Autowired SignTick signs;

    private Unit village;
    private Unit township;
    private Unit power;
    private Unit water;

    @BeforeEach
    void units() {
        var county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "电镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "电村");
        power = staff.below(county, UnitKind.DEPARTMENT, "电局" + Ids.next());
        water = staff.below(county, UnitKind.DEPARTMENT, "水局" + Ids.next());
    }

    @Test
    void aDepartmentsMatterHasItsSignFromTheStepThatGivesItToIt() {
        var matter = told();
        assertThat(signed(matter, power)).isFalse();

        assertThat(signed(sent(matter), power)).isTrue();
        assertThat(unsigned()).isZero();
    }

    @Test
    void whatAVillageHandlesAtHomeIsFoundByItsPlace() {
        var matter = take(Role.VILLAGE_CLERK, village, told(), new Step.TakeOn("入户看过"));

        assertThat(signed(matter, village)).isFalse();
        assertThat(unsigned()).isZero();
    }

    @Test
    void afterAMergerItHasTheSignOfTheUnitThatTookItOver() {
        var matter = sent(told());
        facts.publishEvent(
                new UnitMerged(
                        COUNTY,
                        clock.instant(),
                        power.id(),
                        water.id(),
                        power.path(),
                        water.path()));
        assertThat(unsigned()).isOne();

        signs.run();

        assertThat(signed(matter, water)).isTrue();
        assertThat(unsigned()).isZero();
    }

    private Matter sent(Matter matter) {
        var raised =
                take(
                        Role.VILLAGE_CLERK,
                        village,
                        matter,
                        new Step.Escalate(Reason.Escalate.BEYOND_POWERS, "找过电工", null));
        var to = Hold.of(units.tree(COUNTY), power.id());
        return take(
                Role.TOWNSHIP_CLERK,
                township,
                raised,
                new Step.Dispatch(to, List.of(), null, null, "三天内通电。"));
    }

    private Matter take(Role role, Unit unit, Matter matter, Step step) {
        return matters.take(new By.Staff(staff.actor(role, unit)), Taking.of(matter, step));
    }

    private boolean signed(Matter matter, Unit unit) {
        return db.sql(
                        """
                        select keys @> array[cast(:sign as int)]
                        from matter.words
                        where county = :county and matter_id = :id
                        """)
                .param("county", COUNTY)
                .param("id", matter.id())
                .param("sign", Signs.work(unit.id()))
                .query(Boolean.class)
                .single();
    }

    private int unsigned() {
        return db.sql(
                        "select count(*) from matter.counted where county = :county and "
                                + OwnWork.UNSIGNED)
                .param("county", COUNTY)
                .query(Integer.class)
                .single();
    }

    private Matter told() {
        var content = new Report.Content(Kind.HELP, "farm", Channel.WEB, false, "耕地没有通电", "没有通电。");
        var receipt =
                reports.report(
                        null,
                        new Report(
                                COUNTY,
                                Ids.next(),
                                content,
                                village.id(),
                                "",
                                null,
                                Report.Contact.NONE,
                                clock.instant()));
        return matters.get(COUNTY, receipt.matter());
    }
}
