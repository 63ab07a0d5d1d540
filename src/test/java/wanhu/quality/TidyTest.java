package wanhu.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the house style says and a machine can see. */
class TidyTest {
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern SENTENCE = Pattern.compile("\\p{IsHan}[。，；！？]");
    private static final Path START = Path.of("Wanhu.java");

    @Test
    void nothingIsLeftForLater() {
        var files = Sources.texts(".java", ".jte", ".sql", ".js", ".css");
        files.keySet().removeIf(path -> path.endsWith("TidyTest.java"));

        assertThat(lines(files, "(//|\\*|--).*\\b(TODO|FIXME|XXX)\\b")).isEmpty();
    }

    @Test
    void onlyTheStartTalksToTheConsole() {
        var files = mainTexts();
        files.keySet().removeIf(path -> path.endsWith(START));

        assertThat(lines(files, "System\\.(out|err)\\b|printStackTrace\\(")).isEmpty();
    }

    /** But for the clock itself, ids, and the demo, whose year ends on the real today. */
    @Test
    void timeComesFromTheClockAlone() {
        var files = mainTexts();
        files.keySet().removeIf(path -> path.endsWith(Path.of("Time.java")));
        files.keySet().removeIf(path -> path.endsWith(Path.of("base", "Ids.java")));
        files.keySet().removeIf(path -> path.endsWith(Path.of("demo", "DemoStart.java")));

        assertThat(
                        lines(
                                files,
                                "\\b(Instant|Local\\w+|OffsetDateTime|ZonedDateTime|YearMonth|Year)"
                                        + "\\.now\\((?!\\w*[cC]lock)"
                                        + "|Clock\\.system|currentTimeMillis|new Date\\(\\)"))
                .isEmpty();
    }

    /**
     * Whatever lies elsewhere stays there when the program is killed: wanhu.base.TemporaryFiles.
     */
    @Test
    void nothingLiesInTheTemporaryFolderOfTheMachine() {
        assertThat(
                        lines(
                                mainTexts(),
                                "createTemp(File|Directory)\\(\\s*\"|File\\.createTempFile\\(|java\\.io\\.tmpdir"
                                        + "|\\bImageIO\\.createImageInputStream\\("))
                .isEmpty();
    }

    @Test
    void nobodySleeps() {
        assertThat(lines(javaTexts(), "Thread\\.sleep|@Disabled|TimeUnit\\.\\w+\\.sleep"))
                .isEmpty();
    }

    @Test
    void nothingIsCaughtToBeForgotten() {
        assertThat(lines(mainTexts(), "catch \\((Exception|Throwable) ")).isEmpty();
    }

    @Test
    void chineseSentencesBelongInWordsAndNamesAreEnglish() {
        var chinese = new ArrayList<String>();
        for (var file : Sources.mainJava()) {
            if (!file.path().endsWith("package-info.java")) {
                file.tree().accept(new Chinese(file, chinese), null);
            }
        }
        assertThat(chinese).isEmpty();
    }

    @Test
    void pagesCarryNoScriptAndNoStyleOfTheirOwn() {
        assertThat(
                        lines(
                                Sources.texts(".jte"),
                                "<script(?![^>]*\\bsrc=)|<style\\b|\\sstyle=|\\son[a-z]+=\"|javascript:"))
                .isEmpty();
    }

    /** What a script says comes from the words files, with the page. */
    @Test
    void scriptsCarryNoTextsOfTheirOwn() {
        assertThat(
                        lines(
                                Sources.texts(".js"),
                                "[\\p{IsHan}，。；：！？]|(textContent|placeholder)\\s*[:=]\\s*[\"`'](?!\\$)\\w"))
                .isEmpty();
    }

    @Test
    void pagesLoadAndNameNothingFromElsewhere() {
        assertThat(lines(Sources.texts(".jte", ".css", ".js"), "https?://(?!www\\.w3\\.org/)"))
                .isEmpty();
    }

    @Test
    void roomsAreFlatAndNamedForWhatTheyHold() {
        for (var room : Sources.rooms()) {
            assertThat(room).isDirectoryContaining(TidyTest::isPackageInfo);
            assertThat(room).isDirectoryNotContaining(Files::isDirectory);
            assertThat(room.getFileName().toString())
                    .isNotIn("impl", "dto", "util", "common", "helper");
        }
    }

    @Test
    void whatIsPublicIsExplained() {
        var silent = new ArrayList<String>();
        for (var file : Sources.mainJava()) {
            var lines = file.text().lines().toList();
            for (int at = 1; at < lines.size(); at++) {
                if (lines.get(at).matches("public .*\\b(class|record|interface|enum)\\b.*")
                        && lines.subList(0, at).stream()
                                .noneMatch(line -> line.startsWith("/**"))) {
                    silent.add(file.path() + ":" + (at + 1));
                }
            }
        }
        assertThat(silent).isEmpty();
    }

    private static boolean isPackageInfo(Path path) {
        return path.endsWith("package-info.java");
    }

    private static Map<Path, String> javaTexts() {
        var files = Sources.texts(".java");
        files.keySet().removeIf(path -> path.endsWith("TidyTest.java"));
        return files;
    }

    private static Map<Path, String> mainTexts() {
        var files = javaTexts();
        files.keySet().removeIf(path -> !path.startsWith(Sources.MAIN));
        return files;
    }

    private static List<String> found(
            Map<Path, String> files, BiConsumer<String, List<String>> rule) {
        var all = new ArrayList<String>();
        files.forEach((path, text) -> {
            var faults = new ArrayList<String>();
            rule.accept(text, faults);
            faults.forEach(fault -> all.add(path + ": " + fault));
        });
        return all;
    }

    /** Where a line has what the pattern describes. */
    private static List<String> lines(Map<Path, String> files, String pattern) {
        var bad = Pattern.compile(pattern);
        return found(
                files,
                (text, faults) ->
                        text.lines()
                                .filter(bad.asPredicate())
                                .forEach(line -> faults.add(line.strip())));
    }

    /**
     * Finds Chinese sentences in strings, and Chinese names. A single word may stand there: the
     * product reads Chinese columns and titles. Comments may quote the office's words.
     */
    private static final class Chinese extends TreeScanner<Void, Void> {
        private final Sources.Java file;
        private final List<String> found;

        Chinese(Sources.Java file, List<String> found) {
            this.file = file;
            this.found = found;
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            look(literal, String.valueOf(literal.getValue()), SENTENCE);
            return null;
        }

        @Override
        public Void visitIdentifier(IdentifierTree name, Void nothing) {
            look(name, name.getName().toString(), HAN);
            return null;
        }

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            look(variable, variable.getName().toString(), HAN);
            return super.visitVariable(variable, null);
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            look(type, type.getSimpleName().toString(), HAN);
            return super.visitClass(type, null);
        }

        private void look(Tree piece, String text, Pattern bad) {
            if (bad.matcher(text).find()) {
                found.add(file.at(piece) + " " + text.strip());
            }
        }
    }
}
