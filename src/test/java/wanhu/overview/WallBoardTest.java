package wanhu.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.matter.Report;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.overview.WallBoard.Load;
import wanhu.people.Staff;

/** What hangs on the wall says enough of the county and nothing of anybody. */
@WanhuTest
class WallBoardTest {
    private static final int COUNTY = 154_839;
    private static final int COUNTY_OF_FEW = 154_855;

    @Autowired WallBoards boards;
    @Autowired Residents residents;
    @Autowired Staff staff;
    @Autowired TestClock clock;

    private Unit county;
    private Unit township;

    @BeforeEach
    void units() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "屏镇" + Ids.next());
    }

    private Unit villageWith(int matters) {
        var village = staff.below(township, UnitKind.VILLAGE, "屏村");
        for (int at = 0; at < matters; at++) {
            residents.told(village, "王小花家的机井没电");
        }
        return village;
    }

    private WallBoard.Tile tile() {
        return boards.board(staff.actor(Role.LEADER, county)).tiles().stream()
                .filter(each -> each.name().equals(township.name()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void smallCountsAreNotTold() {
        villageWith(0);
        villageWith(2);

        assertThat(tile().open()).isEmpty();
        assertThat(tile().villages()).containsExactly(Load.NONE, Load.FEW);
        villageWith(5);
        assertThat(tile().open()).hasValue(7);
        assertThat(tile().villages()).containsExactly(Load.NONE, Load.FEW, Load.SOME);
    }

    @Test
    void aHiddenCountIsNotSaidToBeSmall() {
        county = staff.county(COUNTY_OF_FEW);
        township = staff.below(county, UnitKind.TOWNSHIP, "屏镇" + Ids.next());
        villageWith(2);
        var few = township.name();
        township = staff.below(county, UnitKind.TOWNSHIP, "屏镇" + Ids.next());
        villageWith(7);
        var body = staff.as(Role.LEADER, county).get("/wall").body();
        var map = body.substring(body.indexOf("wall-map"), body.indexOf("wall-legend"));

        assertThat(map).contains(few, township.name(), "<b>–</b>").doesNotContain("&lt;", ">7<");
    }

    @Test
    void todayIsCountedApartFromTheLastThirtyDays() {
        var leader = staff.actor(Role.LEADER, county);
        villageWith(6);
        clock.advance(Duration.ofDays(2));
        villageWith(5);
        var board = boards.board(leader);

        assertThat(board.today().came()).hasValue(5);
        assertThat(board.recent().came().orElseThrow()).isGreaterThanOrEqualTo(11);
        assertThat(board.days().points()).hasSize(30);
    }

    @Test
    void nobodyAndNoReportOfWrongdoingHangsOnTheWall() {
        var village = villageWith(5);
        var content = new Report.Content(Kind.REPORT, "other", Channel.WEB, false, "账目不清", "账没有公开");
        residents.told(village, content, Residents.KNOWN);
        var body = staff.as(Role.LEADER, county).get("/wall").body();

        assertThat(tile().open()).hasValue(5);
        assertThat(body)
                .contains(township.name(), "class=\"wall\"", "http-equiv=\"refresh\"")
                .doesNotContain("王小花", "白玉兰", "测试L", "<script>", "style=");
    }

    @Test
    void opensForTheCountyAlone() {
        assertThat(staff.as(Role.LEADER, township).get("/wall").status()).isEqualTo(404);
        assertThat(staff.as(Role.COUNTY_CLERK, county).get("/wall").status()).isEqualTo(200);
        assertThat(staff.as(Role.TOWNSHIP_CLERK, township).get("/wall").status()).isEqualTo(403);
    }
}
