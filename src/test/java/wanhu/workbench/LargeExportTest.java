package wanhu.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.export.Exports;
import wanhu.matter.Report;
import wanhu.matter.Reports;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** A list that is too long for one person alone is asked for, granted, and taken. */
@WanhuTest
class LargeExportTest {
    @Autowired Reports reports;
    @Autowired Staff staff;
    @Autowired TestClock clock;

    private Report report(Unit village) {
        return new Report(
                village.county(),
                Ids.next(),
                Residents.help("farm", "很多事", ""),
                village.id(),
                "",
                null,
                Report.Contact.NONE,
                clock.instant());
    }

    @Test
    void itIsAskedForGrantedAndTakenWithAMark() {
        var township = staff.below(staff.county(150930), UnitKind.TOWNSHIP, "多事镇" + Ids.next());
        var village = staff.below(township, UnitKind.VILLAGE, "多事村");
        var many = IntStream.rangeClosed(0, Exports.ROWS_FREE_MAX).mapToObj(_ -> report(village));
        reports.reportAll(staff.actor(Role.VILLAGE_CLERK, village), many.toList());
        var clerk = staff.as(Role.TOWNSHIP_CLERK, township);

        assertThat(clerk.get("/matters/export/ask?lens=TODO").location())
                .contains("/matters?lens=TODO");
        var led = clerk.get("/matters/export.csv?lens=AREA");
        assertThat(clerk.follow(led).body()).contains("申请导出", "1,001 行");
        var asked = clerk.post("/matters/export/ask?lens=AREA", "reason", "年终汇总");
        assertThat(clerk.follow(asked).body()).contains("申请已提交", "待审批", "年终汇总");

        var leader = staff.as(Role.LEADER, township);
        assertThat(leader.get("/desk").body()).contains("有 1 项大量导出等您审批");
        var id =
                leader.get("/exports")
                        .body()
                        .replaceFirst("(?s).*?/exports/([0-9a-f-]{36})/decision.*", "$1");
        leader.post("/exports/" + id + "/decision", "decision", "grant");

        assertThat(leader.get("/desk").body()).doesNotContain("大量导出等您审批");
        assertThat(clerk.get("/exports").body()).contains("已同意", "/matters/export.csv?lens=AREA");
        var file = clerk.get("/matters/export.csv?lens=AREA");
        assertThat(file.type()).startsWith("text/csv");
        assertThat(file.body().lines())
                .hasSize(Exports.ROWS_FREE_MAX + 3)
                .last()
                .asString()
                .startsWith("\"※ 导出人：");
    }
}
