package wanhu.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.Web;
import wanhu.base.Role;
import wanhu.people.Staff;

/** The frame as residents and staff meet it. */
@WanhuTest
class ShellPagesTest {
    private static final int COUNTY = 150582;

    @Autowired private Web web;
    @Autowired private Staff staff;

    @Test
    void startsForResidentsWithTheFourDoors() {
        var page = web.visitor().get("/");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("href=\"/report\"", "href=\"/track\"", "href=\"/open\"")
                .contains("href=\"/projects/public\"")
                .contains("tel:110", "tel:119", "tel:120", "tel:122");
    }

    @Test
    void saysOnEveryPageOfTheDemonstrationWhatDayItIs() {
        assertThat(web.visitor().get("/").body()).contains("演示环境", "2026年8月3日 星期一");
        assertThat(clerk().get("/look").body()).contains("演示环境", "2026年8月3日 星期一");
    }

    @Test
    void showsStaffTheirPostAndAMenu() {
        assertThat(clerk().get("/look").body())
                .contains("class=\"staff\"", "href=\"/posts\"", "测试县 · 经办", "切换岗位");
    }

    @Test
    void showsEachPartOnceInBothLanguages() {
        var clerk = clerk();
        var chinese = clerk.get("/look").body();
        clerk.get("/language?to=en&back=/look");
        var english = clerk.get("/look").body();

        assertThat(chinese).contains("超期 3 天", "临期 剩 1 天", "共 1,204 条", "暂停计时");
        assertThat(english).contains("Overdue by 3 d", "1,204 in all", "Clock paused");
    }

    @Test
    void answersAnUnknownAddressWithAPageThatLeadsOn() {
        var page = clerk().get("/nowhere");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("没有找到", "href=\"/desk\"").doesNotContain("Exception");
    }

    @Test
    void answersAWrongMethodWithAPage() {
        var clerk = clerk();
        clerk.get("/look");

        assertThat(clerk.post("/look").status()).isEqualTo(405);
        assertThat(clerk.post("/look").body()).contains("打开方式不对");
    }

    @Test
    void saysThatAnUploadIsTooLarge() {
        var file = new Visitor.Upload("big.bin", "application/octet-stream", new byte[65 << 20]);

        var page = web.visitor().upload("/sign-in", "picture", file);

        assertThat(page.status()).isEqualTo(413);
        assertThat(page.body()).contains("文件太大", "请压缩文件");
    }

    @Test
    void remembersTheLanguage() {
        var visitor = web.visitor();

        visitor.get("/language?to=en&back=/look");

        assertThat(visitor.get("/").body()).contains("lang=\"en\"", "Report a matter");
    }

    @Test
    void enlargesThePrint() {
        var visitor = web.visitor();

        visitor.get("/elder?on=true&back=/");

        assertThat(visitor.get("/").body()).contains("class=\"resident elder\"");
    }

    @Test
    void comesBackOnlyToAPathOfOurOwn() {
        assertThat(web.visitor().get("/elder?on=true&back=//evil.example").location())
                .hasValueSatisfying(path -> assertThat(path).endsWith("/").doesNotContain("evil"));
    }

    @Test
    void saysOnlyWordsThatAreMeantToBeSaid() {
        var visitor = web.visitor();

        assertThat(visitor.get("/?said=shell.refused.bug").body()).doesNotContain("系统出错了");
        assertThat(visitor.get("/?said=%3Cscript%3E").body()).doesNotContain("<script>");
    }

    private Visitor clerk() {
        return staff.as(Role.COUNTY_CLERK, staff.county(COUNTY));
    }
}
