package wanhu.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;
import wanhu.Settled;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.life.Channel;
import wanhu.life.Kind;
import wanhu.life.Reason;
import wanhu.life.Step;
import wanhu.matter.Report;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Each figure of an overview opens as many rows as it says, to whom the territory is open. */
@WanhuTest
class OverviewTest {
    private static final int COUNTY = 154_838;
    private static final Pattern FIGURE =
            Pattern.compile(
                    "href=\"(/matters\\?[^\"]+)\">(?:([\\d,]+)</a>|.*?tile-figure\">([\\d,]+)<small>件<)");
    private static final Pattern TOTAL = Pattern.compile("：共 ([\\d,]+) 件");

    @Autowired Residents residents;
    @Autowired Staff staff;
    @Autowired JdbcClient db;

    private Unit county;
    private Unit township;
    private Unit village;
    private Unit grid;

    @BeforeEach
    void units() {
        county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "看镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "看村");
        grid = staff.below(village, UnitKind.GRID, "看格");
    }

    private void lived() {
        residents.told(township, "镇上的事");
        residents.told(grid, "格里的事");
        residents.take(
                Role.VILLAGE_CLERK, village, residents.told(village, "在办的事"), new Step.TakeOn(""));
        var matter = residents.told(village, "机井没电");
        matter = residents.take(Role.VILLAGE_CLERK, village, matter, new Step.TakeOn(""));
        matter = residents.take(Role.VILLAGE_CLERK, village, matter, new Step.Contact(true, "电话"));
        var reply = new Step.Reply(Reason.Result.SOLVED, "已通电。", "", "");
        matter = residents.take(Role.VILLAGE_CLERK, village, matter, reply);
        residents.take(Role.TOWNSHIP_CLERK, township, matter, new Step.Approve(""));
        var content = new Report.Content(Kind.REPORT, "other", Channel.WEB, false, "账目不清", "账没有公开");
        residents.told(village, content, Residents.KNOWN);
        Settled.await(db);
    }

    /** Figures of a page that are not those of the list behind them, and how many there are. */
    private record Told(int figures, List<String> wrong) {}

    private static Told told(Visitor visitor, String path) {
        var found = FIGURE.matcher(visitor.get(path).body());
        var wrong = new ArrayList<String>();
        int figures = 0;
        while (found.find()) {
            var list = HtmlUtils.htmlUnescape(found.group(1));
            var said = found.group(2) == null ? found.group(3) : found.group(2);
            var total = TOTAL.matcher(visitor.get(list).body());
            if (!total.find() || !total.group(1).equals(said)) {
                wrong.add(said + " " + list);
            }
            figures++;
        }
        return new Told(figures, wrong);
    }

    @Test
    void eachFigureIsTheNumberOfRowsBehindIt() {
        lived();
        var clerk = staff.as(Role.TOWNSHIP_CLERK, township);
        for (Unit unit : List.of(township, village, grid)) {
            var told = told(clerk, "/overview/" + unit.id());
            assertThat(told.wrong()).isEmpty();
            assertThat(told.figures()).isGreaterThan(5);
        }
        assertThat(told(staff.as(Role.LEADER, county), "/overview").wrong()).isEmpty();
        assertThat(told(staff.as(Role.VILLAGE_CLERK, village), "/overview").wrong()).isEmpty();
    }

    @Test
    void reportsOfWrongdoingAreInNoFigure() {
        lived();

        assertThat(staff.as(Role.LEADER, county).get("/overview/" + village.id()).body())
                .contains("tile-figure\">3<small>件")
                .doesNotContain("tile-figure\">4<small>件");
    }

    @Test
    void nobodySeesATerritoryOutsideTheOwn() {
        var other = staff.below(county, UnitKind.TOWNSHIP, "邻镇");
        var clerk = staff.as(Role.TOWNSHIP_CLERK, township);

        assertThat(clerk.get("/overview/" + other.id()).status()).isEqualTo(404);
        assertThat(clerk.get("/overview/" + county.id()).status()).isEqualTo(404);
        assertThat(clerk.get("/overview/" + other.id() + "/export.xlsx").status()).isEqualTo(404);
        assertThat(clerk.get("/overview/" + village.id()).status()).isEqualTo(200);
        assertThat(clerk.get("/overview/" + village.id()).body()).doesNotContain(county.name());
    }

    @Test
    void nothingOfWhatOnePersonDidIsToldOfAGrid() {
        lived();
        var worker = staff.as(Role.GRID_WORKER, grid);

        assertThat(worker.get("/overview").body())
                .contains("看格", "只评组织，不评个人")
                .doesNotContain("响应率", "中位数", "本月办结");
    }

    @Test
    void saysWhenThereIsNothingToShow() {
        var bureau = staff.below(county, UnitKind.DEPARTMENT, "看局");

        assertThat(staff.as(Role.LEADER, bureau).get("/overview").body()).contains("本岗位没有辖区");
        assertThat(staff.as(Role.TOWNSHIP_CLERK, township).get("/overview").body())
                .contains("现在没有在办事项", "近 13 个月没有新收");
    }

    @Test
    void theTableLeavesAsAFile() {
        lived();
        var clerk = staff.as(Role.TOWNSHIP_CLERK, township);

        assertThat(clerk.get("/overview/" + township.id() + "/export.xlsx").status())
                .isEqualTo(200);
    }
}
