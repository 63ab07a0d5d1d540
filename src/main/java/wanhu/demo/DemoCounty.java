package wanhu.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import wanhu.base.Settings;
import wanhu.duty.DutyLists;
import wanhu.duty.NewEdition;
import wanhu.grid.Sign;
import wanhu.grid.Signs;
import wanhu.org.Imports;
import wanhu.org.Level;
import wanhu.org.NewPairing;
import wanhu.org.NewUnit;
import wanhu.org.Posts;
import wanhu.org.Tree;
import wanhu.org.Unit;
import wanhu.org.UnitKind;
import wanhu.org.Units;

/** Founds the demonstration county: real divisions, invented departments and grids. */
@Component
class DemoCounty {
    static final int CODE = 150524;
    private static final int GRIDS = 2;
    private static final int SIGN_WORDS = 7;
    private static final int UNSIGNED_OF = 10;

    private final Imports imports;
    private final Units units;
    private final Posts posts;
    private final DutyLists duties;
    private final Signs signs;
    private final Settings settings;

    DemoCounty(
            Imports imports,
            Units units,
            Posts posts,
            DutyLists duties,
            Signs signs,
            Settings settings) {
        this.imports = imports;
        this.units = units;
        this.posts = posts;
        this.duties = duties;
        this.signs = signs;
        this.settings = settings;
    }

    /** Whether nothing has been founded yet. */
    boolean missing() {
        return units.tree(CODE).byCode(Integer.toString(CODE)).isEmpty();
    }

    Tree tree() {
        return units.tree(CODE);
    }

    void found(LocalDate from) {
        withFile("/wanhu/org/kulun.csv", file -> imports.load(file, null, from));
        var county = tree().byCode(Integer.toString(CODE)).orElseThrow();
        DemoTable.rows("departments.tsv")
                .forEach(row ->
                        units.found(
                                CODE,
                                new NewUnit(
                                        county.id(),
                                        UnitKind.DEPARTMENT,
                                        row[0],
                                        null,
                                        from,
                                        null)));
        for (Unit village : workingVillages()) {
            for (int grid = 1; grid <= GRIDS; grid++) {
                var name = DemoTable.rows("words.tsv").getFirst()[0].formatted(grid);
                units.found(CODE, new NewUnit(village.id(), UnitKind.GRID, name, null, from, null));
            }
        }
        var sample = DemoTable.rows("words.tsv").get(1);
        withFile(
                "/wanhu/duty/sample.csv",
                file ->
                        duties.load(
                                CODE,
                                file,
                                new NewEdition(sample[0], sample[1], from, true, null, sample[2])));
        pair(from);
        hang();
    }

    /** Most grids have a sign; one in ten still lacks it, as the list of missing ones shows. */
    private void hang() {
        var sample = DemoTable.rows("words.tsv").get(SIGN_WORDS);
        int next = 0;
        for (Unit village : workingVillages()) {
            for (Unit grid : tree().territories(village.path(), Level.GRID)) {
                if (++next % UNSIGNED_OF != 0) {
                    var area = sample[next % 2].formatted(village.name());
                    signs.hang(
                            CODE, grid.id(), new Sign(area, sample[2].formatted(next), sample[3]));
                }
            }
        }
    }

    /**
     * The villages in which the invented matters happen: the first few of each township, and that
     * of the story.
     */
    List<Unit> workingVillages() {
        var tree = tree();
        var chosen = new TreeMap<String, Unit>();
        for (Unit township : tree.townships()) {
            tree.villages(township.path()).stream()
                    .limit(VILLAGES_EACH)
                    .forEach(village -> chosen.put(village.code(), village));
        }
        tree.byCode(STORY_VILLAGE).ifPresent(village -> chosen.put(village.code(), village));
        return List.copyOf(chosen.values());
    }

    private static final int VILLAGES_EACH = 3;

    /** The village of the story (domain M33). */
    static final String STORY_VILLAGE = "150524103208";

    private void pair(LocalDate from) {
        var departments = tree().departments();
        int next = 0;
        for (Unit village : workingVillages()) {
            var unit =
                    village.code().equals(STORY_VILLAGE)
                            ? department(1)
                            : departments.get(next++ % departments.size());
            posts.pair(CODE, new NewPairing(village.id(), unit.id(), "", from));
        }
    }

    /** A department by its place in the table. */
    Unit department(int row) {
        return department(DemoTable.rows("departments.tsv").get(row)[0]);
    }

    Unit department(String name) {
        return tree().departments().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Department that owns a category. */
    Map<String, String> owners() {
        var owners = new TreeMap<String, String>();
        DemoTable.rows("owners.tsv").forEach(row -> owners.put(row[0], row[1]));
        return owners;
    }

    Unit township(Unit village) {
        return tree().above(village.id(), Level.TOWNSHIP).orElseThrow();
    }

    private interface FileUse {
        void use(Path file);
    }

    private void withFile(String resource, FileUse use) {
        try (InputStream in = DemoCounty.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Expected " + resource + " in the product");
            }
            Files.createDirectories(settings.data());
            var file = Files.createTempFile(settings.data(), "demo", ".csv");
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
            use.use(file);
            Files.delete(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
