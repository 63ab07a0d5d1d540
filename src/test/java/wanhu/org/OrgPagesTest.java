package wanhu.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.people.Staff;

@WanhuTest
class OrgPagesTest {
    private static final LocalDate FOUNDED = LocalDate.parse("2026-01-01");
    private static final Pattern ID = Pattern.compile("/org/import/([0-9a-f-]{36})");
    private static int next = 950_100;

    @Autowired Staff staff;
    @Autowired Units units;
    @Autowired Posts posts;
    @Autowired Acts acts;

    private int county;
    private Unit root;
    private Unit town;
    private Unit village;

    @BeforeEach
    void foundsACounty() {
        county = ++next;
        root = staff.county(county);
        town = found(root, UnitKind.TOWNSHIP, "白音花镇");
        village = found(town, UnitKind.GACHA, "察哈尔嘎查");
    }

    @Test
    void everybodyBrowsesTheTreeOfTheirCounty() {
        var clerk = staff.as(Role.VILLAGE_CLERK, village);

        var page = clerk.get("/org?unit=" + town.id());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("察哈尔嘎查", "乡镇", town.code()).doesNotContain("机构变更</a>");
        assertThat(clerk.get("/org").body()).contains("四个一", "缺 1 名");
    }

    @Test
    void theBookOfActsOfATownshipHoldsItsOwnAlone() {
        var other = found(root, UnitKind.TOWNSHIP, "别处镇");
        act(town, "改名甲镇");
        act(other, "改名乙镇");

        assertThat(staff.as(Role.ADMIN, town).get("/org/acts").body())
                .contains("改名甲镇")
                .doesNotContain("改名乙镇", "别处镇");
        assertThat(staff.as(Role.ADMIN, root).get("/org/acts").body()).contains("改名甲镇", "改名乙镇");
    }

    private void act(Unit unit, String name) {
        var admin = staff.actor(Role.ADMIN, root);
        acts.approve(
                admin,
                new UnitChange.Rename(unit.id(), unit.kind(), name),
                LocalDate.parse("2027-01-01"),
                "旗发 " + name);
    }

    @Test
    void findsByInitialsAndShowsNoOtherCounty() {
        var clerk = staff.as(Role.VILLAGE_CLERK, village);
        var other = staff.county(++next);

        assertThat(clerk.get("/org?q=byh").body()).contains("白音花镇", "找到 1 个单位");
        assertThat(clerk.get("/org?q=%3Cscript%3E").body())
                .contains("没有找到")
                .doesNotContain("<script>alert");
        assertThat(clerk.get("/org?county=" + next + "&unit=" + other.id()).status())
                .isEqualTo(404);
        assertThat(clerk.get("/org?unit=" + other.id()).status()).isEqualTo(404);
        assertThat(clerk.get("/org?unit=nonsense").status()).isEqualTo(404);
    }

    @Test
    void onlyAnAdministratorChangesUnits() {
        var leader = staff.as(Role.LEADER, root);

        assertThat(leader.get("/org/units/" + town.id() + "/posts").status()).isEqualTo(403);
        assertThat(leader.get("/org/import").status()).isEqualTo(403);
        assertThat(leader.get("/org/acts").status()).isEqualTo(403);
    }

    @Test
    void theSecurityAdministratorMakesAPostAndAppointsSomebodyByName() {
        var admin = staff.as(Role.SECURITY, root);
        var at = "/org/units/" + village.id() + "/posts";
        admin.get(at);

        var made =
                admin.post(
                        at,
                        "title",
                        "第一书记",
                        "role",
                        "LEADER",
                        "order",
                        "1",
                        "slot",
                        "FIRST_SECRETARY");
        assertThat(made.status()).isEqualTo(303);
        assertThat(admin.post(at, "title", "县办", "role", "COUNTY_CLERK").status()).isEqualTo(422);
        admin.get(at);
        var post = posts.inUnit(county, village.id(), FOUNDED).getLast();
        var done =
                admin.post(
                        at + "/" + post.post() + "/appoint",
                        "name",
                        "阿拉坦·巴雅尔",
                        "from",
                        "2026-08-01",
                        "document",
                        "旗组发〔2026〕3号");

        assertThat(admin.follow(done).body()).contains("任职已登记", "阿拉坦·巴雅尔");
        assertThat(admin.get("/org/rosters?level=VILLAGE").body()).contains("察哈尔嘎查");
        assertThat(
                        admin.post(
                                        at + "/" + post.post() + "/appoint",
                                        "login",
                                        "nobody",
                                        "from",
                                        "2026-08-01")
                                .body())
                .contains("没有这个登录名");
    }

