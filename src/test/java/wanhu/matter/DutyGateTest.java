package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.duty.DutyLists;
import wanhu.duty.NewEdition;
import wanhu.life.By;
import wanhu.life.Channel;
import wanhu.life.Hold;
import wanhu.life.Kind;
import wanhu.life.Step;
import wanhu.org.Level;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

@WanhuTest
class DutyGateTest {
    private static final int COUNTY = 155406;

    @Autowired Matters matters;
    @Autowired Reports reports;
    @Autowired Staff staff;
    @Autowired DutyLists duties;
    @Autowired DutyGate gate;
    @Autowired TestClock clock;
    @TempDir Path folder;

    @Test
    void whatWasTakenBackIsNotPushedDown() throws IOException {
        var county = staff.county(COUNTY);
        var town = staff.below(county, UnitKind.TOWNSHIP, "某镇");
        var village = staff.below(town, UnitKind.VILLAGE, "某村");
        var file = folder.resolve("duty.csv");
        Files.writeString(file, "编号,清单,事项,牵头部门,法律依据,诉求类别\nS1,上级收回,抢修线路,农电局,电力法,farm\n");
        var from = LocalDate.parse("2026-01-01");
        duties.load(COUNTY, file, new NewEdition("清单", "", from, false, null, "系统"));
        var content = new Report.Content(Kind.HELP, "farm", Channel.WEB, false, "没有电", "线路断了。");
        var contact = new Report.Contact("白玉兰", "13800138000", false, false, true, true);
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
                                contact,
                                clock.instant()));
        var matter = matters.get(COUNTY, receipt.matter());
        var to = new Hold(town.id(), town.path(), Level.TOWNSHIP);
        var step = new Step.Dispatch(to, List.of(), null, null, "请办理");
        var by = new By.Staff(staff.actor(Role.COUNTY_CLERK, county));

        assertThatThrownBy(() -> gate.check(by, matter, step, clock.instant()))
                .hasMessageContaining("matter.refused.taken-back")
                .hasMessageContaining("农电局");
    }
}
