package wanhu.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * The product as {@code ./run} installs it: its classes in one archive, and a cache that a first
 * short life has left, by which each later start costs half (JEP 514).
 */
final class Installed {
    private static final Path FOLDER = Path.of("target", "installed").toAbsolutePath();
    private static final Path CLASSES = Path.of("target", "classes").toAbsolutePath();

    private Installed() {}

    /** Made once a run of the tests, by the first that asks. */
    private static final class Made {
        static final List<String> OPTIONS = make();
    }

    /** What stands between {@code java} and the options of the product. */
    static List<String> command() {
        return Made.OPTIONS;
    }

    /** The same for the classes of another release in a folder, without the cache. */
    static List<String> command(String classes) {
        return command(List.of(), classes);
    }

    private static List<String> make() {
        try {
            FileSystemUtils.deleteRecursively(FOLDER);
            Files.createDirectories(FOLDER);
            var archive = FOLDER.resolve("wanhu.jar").toString();
            pack(archive);
            var cache = FOLDER.resolve("wanhu.aot");
            train(command(List.of("-XX:AOTCacheOutput=" + cache), archive));
            return command(List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=error"), archive);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException broken) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(broken);
        }
    }

    private static void pack(String archive) {
        var said = new StringWriter();
        var out = new PrintWriter(said);
        var jar = ToolProvider.findFirst("jar").orElseThrow();
        int result = jar.run(out, out, "-c", "-0", "-f", archive, "-C", CLASSES.toString(), ".");
        if (result != 0) {
            throw new IllegalStateException("Expected an archive but jar said " + said);
        }
    }

    private static void train(List<String> command) throws IOException, InterruptedException {
        var data = FOLDER.resolve("trial");
        var all = new ArrayList<>(command);
        all.addAll(List.of("--port", "0", "--data", data.toString()));
        var process = new ProcessBuilder(all).redirectErrorStream(true).start();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            lines.lines()
                    .filter(line -> line.startsWith("Stop it with"))
                    .forEach(_ -> process.toHandle().destroy());
        }
        process.waitFor();
        FileSystemUtils.deleteRecursively(data);
    }

    private static List<String> command(List<String> cache, String classes) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-Xmx384m", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(cache);
        command.addAll(List.of("-cp", classes + ":" + libraries(), "wanhu.Wanhu"));
        return command;
    }

    private static String libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(":", -1))
                .filter(Predicate.not(each -> each.endsWith("classes")))
                .collect(Collectors.joining(":"));
    }
}
