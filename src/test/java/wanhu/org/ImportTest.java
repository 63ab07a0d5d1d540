package wanhu.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.base.OrgPath;

@WanhuTest
class ImportTest {
    private static final LocalDate DAY = LocalDate.parse("2026-08-03");
    private static final Path SHARED = Path.of("../shared/data/org");
    private static final int BAD_ROWS = 100_000;

    @Autowired Imports imports;
    @Autowired Units units;
    @TempDir Path folder;

    @Test
    void importsTheRealCountyOnceAndTheSecondTimeNothing() throws IOException {
        var file = folder.resolve("kulun.csv");
        try (var resource = Objects.requireNonNull(Units.class.getResourceAsStream("kulun.csv"))) {
            Files.write(file, resource.readAllBytes());
        }
        imports.load(file, null, DAY);
        var tree = units.tree(150524);
        var village = tree.byCode("150524103208").orElseThrow();

        assertThat(tree.root().map(Unit::name)).contains("库伦旗");
        assertThat(tree.ancestors(village.id()))
                .extracting(Unit::name)
                .containsExactly("六家子镇", "库伦旗", "通辽市");
        assertThat(tree.villages(tree.root().orElseThrow().path())).hasSizeGreaterThan(180);
        assertThat(imports.load(file, null, DAY).fresh()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alxa", "chifeng", "wuhai", "xinning", "xinrong"})
    void everyRealTreeIsClean(String name) {
        var file = SHARED.resolve(name + ".csv");
        assumeTrue(Files.exists(file), "SKIPPED ALOUD: no real tree at " + file.toAbsolutePath());

        var report = imports.check(file, null);

        assertThat(report.shown()).isEmpty();
        assertThat(report.rows()).isGreaterThan(100);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "98010110|980101|township|某镇|CODE",
                "980101100|980101|village|某村|CODE LEVEL_MISMATCH",
                "980101101|98010|township|某镇|PARENT_CODE ORPHAN",
                "980101101|980199|township|某镇|ORPHAN",
                "980101101||township|某镇|ORPHAN",
                "980101100|980101|township|甲镇|DUPLICATE",
                "980101100201|980101|village|某村|LEVEL_MISMATCH",
                "980101101|980101|小区|某镇|LEVEL",
                "980101101|980101|township||NAME_EMPTY",
                "980101101|980101|township|=HYPERLINK(1)镇|NAME_CHARACTERS",
                "980101101|980101|township|某\u200B镇|NAME_CHARACTERS",
                "980102|9802|county|某县|PARENT_CODE",
                "X1|X1|部门|某局|CYCLE LEVEL_MISMATCH",
            })
    void namesTheFaultOfARow(
            String code,
            @Nullable String parent,
            String level,
            @Nullable String name,
            String faults)
            throws IOException {
        var file =
                csv(
                        "代码,上级代码,级别,名称",
                        "980101,9801,county,某县",
                        "980101100,980101,township,甲镇",
                        code + "," + text(parent) + "," + level + "," + text(name));

        var report = imports.check(file, null);

        assertThat(report.shown()).hasSize(1);
        assertThat(report.shown().getFirst().number()).isEqualTo(4);
        assertThat(report.shown().getFirst().faults())
                .containsExactlyInAnyOrder(faults.split(" ", -1));
    }

    /** A sign that turns the direction of text is no fault of who sends a file: it is left out. */
    @Test
    void aNameWithoutItsTurningSignsIsTaken() throws IOException {
        var file = csv("代码,上级代码,级别,名称", "980101,9801,county,某\u202E县");

        assertThat(imports.check(file, null).shown()).isEmpty();
    }

    @Test
    void namesEveryRowOfACycle() throws IOException {
        var file =
                csv(
                        "代码,上级代码,级别,名称,类型",
                        "980201,9802,county,某县,",
                        "X1,X3,,甲局,部门",
                        "X2,X1,,乙股,股室",
                        "X3,X2,,丙股,股室",
                        "X4,X3,,丁股,股室");

        var report = imports.check(file, null);

        assertThat(report.faults()).containsEntry("CYCLE", 3);
        assertThat(report.shown()).extracting(ImportReport.BadRow::number).contains(3, 4, 5);
    }

    @Test
    void importsNothingWhenOneRowIsBad() throws IOException {
        var file =
                csv(
                        "code,parent,level,name",
                        "980301,9803,county,某县",
                        "980301100,980301,township,甲镇",
                        "980301101,980399,township,乙镇");

        assertThatThrownBy(() -> imports.load(file, null, DAY))
                .hasMessageContaining("org.import.refused.rows");
        assertThat(units.tree(980301).size()).isZero();
    }

    @Test
    void addsToWhatIsThereAndGivesNoOrdinalTwice() throws IOException {
        imports.load(
                csv(
                        "code,parent,level,name",
                        "980401100,980401,township,甲镇",
                        "980401,9804,county,某县"),
                null,
                DAY);
        imports.load(csv("code,parent,level,name", "980401101,980401,township,乙镇"), null, DAY);
        var root = units.tree(980401).root().orElseThrow();
        units.found(980401, new NewUnit(root.id(), UnitKind.DEPARTMENT, "民政局", null, DAY, null));

        assertThat(units.tree(980401).children(root.id()))
                .extracting(unit -> unit.path().text())
                .containsExactly("98.04.01.0001.", "98.04.01.0002.", "98.04.01.0003.");
    }

    @Test
    void refusesToChangeWhatIsThere() throws IOException {
        imports.load(csv("code,parent,level,name", "980501,9805,county,某县"), null, DAY);

        var report = imports.check(csv("code,parent,level,name", "980501,9805,county,他县"), null);

        assertThat(report.faults()).containsOnlyKeys("DIFFERS");
    }

    @Test
    void importsOnlyWhereThePostMay() throws IOException {
        var file =
                csv(
                        "code,parent,level,name",
                        "980601,9806,county,某县",
                        "980601100,980601,township,甲镇",
                        "980602,9806,county,他县",
                        "980602100,980602,township,乙镇");

        var report = imports.check(file, OrgPath.ofDivision("980601"));

        assertThat(report.shown()).extracting(ImportReport.BadRow::number).containsExactly(4, 5);
        assertThat(report.faults()).containsOnlyKeys("OUTSIDE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GB18030", "UTF-8", "UTF-16"})
    void readsWhatOfficesSave(String charset) throws IOException {
        var file = folder.resolve("f.csv");
        Files.writeString(
                file,
                "代码\t上级代码\t级别\t名称\r\n980701000000\t980700\t旗县\t\"某·旗\"\r\n",
                Charset.forName(charset));

        var report = imports.check(file, null);

        assertThat(report.shown()).isEmpty();
        assertThat(report.freshByKind()).containsEntry("COUNTY", 1);
    }

    @Test
    void readsAPackedFileAndRefusesADamagedOne() throws IOException {
        var file = folder.resolve("f.csv.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(
                    "code,parent,level,name\n980901,9809,county,某县\n"
                            .getBytes(StandardCharsets.UTF_8));
        }
        var bytes = Files.readAllBytes(file);
        var cut = folder.resolve("cut.csv.gz");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 12));

        assertThat(imports.check(file, null).fresh()).isEqualTo(1);
        assertThatThrownBy(() -> imports.check(cut, null)).hasMessageContaining("damaged");
    }

    @Test
    void answersAnExcelFileOfAHundredThousandBadRowsWithAShortList() throws IOException {
        var file = folder.resolve("bad.xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("单位");
            String[] heading = {"代码", "上级代码", "级别", "名称"};
            for (int column = 0; column < heading.length; column++) {
                sheet.value(0, column, heading[column]);
            }
            for (int row = 1; row <= BAD_ROWS; row++) {
                sheet.value(row, 0, 980801100L + row);
                sheet.value(row, 1, "没有");
                sheet.value(row, 2, "乡镇");
                sheet.value(row, 3, "=1+1");
            }
        }
        int[] all = {0};

        var report = imports.check(file, null);
        imports.badRows(file, null, _ -> all[0]++);

        assertThat(report.bad()).isEqualTo(BAD_ROWS);
        assertThat(report.shown()).hasSize(ImportReport.SHOWN_ROWS_MAX);
        assertThat(all[0]).isEqualTo(BAD_ROWS);
    }

    @Test
    void refusesAFileThatIsNoTable() throws IOException {
        var broken = folder.resolve("broken.xlsx");
        Files.write(broken, new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        var old = folder.resolve("old.xls");
        Files.write(old, new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0});

        assertThatThrownBy(() -> imports.check(broken, null)).hasMessageContaining("damaged");
        assertThatThrownBy(() -> imports.check(old, null)).hasMessageContaining("old-excel");
        assertThatThrownBy(() -> imports.check(csv("a,b", "1,2"), null))
                .hasMessageContaining("org.import.refused.heading");
    }

    private Path csv(String... lines) throws IOException {
        var file = folder.resolve("f.csv");
        Files.writeString(
                file, String.join("\n", Stream.of(lines).toList()) + "\n", StandardCharsets.UTF_8);
        return file;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
