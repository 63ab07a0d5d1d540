package wanhu.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A file fits a sitting, a method a screen, a call a breath. */
class SizesTest {
    private static final int FILE_LINES_MAX = 300;

    /** Style and behaviour of all pages are one request each, so that a slow phone asks once. */
    private static final int ASSET_LINES_MAX = 1_000;

    private static final int METHOD_LINES_MAX = 40;
    private static final int PARAMETERS_MAX = 4;

    @Test
    void aFileFitsASitting() {
        assertThat(longerThan(FILE_LINES_MAX, Sources.texts(".java", ".jte", ".sql"))).isEmpty();
    }

    @Test
    void whatAllPagesShareFitsAMorning() {
        assertThat(longerThan(ASSET_LINES_MAX, Sources.texts(".css", ".js"))).isEmpty();
    }

    private static List<String> longerThan(int lines, Map<Path, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getValue().lines().count() > lines)
                .map(file -> file.getKey() + ": " + file.getValue().lines().count() + " lines")
                .sorted()
                .toList();
    }

    @Test
    void aMethodFitsAScreen() {
        assertThat(
                        methods((file, method) ->
                                file.lastLine(method) - file.line(method) + 1 > METHOD_LINES_MAX))
                .isEmpty();
    }

    @Test
    void aMethodTakesFourThingsAtMost() {
        assertThat(
                        methods((_, method) ->
                                method.getReturnType() != null
                                        && method.getParameters().size() > PARAMETERS_MAX))
                .isEmpty();
    }

    private interface MethodRule {
        boolean breaks(Sources.Java file, MethodTree method);
    }

    private static List<String> methods(MethodRule rule) {
        var found = new ArrayList<String>();
        for (var file : Sources.mainJava()) {
            file.tree()
                    .accept(
                            new TreeScanner<Void, Void>() {
                                @Override
                                public Void visitMethod(MethodTree method, Void nothing) {
                                    if (rule.breaks(file, method)) {
                                        found.add(file.at(method) + " " + method.getName());
                                    }
                                    return super.visitMethod(method, null);
                                }
                            },
                            null);
        }
        return found;
    }
}
