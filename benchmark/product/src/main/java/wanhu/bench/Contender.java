package wanhu.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A side as a process of its own, with a class path and a database of its own.
 *
 * @param name as the tables say it
 * @param database its database
 */
record Contender(String name, String database, Process process, BufferedReader answers, PrintStream commands)
        implements AutoCloseable {
    private static final int END_SECONDS_MAX = 60;

    /** The same memory for each that is measured beside others. */
    private static final int HEAP_MB = 512;

    /** As much as an import of the country may take (design, section 13), and the product is in it. */
    static final int COUNTRY_HEAP_MB = 128;

    /**
     * What is run.
     *
     * @param name as the tables say it
     * @param module folder of its class path below {@code benchmark}
     * @param main its class
     * @param heap most megabytes of its heap
     */
    record Kind(String name, String database, String module, String main, int heap) {
        private List<String> memory() {
            return List.of(
                    "-XX:+UseSerialGC",
                    "-Xms" + heap / 2 + "m",
                    "-Xmx" + heap + "m",
                    "-XX:ReservedCodeCacheSize=96m");
        }
    }

    static final Kind FLOOR = new Kind("floor", "bench_floor", "kit", "wanhu.bench.Floor", HEAP_MB);
    static final Kind WANHU = new Kind("Wanhu", "bench_wanhu", "product", "wanhu.bench.WanhuSide", HEAP_MB);
    static final Kind FLOWABLE =
            new Kind("Flowable 8.0.0", "bench_flowable", "flowable", "wanhu.bench.FlowableSide", HEAP_MB);
    static final Kind CAMUNDA =
            new Kind("Camunda 7.24.0", "bench_camunda", "camunda", "wanhu.bench.CamundaSide", HEAP_MB);

    /** The product with an empty tree, for a country. */
    static final Kind COUNTRY =
            new Kind("Wanhu", "bench_country", "product", "wanhu.bench.CountrySide", COUNTRY_HEAP_MB);

    /** Browsers of residents and clerks, who use the product that another process runs. */
    static final Kind BROWSERS =
            new Kind("Wanhu over HTTP", "bench_wanhu", "product", "wanhu.bench.Browsers", HEAP_MB);

    /** Starts it on an empty database; it is ready when the first answer has come. */
    static Contender start(Kind kind, Field field) {
        field.server().makeAnew(kind.database());
        return join(kind, field);
    }

    /** Starts one that uses what another has made. */
    static Contender join(Kind kind, Field field) {
        try {
            var log = field.folder().resolve(kind.main() + ".log");
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(kind.memory());
            var more = System.getenv("BENCH_JAVA_OPTIONS");
            if (more != null) {
                command.addAll(List.of(more.split(" ")));
            }
            command.addAll(
                    List.of(
                            "--sun-misc-unsafe-memory-access=allow",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Dbench.port=" + field.port(),
                            "-Dbench.desks=" + field.folder().resolve("desks"),
                            "-Dbench.data=" + field.folder().resolve("data-" + kind.database()),
                            "-cp",
                            field.classPath(kind.module()),
                            kind.main()));
            var process =
                    new ProcessBuilder(command).redirectError(log.toFile()).start();
            var contender =
                    new Contender(
                            kind.name(),
                            kind.database(),
                            process,
                            new BufferedReader(
                                    new InputStreamReader(
                                            process.getInputStream(), StandardCharsets.UTF_8)),
                            new PrintStream(
                                    process.getOutputStream(), true, StandardCharsets.UTF_8));
            contender.commands.println(
                    field.server().url(kind.database())
                            + " "
                            + field.server().user()
                            + " "
                            + field.server().password());
            return contender;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Waits until it is ready. */
    Map<String, Double> ready() {
        return answer("start");
    }

    /** Sends a command and waits for its figures. */
    Map<String, Double> ask(String command) {
        commands.println(command);
        return answer(command);
    }

    private Map<String, Double> answer(String command) {
        try {
            for (var line = answers.readLine(); line != null; line = answers.readLine()) {
                if (line.startsWith("=")) {
                    return figures(command, line.substring(1));
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        throw new IllegalStateException(
                name + " ended while it was asked for \"" + command + "\"; see its log in benchmark/target/bench.");
    }

    private Map<String, Double> figures(String command, String line) {
        var figures = new LinkedHashMap<String, Double>();
        for (var part : line.split(" ")) {
            var pair = part.split("=", 2);
            if (pair[0].equals("broken") || pair[0].equals("wrong")) {
                throw new IllegalStateException(name + ", " + command + ": " + line);
            }
            figures.put(pair[0], Double.parseDouble(pair[1]));
        }
        return figures;
    }

    @Override
    public void close() {
        commands.close();
        try {
            if (!process.waitFor(END_SECONDS_MAX, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