    @Test
    void anActIsPreviewedBeforeItIsApproved() {
        var admin = staff.as(Role.ADMIN, root);
        var at = "/org/units/" + town.id() + "/act";
        admin.get(at);
        String[] form = {
            "kind",
            "RENAME",
            "name",
            "白音花街道",
            "unitKind",
            "SUBDISTRICT",
            "effective",
            "2026-08-03",
            "documentNumber",
            "旗政发〔2026〕1号"
        };

        assertThat(admin.post(at, form).body()).contains("白音花街道", "批准", "旗政发〔2026〕1号");
        assertThat(units.get(county, town.id()).name()).isEqualTo("白音花镇");
        var done = admin.post(at + "/approve", form);

        assertThat(admin.follow(done).body()).contains("变更已批准", "已生效");
        assertThat(units.get(county, town.id()).name()).isEqualTo("白音花街道");
        assertThat(admin.get("/org?unit=" + town.id()).body()).contains("历史沿革", "白音花镇");
        assertThat(admin.post(at, "kind", "CLOSE").body()).contains("下面还有 1 个单位");
    }

    @Test
    void anImportIsCheckedConfirmedAndDone() throws InterruptedException {
        var admin = staff.as(Role.ADMIN, root);
        var good = "代码,上级代码,级别,名称\n" + county + "199," + root.code() + ",乡镇,新镇\n";
        var check = upload(admin, good, "GB18030");
        assertThat(check.body()).contains("检查通过", "确认导入");
        var id = ID.matcher(check.body());
        assertThat(id.find()).isTrue();

        var started = admin.post("/org/import/" + id.group(1) + "/load", "rows", "1");
        for (int turn = 0; turn < 200 && !loaded(admin, started); turn++) {
            Thread.onSpinWait();
        }

        assertThat(units.tree(county).byCode(county + "199").map(Unit::name)).contains("新镇");
    }

    @Test
    void everyBadRowIsInTheErrorFileAndFormulasAreHarmless() {
        var admin = staff.as(Role.ADMIN, root);
        var check = upload(admin, "代码,上级代码,级别,名称\n=1+1,,乡镇,=cmd()\n1,2,3,4\n", "UTF-8");
        assertThat(check.body()).contains("第 2 行", "代码不符合规则", "第 3 行");
        var id = ID.matcher(check.body());
        assertThat(id.find()).isTrue();

        var errors = admin.get("/org/import/" + id.group(1) + "/errors").body();

        assertThat(errors).contains("行号", "\"'=1+1\"", "\"'=cmd()\"", "找不到上级单位");
        assertThat(admin.get("/org/import/template").body()).contains("代码,上级代码,级别,名称");
    }

    private static boolean loaded(Visitor admin, Visitor.Answer started) {
        return admin.follow(started).says("导入完成");
    }

    private static Visitor.Answer upload(Visitor admin, String text, String charset) {
        admin.get("/org/import");
        var bytes =
                "UTF-8".equals(charset)
                        ? text.getBytes(StandardCharsets.UTF_8)
                        : text.getBytes(Charset.forName(charset));
        return admin.upload(
                "/org/import",
                "file",
                new Visitor.Upload("units.csv", "text/csv", bytes),
                "from",
                "2026-08-03");
    }

    private Unit found(Unit above, UnitKind kind, String name) {
        return units.found(county, new NewUnit(above.id(), kind, name, null, FOUNDED, null));
    }
}
