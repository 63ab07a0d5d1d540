package wanhu.quality;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** The files of the product as the compiler reads them, each read once for all quality tests. */
final class Sources {
    static final Path MAIN = Path.of("src", "main", "java", "wanhu");
    private static final Path SRC = Path.of("src");
    private static final Sources READ = new Sources();

    private final Map<Path, String> texts;
    private final List<Java> java;

    /** A Java file: its syntax tree and where in the file a piece of it stands. */
    record Java(Path path, String text, CompilationUnitTree tree, SourcePositions positions) {
        int line(Tree piece) {
            return lineOf(positions.getStartPosition(tree, piece));
        }

        int lastLine(Tree piece) {
            return lineOf(positions.getEndPosition(tree, piece));
        }

        private int lineOf(long position) {
            return (int) tree.getLineMap().getLineNumber(position);
        }

        String at(Tree piece) {
            return path + ":" + line(piece);
        }

        boolean main() {
            return path.startsWith(MAIN);
        }
    }

    private Sources() {
        try (var files = Files.walk(SRC)) {
            texts =
                    files.filter(Files::isRegularFile)
                            .filter(Sources::isText)
                            .collect(Collectors.toMap(path -> path, Sources::read));
            java = parse(texts.keySet().stream().filter(named(".java")).sorted().toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** All Java files, those of the tests too. */
    static List<Java> java() {
        return READ.java;
    }

    /** The Java files of the product. */
    static List<Java> mainJava() {
        return READ.java.stream().filter(Java::main).toList();
    }

    /** Every text file below {@code src} whose name ends so, with its text. */
    static Map<Path, String> texts(String... endings) {
        return READ.texts.entrySet().stream()
                .filter(file -> Stream.of(endings).anyMatch(end -> named(end).test(file.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The folders of the rooms. */
    static List<Path> rooms() {
        try (var folders = Files.list(MAIN)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Predicate<Path> named(String ending) {
        return path -> path.toString().endsWith(ending);
    }

    private static boolean isText(Path path) {
        return Stream.of(".java", ".jte", ".sql", ".properties", ".css", ".js", ".yaml")
                .anyMatch(ending -> path.toString().endsWith(ending));
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<Java> parse(List<Path> paths) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    files.getJavaFileObjectsFromPaths(paths));
            var positions = Trees.instance(task).getSourcePositions();
            var parsed = new ArrayList<Java>();
            for (var tree : task.parse()) {
                var path = Path.of(tree.getSourceFile().getName());
                parsed.add(new Java(path, texts.get(path), tree, positions));
            }
            return List.copyOf(parsed);
        }
    }
}
