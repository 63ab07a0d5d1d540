package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Reports of wrongdoing as they were kept before it was kept whom they complain of. */
@WanhuTest
class OldReportsTest {
    private static final int COUNTY = 150994;

    @Autowired OldReports old;
    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired Staff staff;
    @Autowired JdbcClient db;

    private Unit township;
    private Unit village;

    @BeforeEach
    void units() {
        township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "旧镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "旧村");
    }

    /** Kept by the village as any other matter, as an old release did. */
    private Matter keptByTheVillage(boolean open) {
        var content =
                new Report.Content(Kind.HELP, "farm", Channel.WEB, false, "举报村账不清", "十年没有公示。");
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
                                TestClock.START));
        var ended = open ? "" : ", stage = 'CLOSED', open = false, unsolved = false";
        db.sql("update matter.matter set kind = 'REPORT'" + ended + " where id = :id")
                .param("id", receipt.matter())
                .update();
        return matters.get(COUNTY, receipt.matter());
    }

    private boolean seen(Role role, Unit unit, Matter matter) {
        return staff.as(role, unit).get("/matters/" + matter.number()).status() == 200;
    }

    @Test
    void whatLiesWithTheAccusedGoesToTheUnitAboveAndNoLongerExistsForThem() {
        var matter = keptByTheVillage(true);
        assertThat(seen(Role.VILLAGE_CLERK, village, matter)).isTrue();

        old.run();

        var now = matters.get(COUNTY, matter.id());
        assertThat(now.parties().holder().unit()).isEqualTo(township.id());
        assertThat(now.about().privacy().secret()).isTrue();
        assertThat(seen(Role.VILLAGE_CLERK, village, matter)).isFalse();
        assertThat(seen(Role.TOWNSHIP_CLERK, township, matter)).isTrue();
        assertThat(matters.timeline(now).getLast().note()).contains("举报");
    }

    @Test
    void whatHasEndedIsHiddenWhereItIs() {
        var matter = keptByTheVillage(false);

        old.run();

        assertThat(seen(Role.VILLAGE_CLERK, village, matter)).isFalse();
        assertThat(matters.get(COUNTY, matter.id()).parties()).isEqualTo(matter.parties());
    }

    @Test
    void onceIsEnough() {
        var matter = keptByTheVillage(true);
        old.run();
        var once = matters.get(COUNTY, matter.id());

        old.run();

        assertThat(matters.get(COUNTY, matter.id())).isEqualTo(once);
    }
}
