package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.Visitor;
import wanhu.Visitor.Upload;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Whoever uploads a file of reports sees what is wrong with it, and nobody else does. */
@WanhuTest
class FileImportPagesTest {
    private static final int COUNTY = 155412;
    private static final Pattern PLACE = Pattern.compile("/desk/import/([0-9a-f-]{36})");

    @Autowired Staff staff;

    private Unit county;
    private Unit village;

    @BeforeEach
    void places() {
        county = staff.county(COUNTY);
        var township = staff.below(county, UnitKind.TOWNSHIP, "六家子镇");
        village = staff.below(township, UnitKind.VILLAGE, "九家子村");
    }

    @Test
    void keepsFormulaTextAsTextAndNeutralisesItInTheFileOfFaults() throws Exception {
        var visitor = staff.as(Role.COUNTY_CLERK, county);
        visitor.get("/desk/import");
        var csv = "编号,标题,时间\n=1+1,\"=HYPERLINK(\"\"x\"\")\",gestern\n";
        var sent = upload(visitor, "f.csv", csv.getBytes(StandardCharsets.UTF_8));

        var faults = visitor.get(sent + "/faults.csv");
        assertThat(faults.body()).contains("\"'=1+1\"", "时间写法不对");
    }

    private String upload(Visitor visitor, String name, byte[] content) {
        var answer =
                visitor.upload(
                        "/desk/import",
                        "file",
                        new Upload(name, "text/csv", content),
                        "source",
                        "s" + Ids.next(),
                        "place",
                        village.code());
        var place = PLACE.matcher(answer.location().orElse(answer.body()));
        assertThat(place.find()).isTrue();
        return "/desk/import/" + UUID.fromString(place.group(1));
    }

    @Test
    void showsTheResultAndOffersTheImport() {
        var visitor = staff.as(Role.COUNTY_CLERK, county);
        visitor.get("/desk/import");
        var path = upload(visitor, "f.csv", "标题\n好\n\"\"\n,\n".getBytes(StandardCharsets.UTF_8));

        assertThat(visitor.get(path).body()).contains("导入 1 行", "检查结果");
        assertThat(visitor.get("/desk/import").body()).contains("已检查，未导入", "template.xlsx");
        assertThat(visitor.get("/desk/import/template.xlsx").status()).isEqualTo(200);
    }

    @Test
    void anotherUnitDoesNotSeeTheImport() {
        var visitor = staff.as(Role.COUNTY_CLERK, county);
        visitor.get("/desk/import");
        var path = upload(visitor, "f.csv", "标题\n一件事\n".getBytes(StandardCharsets.UTF_8));
        var other =
                staff.as(
                        Role.PHONE_DESK,
                        staff.below(county, UnitKind.DEPARTMENT, "热线" + Ids.next()));

        assertThat(other.get(path).status()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoFileOfReportsAndAZipBomb() throws Exception {
        var visitor = staff.as(Role.COUNTY_CLERK, county);
        visitor.get("/desk/import");
        for (byte[] content :
                List.of(new byte[0], "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8), bomb())) {
            var answer =
                    visitor.upload(
                            "/desk/import",
                            "file",
                            new Upload("f.xlsx", "text/csv", content),
                            "source",
                            "s");
            assertThat(answer.status()).isIn(400, 413);
            assertThat(answer.body()).doesNotContain("Exception");
        }
    }

    @Test
    void refusesAnUploadThatIsTooLargeInASentence() {
        var visitor = staff.as(Role.COUNTY_CLERK, county);
        visitor.get("/desk/import");
        var large = new Upload("f.csv", "text/csv", new byte[80 << 20]);

        var answer = visitor.upload("/desk/import", "file", large, "source", "s");
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("文件太大");
    }

    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var block = new byte[1 << 20];
            for (int piece = 0; piece < 700; piece++) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }
}
