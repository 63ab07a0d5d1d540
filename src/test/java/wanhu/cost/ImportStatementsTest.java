package wanhu.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import wanhu.WanhuTest;
import wanhu.org.Imports;
import wanhu.org.NewUnit;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;

/** An import of units asks the database as often for many rows as for few. */
@WanhuTest
class ImportStatementsTest {
    private static final int FEW = 155445;
    private static final int MANY = 155446;
    private static final int TOWNSHIPS = 40;
    private static final LocalDate DAY = LocalDate.parse("2026-08-03");

    @Autowired Imports imports;
    @Autowired Units units;
    @TempDir Path folder;

    @Test
    void villagesBelowManyTownshipsTakeAsManyStatementsAsBelowOne() throws IOException {
        found(FEW, 1);
        found(MANY, TOWNSHIPS);

        var few = villages(FEW, 1);
        var many = villages(MANY, TOWNSHIPS);

        assertThat(many).isEqualTo(few);
    }

    @Test
    void whatIsFoundedAfterwardsTakesTheNextPlaceBelowEachTownship() throws IOException {
        int county = 155447;
        found(county, 3);
        villages(county, 3);
        var tree = units.tree(county);

        for (Unit township : tree.children(tree.root().orElseThrow().id())) {
            var next = new NewUnit(township.id(), UnitKind.VILLAGE, "新村", null, DAY, null);
            assertThat(units.found(county, next).path()).isEqualTo(township.path().child(3));
        }
    }

    private void found(int county, int townships) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("%d,%d,county,某县".formatted(county, county / 100));
        for (int at = 0; at < townships; at++) {
            lines.add("%d,%d,township,第%d镇".formatted(township(county, at), county, at));
        }
        imports.load(file(lines), null, DAY);
    }

    private List<String> villages(int county, int townships) throws IOException {
        var lines = new ArrayList<String>();
        for (int at = 0; at < townships; at++) {
            int above = township(county, at);
            lines.add("%d201,%d,village,东村".formatted(above, above));
            lines.add("%d202,%d,village,西村".formatted(above, above));
        }
        var file = file(lines);
        return CountedStatements.of(() -> imports.load(file, null, DAY));
    }

    private static int township(int county, int at) {
        return county * 1000 + 100 + at;
    }

    private Path file(List<String> lines) throws IOException {
        var file = folder.resolve("units.csv");
        Files.writeString(file, "code,parent,level,name\n" + String.join("\n", lines) + "\n");
        return file;
    }
}
