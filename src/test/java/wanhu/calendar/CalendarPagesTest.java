package wanhu.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Role;
import wanhu.people.Staff;

@WanhuTest
class CalendarPagesTest {
    @Autowired private Staff staff;
    @Autowired private Calendars calendars;
    @Autowired private TestClock clock;

    @Test
    void showTheYearWithItsHolidaysAndSwappedDays() {
        var page = admin(150971).get("/admin/calendar");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("12月", "春节补班", "2026-02-15", "2026-02-23", "248")
                .doesNotContain("尚未导入");
    }

    @Test
    void sayInRedThatAYearIsUnknown() {
        assertThat(admin(150971).get("/admin/calendar?year=2027").body())
                .contains("2027 年的节假日安排尚未导入");
    }

    @Test
    void alarmThoseWhoCanMendItFromNovemberUntilTheYearIsImported() {
        var admin = admin(150972);
        var clerk = staff.as(Role.VILLAGE_CLERK, staff.county(150972));
        clock.set("2026-11-01T08:00");

        assertThat(admin.get("/org").body()).contains("2027 年的节假日安排尚未导入");
        assertThat(clerk.get("/org").body()).doesNotContain("尚未导入");

        confirm(admin);

        assertThat(admin.get("/org").body()).doesNotContain("尚未导入");
    }

    @Test
    void importOnlyAfterADryRunThatWritesNothing() {
        var admin = admin(150973);
        admin.get("/admin/calendar/import");

        var check = admin.post("/admin/calendar/import", "text", NoticeReaderTest.YEAR_2027);

        assertThat(check.body()).contains("检查结果：2027 年", "放假 14 天，调休上班 1 天");
        assertThat(calendars.of(150973).covers(2027)).isFalse();

        var done = confirm(admin);

        assertThat(done.status()).isEqualTo(303);
        assertThat(admin.follow(done).body()).contains("节假日安排已导入", "国办发明电");
        assertThat(calendars.of(150973).covers(2027)).isTrue();
    }

    @Test
    void nameEachBadRowAndKeepWhatWasTyped() {
        var admin = admin(150974);
        admin.get("/admin/calendar/import");

        var check =
                admin.post(
                        "/admin/calendar/import",
                        "text",
                        NoticeReaderTest.YEAR_2027 + "2027-13-01,元旦,放假\n2027-10-05,国庆节,也许\n");

        assertThat(check.status()).isEqualTo(400);
        assertThat(check.body()).contains("第 17 行", "2027-13-01", "第 18 行", "也许", "2027/2/5");
    }

    @Test
    void readTheFileThatExcelWritesInChina() {
        var admin = admin(150975);
        admin.get("/admin/calendar/import");
        var bytes = NoticeReaderTest.YEAR_2027.getBytes(Charset.forName("GB18030"));

        var check =
                admin.upload(
                        "/admin/calendar/import",
                        "file",
                        new Visitor.Upload("2027.csv", "text/csv", bytes));

        assertThat(check.body()).contains("检查结果：2027 年", "端午节");
    }

    @Test
    void refuseAFileThatIsTooLarge() {
        var admin = admin(150975);
        admin.get("/admin/calendar/import");
        var bytes = "x".repeat(500_000).getBytes(StandardCharsets.UTF_8);

        var check =
                admin.upload(
                        "/admin/calendar/import",
                        "file",
                        new Visitor.Upload("x.csv", "text/csv", bytes));

        assertThat(check.status()).isEqualTo(413);
    }

    @Test
    void addAndRemoveADayOfTheCounty() {
        var admin = admin(150976);
        admin.get("/admin/calendar/days");

        admin.post(
                "/admin/calendar/days",
                "date",
                "2026-08-14",
                "kind",
                "off",
                "name",
                "那达慕",
                "source",
                "库政发〔2026〕8号");

        assertThat(calendars.of(150976).isWorkday(ChinaTime.day("2026-08-14"))).isFalse();
        assertThat(admin.get("/admin/calendar").body()).contains("设定本地日期：2026-08-14 那达慕");

        admin.get("/admin/calendar/days");
        admin.post("/admin/calendar/days/remove", "day", "2026-08-14");

        assertThat(calendars.of(150976).isWorkday(ChinaTime.day("2026-08-14"))).isTrue();
    }

    @Test
    void sayWhatIsMissingInTheFormAndKeepTheRest() {
        var admin = admin(150977);
        admin.get("/admin/calendar/days");

        var page =
                admin.post(
                        "/admin/calendar/days",
                        "date",
                        "2026-02-30",
                        "kind",
                        "off",
                        "name",
                        "那达慕",
                        "source",
                        "文件");

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("请填写正确的日期", "那达慕");
    }

    @Test
    void setOfficeHours() {
        var admin = admin(150978);
        admin.get("/admin/calendar/hours");

        assertThat(admin.post("/admin/calendar/hours", "day1", "9-5").body())
                .contains("看不懂的时段：9-5");
        admin.post(
                "/admin/calendar/hours", "day1", "08:00-12:00 15:00-18:30", "day2", "08:00-12:00");

        assertThat(admin.get("/admin/calendar/hours").body()).contains("15:00-18:30");
        assertThat(calendars.of(150978).isWorkday(ChinaTime.day("2026-08-05"))).isFalse();
    }

    @Test
    void areShutToWhoIsNoAdministrator() {
        var clerk = staff.as(Role.COUNTY_CLERK, staff.county(150979));

        assertThat(clerk.get("/admin/calendar").status()).isEqualTo(403);
        assertThat(clerk.get("/admin/calendar/import").status()).isEqualTo(403);
    }

    private static Visitor.Answer confirm(Visitor admin) {
        admin.get("/admin/calendar/import");
        return admin.post(
                "/admin/calendar/import/confirm",
                "text",
                NoticeReaderTest.YEAR_2027,
                "source",
                "国办发明电〔2026〕9号");
    }

    private Visitor admin(int county) {
        return staff.as(Role.ADMIN, staff.county(county));
    }
}
