package wanhu.duty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.org.DivisionCode;
import wanhu.org.Level;
import wanhu.org.NewUnit;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;

@WanhuTest
class DutyListsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-08-03");
    private static int next = 970_100;

    @Autowired DutyLists lists;
    @Autowired Units units;
    @TempDir Path folder;

    private int county;
    private Unit root;
    private Unit town;
    private Unit village;
    private Unit power;

    @BeforeEach
    void foundsACounty() {
        county = ++next;
        root = units.foundDivision(new DivisionCode("" + county), "某县", DAY);
        town = found(root, UnitKind.TOWNSHIP, "某镇");
        village = found(town, UnitKind.VILLAGE, "某村");
        power = found(root, UnitKind.DEPARTMENT, "农电局");
    }

    @Test
    void anItemThatWasTakenBackCannotBePushedDown() throws IOException {
        load("2026-01-01", "S01,上级收回,抢修线路,农电局,,,电力法,power.line");

        var gate =
                lists.mayDispatch(
                        county, new DutyLists.Dispatch("power.line.broken", null, village), DAY);

        assertThat(gate).isInstanceOf(Gate.Refused.class);
        assertThat(((Gate.Refused) gate).owner()).isEqualTo("农电局");
        assertThat(((Gate.Refused) gate).item().leadUnit()).isEqualTo(power.id());
        assertThat(((Gate.Refused) gate).basis()).isEqualTo("电力法");
    }

    @Test
    void departmentsMayBeSentWhatTheyOwn() throws IOException {
        load("2026-01-01", "S01,上级收回,抢修线路,农电局,,,电力法,power");

        assertThat(lists.mayDispatch(county, new DutyLists.Dispatch("power", "S01", power), DAY))
                .isEqualTo(new Gate.Allowed());
    }

    @Test
    void theNamedItemDecidesBeforeTheCategory() throws IOException {
        load(
                "2026-01-01",
                "S01,上级收回,抢修线路,农电局,,,电力法,power",
                "P01,配合,机井通电,农电局,,,电力法,power",
                "J01,基本,登记停电情况,,,,电力法,power");

        assertThat(lists.mayDispatch(county, new DutyLists.Dispatch("power", null, town), DAY))
                .isEqualTo(new Gate.Allowed());
        assertThat(lists.mayDispatch(county, new DutyLists.Dispatch("power", "P01", town), DAY))
                .isInstanceOf(Gate.Cooperative.class);
        assertThat(lists.mayDispatch(county, new DutyLists.Dispatch("power", "S01", town), DAY))
                .isInstanceOf(Gate.Refused.class);
        assertThat(lists.forCategory(county, "power", Level.COUNTY, DAY))
                .extracting(DutyItem::code)
                .containsExactly("S01", "P01");
    }

    @Test
    void anActKeepsTheEditionOfItsDay() throws IOException {
        load("2026-01-01", "S01,上级收回,抢修线路,农电局,,,电力法,power");
        load("2026-08-01", "J01,基本,登记停电情况,,,,电力法,power");

        assertThat(
                        lists.mayDispatch(
                                county,
                                new DutyLists.Dispatch("power", null, town),
                                LocalDate.parse("2026-07-31")))
                .isInstanceOf(Gate.Refused.class);
        assertThat(lists.mayDispatch(county, new DutyLists.Dispatch("power", null, town), DAY))
                .isEqualTo(new Gate.Allowed());
        assertThat(
                        lists.mayDispatch(
                                county,
                                new DutyLists.Dispatch("power", null, town),
                                LocalDate.parse("2025-12-31")))
                .isEqualTo(new Gate.Allowed());
    }

    @Test
    void showsTheOwnerUnderItsNameOfToday() throws IOException {
        load("2026-01-01", "S01,上级收回,检查锅炉,市场监督管理局,,,特种设备安全法,");

        var gate = lists.mayDispatch(county, new DutyLists.Dispatch("any", "S01", town), DAY);

        assertThat(((Gate.Refused) gate).owner()).isEqualTo("市场监督管理局");
        assertThat(((Gate.Refused) gate).item().leadUnit()).isNull();
    }

    @Test
    void namesEveryBadRowAndImportsNone() throws IOException {
        var file = file("J01,基本,登记,,,,某法,", "J01,基本,登记,,,,某法,", "S02,收回,抢修,,,,某法,", ",别的,,,,,,");

        var report = lists.check(county, file);

        assertThat(report.faults()).extracting(DutyReport.BadRow::number).containsExactly(3, 4, 5);
        assertThat(report.faults().get(0).faults()).containsExactly("duplicate");
        assertThat(report.faults().get(1).faults()).containsExactly("lead");
        assertThat(report.faults().get(2).faults())
                .containsExactly("code", "kind", "text", "basis");
        assertThatThrownBy(() -> lists.load(county, file, edition("2026-01-01")))
                .hasMessageContaining("duty.refused.rows");
        assertThat(lists.edition(county, DAY)).isEmpty();
    }

    @Test
    void theSampleIsInOrder() throws IOException {
        var file = folder.resolve("sample.csv");
        try (var sample =
                Objects.requireNonNull(DutyLists.class.getResourceAsStream("sample.csv"))) {
            Files.write(file, sample.readAllBytes());
        }

        var report = lists.check(county, file);

        assertThat(report.faults()).isEmpty();
        assertThat(report.rows()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void refusesTwoEditionsOfOneDay() throws IOException {
        load("2026-01-01", "J01,基本,登记,,,,某法,");

        assertThatThrownBy(() -> load("2026-01-01", "J01,基本,登记,,,,某法,"))
                .hasMessageContaining("duty.refused.same-day");
    }

    private void load(String from, String... rows) throws IOException {
        lists.load(county, file(rows), edition(from));
    }

    private static NewEdition edition(String from) {
        return new NewEdition("清单", "", LocalDate.parse(from), false, null, "系统");
    }

    private Path file(String... rows) throws IOException {
        var file = folder.resolve("f.csv");
        Files.writeString(file, "编号,清单,事项,牵头部门,上级部门职责,乡镇职责,法律依据,诉求类别\n" + String.join("\n", rows));
        return file;
    }

    private Unit found(Unit above, UnitKind kind, String name) {
        return units.found(county, new NewUnit(above.id(), kind, name, null, DAY, null));
    }
}
