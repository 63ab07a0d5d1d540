package wanhu.grid;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.org.NewAppointment;
import wanhu.org.NewPost;
import wanhu.org.Posts;
import wanhu.org.Slot;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** The sign of a grid: written by its village, read by everybody. */
@WanhuTest
class SignPagesTest {
    private static final int COUNTY = 152794;

    @Autowired Staff staff;
    @Autowired Posts posts;
    @Autowired Web web;
    @Autowired TestClock clock;

    private Unit village;
    private Unit grid;
    private Visitor clerk;

    @BeforeEach
    void units() {
        clock.set("2026-09-01T09:00");
        var county = staff.county(COUNTY);
        var township = staff.below(county, UnitKind.TOWNSHIP, "牌子镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "牌子村");
        grid = staff.below(village, UnitKind.GRID, "第1网格");
        clerk = staff.as(Role.VILLAGE_CLERK, village);
    }

    private Visitor.Answer hang(Visitor who, String area, String phone) {
        who.get("/grids");
        return who.post(
                "/grids/" + grid.id(), "area", area, "phone", phone, "supervision", "12345");
    }

    private String sign() {
        return web.visitor().get("/open/grids/" + COUNTY + "/" + grid.code()).body();
    }

    @Test
    void everybodyReadsBordersPeopleAndPhonesOfTheOffices() {
        var head = new NewPost(grid.id(), "网格长", Role.GRID_WORKER, 0, Slot.HEAD);
        var from = LocalDate.parse("2026-01-01");
        posts.appoint(
                COUNTY,
                new NewAppointment(posts.create(COUNTY, head), null, "乌云", from, null, null));

        var answer = hang(clerk, "东至河，西至老公路，一组二组", "0475-4912345");

        assertThat(clerk.follow(answer).body()).contains("已公示", "0475-4912345", "2026-09-01");
        assertThat(sign())
                .contains("东至河，西至老公路", "网格长", "乌云", "0475-4912345", "12345", "2026年9月1日更新")
                .contains("网格警员", "暂缺", "打印公示牌");
    }

    @Test
    void nobodysMobileNumberHangsOnASign() {
        var answer = hang(clerk, "东至河", "139 0013 9000");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("不能写个人手机号", "139 0013 9000", "东至河");
        assertThat(hang(clerk, "找王大娘 13900139000", "12345").body()).contains("请删去");
        assertThat(sign()).contains("还没有公示").doesNotContain("13900139000");
    }

    @Test
    void anotherVillageHangsNothing() {
        var township = staff.below(staff.county(COUNTY), UnitKind.TOWNSHIP, "邻镇" + Ids.next());
        var other = staff.as(Role.VILLAGE_CLERK, staff.below(township, UnitKind.VILLAGE, "邻村"));

        assertThat(hang(other, "东至河", "12345").status()).isEqualTo(404);
        assertThat(other.get("/grids").body()).doesNotContain("/grids/" + grid.id());
    }

    @Test
    void aResidentFindsTheGridFromTheBoardDown() {
        var visitor = web.visitor();
        var list = "/open/grids/" + COUNTY;

        assertThat(visitor.get("/open?unit=" + village.code()).body()).contains(list);
        assertThat(visitor.get(list + "?at=" + village.code()).body())
                .contains("第1网格", list + "/" + grid.code());
        assertThat(visitor.get(list + "?q=牌子村").body()).contains("牌子村", "1 个网格");
        assertThat(visitor.get(list + "/999999").status()).isEqualTo(404);
    }

    @Test
    void theListSaysWhichGridsHaveNone() {
        staff.below(village, UnitKind.GRID, "第2网格");
        hang(clerk, "东至河", "0475-4912345");

        assertThat(clerk.get("/grids").body()).contains("未公示", "第2网格", "看公示牌");
    }
}
