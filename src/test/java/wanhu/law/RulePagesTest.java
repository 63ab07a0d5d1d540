package wanhu.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.people.Staff;

@WanhuTest
class RulePagesTest {
    @Autowired private Staff staff;
    @Autowired private Laws laws;

    @Test
    void listEveryRuleWithItsSource() {
        var page = admin(150981).get("/admin/rules");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("5 个工作日", "每月 20 日", "依据《信访工作条例》第34条", "期限的 80%", "不顺延");
    }

    @Test
    void showAnyRule() {
        var admin = admin(150981);

        for (RuleKey key : RuleKey.values()) {
            assertThat(admin.get("/admin/rules/" + key).status()).isEqualTo(200);
        }
        assertThat(admin.get("/admin/rules/NONE").status()).isEqualTo(404);
    }

    @Test
    void saveADatedVersionWithItsDocument() {
        var admin = admin(150982);
        admin.get("/admin/rules/SIGN");

        var done = post(admin, "SIGN", "12", "h", "2026-09-01");

        assertThat(admin.follow(done).body()).contains("新版本已保存", "12 小时", "库政办发〔2026〕12号", "第 1 版");
        assertThat(admin.get("/admin/rules").body()).contains("自 2026-09-01 起：12 小时");
        assertThat(laws.term(150982, RuleKey.SIGN, LocalDate.parse("2026-09-01")))
                .hasToString("12h");
    }

    @Test
    void refuseWhatIsWeakerThanTheLawAndNameTheArticle() {
        var admin = admin(150983);
        admin.get("/admin/rules/PETITION_FINISH");

        var no = post(admin, "PETITION_FINISH", "61", "d", "2026-09-01");

        assertThat(no.status()).isEqualTo(422);
        assertThat(no.body()).contains("不能设为 61 日", "《信访工作条例》第34条", "法定限度为 60 日", "value=\"61\"");
        assertThat(laws.versions(150983, RuleKey.PETITION_FINISH)).hasSize(1);
    }

    @Test
    void areShutToWhoIsNoAdministrator() {
        var leader = staff.as(Role.LEADER, staff.county(150984));

        assertThat(leader.get("/admin/rules").status()).isEqualTo(403);
    }

    private static Visitor.Answer post(
            Visitor admin, String key, String value, String unit, String from) {
        return admin.post(
                "/admin/rules/" + key,
                "value",
                value,
                "unit",
                unit,
                "validFrom",
                from,
                "document",
                "库政办发〔2026〕12号");
    }

    private Visitor admin(int county) {
        return staff.as(Role.ADMIN, staff.county(county));
    }
}
