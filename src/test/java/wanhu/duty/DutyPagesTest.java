package wanhu.duty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.BrowserTest;
import wanhu.Browsers;
import wanhu.Tab;
import wanhu.Visitor;
import wanhu.base.Role;
import wanhu.people.Staff;

@BrowserTest
class DutyPagesTest {
    private static int next = 940_100;

    @Autowired Staff staff;

    @Test
    void anAdministratorChecksThenImportsAndEverybodyReads() throws IOException {
        var county = staff.county(++next);
        var admin = staff.as(Role.ADMIN, county);

        assertThat(upload(admin, sample(), "check").body()).contains("检查通过：共 61 项", "确认导入");
        assertThat(admin.get("/duty").body()).contains("还没有清单");
        assertThat(admin.follow(upload(admin, sample(), "load")).body()).contains("新版清单已导入");

        var clerk = staff.as(Role.VILLAGE_CLERK, county);
        assertThat(clerk.get("/duty?q=农电局&kind=TAKEN_BACK").body())
                .contains("电力设施建设")
                .doesNotContain("农田机井通电");
        assertThat(clerk.get("/duty/import").status()).isEqualTo(403);
        assertThat(clerk.get("/duty?day=2020-01-01").body()).contains("还没有清单");
    }

    @Test
    void badRowsAreNamedAndNothingIsImported() {
        var admin = staff.as(Role.ADMIN, staff.county(++next));

        var check = upload(admin, "编号,清单,事项,法律依据\nA1,收回,抢修,电力法\n", "load");

        assertThat(check.body()).contains("第 2 行（A1）", "必须写明部门");
        assertThat(admin.get("/duty").body()).contains("还没有清单");
    }

    @Test
    void residentsReadTheListsOnAPhone(Browsers browsers) throws IOException {
        int code = ++next;
        upload(staff.as(Role.ADMIN, staff.county(code)), sample(), "load");
        for (Tab tab : new Tab[] {browsers.phone(), browsers.desktop()}) {
            tab.open("/open/duty/" + code).screenshot("duty-open").accessible();
            assertThat(tab.press("下一页").text()).contains("水库大坝");
        }
    }

    private static String sample() throws IOException {
        try (var file = Objects.requireNonNull(DutyLists.class.getResourceAsStream("sample.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Visitor.Answer upload(Visitor admin, String text, String act) {
        admin.get("/duty/import");
        return admin.upload(
                "/duty/import",
                "file",
                new Visitor.Upload("duty.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8)),
                "name",
                "履职事项清单（2026年版）",
                "from",
                "2026-08-01",
                "act",
                act);
    }
}
