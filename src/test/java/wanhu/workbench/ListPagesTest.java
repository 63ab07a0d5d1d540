package wanhu.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.Visitor;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.export.Exports;
import wanhu.life.Matter;
import wanhu.matter.Residents;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** What staff meets on lists: other units' matters never, files without formulas, many at once. */
@WanhuTest
class ListPagesTest {
    private static final int COUNTY = 155407;

    /** How a phone begins, but not what stands somewhere in an id. */
    private static final String PHONE = "(?<![0-9a-f-])138";

    @Autowired Residents residents;
    @Autowired Staff staff;

    private Unit township;
    private Unit village;
    private Visitor clerk;

    @BeforeEach
    void units() {
        var county = staff.county(COUNTY);
        township = staff.below(county, UnitKind.TOWNSHIP, "列表镇" + Ids.next());
        village = staff.below(township, UnitKind.VILLAGE, "列表村");
        clerk = staff.as(Role.VILLAGE_CLERK, village);
    }

    private Matter told(String title, String name) {
        return residents.told(
                village, Residents.help("farm", title, "一段话。"), Residents.named(name));
    }

    @Test
    void aNeighbourFindsNothingNotEvenByNumber() {
        var matter = told("金丝雀", "白玉兰");
        var neighbour = staff.as(Role.VILLAGE_CLERK, staff.below(township, UnitKind.VILLAGE, "邻村"));

        for (String path :
                new String[] {
                    "/desk",
                    "/matters?lens=AREA",
                    "/matters/export.csv?lens=AREA",
                    "/matters/" + matter.number()
                }) {
            assertThat(neighbour.get(path).body()).doesNotContain("金丝雀");
        }
    }

    @Test
    void anExportedTitleIsNeverAFormulaAndTellsNoContact() {
        told("=HYPERLINK(\"http://x\")", "白玉兰");

        var file = clerk.get("/matters/export.csv?lens=AREA");

        assertThat(file.type()).startsWith("text/csv");
        assertThat(file.body())
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\"", "※ 导出人：", "列表村 · 经办", "导出记录号：")
                .doesNotContain("白")
                .doesNotContainPattern(PHONE);
        assertThat(clerk.get("/matters/export.xlsx?lens=AREA").status()).isEqualTo(200);
    }

    @Test
    void manyAreDoneAtOnceEachWithAResult() {
        var first = told("甲事", "白玉兰");
        var second = told("乙事", "白玉兰");
        clerk.get("/matters");

        var answer =
                clerk.post(
                        "/matters/bulk?row=" + second.number() + "~9",
                        "step",
                        "Remark",
                        "note",
                        "一并看过",
                        "command",
                        Ids.next().toString(),
                        "row",
                        first.number() + "~1");

        assertThat(answer.body()).contains("办成 1 件，未办 1 件", "刚被别人办理过");
    }

    @Test
    void phrasesAndSearchesAreKept() {
        clerk.get("/phrases");
        clerk.post("/phrases", "text", "已现场查看");
        clerk.post("/matters/queries", "name", "紧急的", "query", "lens=AREA&urgent=yes");

        assertThat(clerk.get("/matters/" + told("事", "白玉兰").number()).body()).contains("已现场查看");
        assertThat(clerk.get("/matters").body()).contains("紧急的");
    }

    /** S31: a list is not carried away page by page in files. */
    @Test
    void afterThirtyFilesInAnHourOnePersonHasEnoughAndOthersGoOn() {
        for (int each = 0; each < Exports.FILES_AN_HOUR_MAX; each++) {
            assertThat(clerk.get("/matters/export.csv?lens=AREA").status()).isEqualTo(200);
        }

        assertThat(clerk.get("/matters/export.xlsx?lens=AREA").status()).isEqualTo(429);
        assertThat(
                        staff.as(Role.TOWNSHIP_CLERK, township)
                                .get("/matters/export.csv?lens=AREA")
                                .status())
                .isEqualTo(200);
    }
}
