package wanhu.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What strangers write is read or refused, and nothing else happens. For longer: {@code ./check
 * --fuzz SECONDS}.
 */
class FuzzTest {
    private static final int SECONDS = Integer.getInteger("fuzz.seconds", 6);
    private static final int NEIGHBOURS = 150;

    @TempDir private Path folder;

    static List<Target> targets() {
        return Parsers.ALL;
    }

    @ParameterizedTest
    @MethodSource("targets")
    void seedsAndTheirNeighboursAreReadOrRefused(Target target) {
        var random = new Random(20260803);
        for (byte[] seed : Seeds.of(target)) {
            assertThatCode(() -> target.run(seed)).doesNotThrowAnyException();
            for (int each = 0; each < NEIGHBOURS; each++) {
                var changed = Seeds.neighbour(seed, random);
                assertThatCode(() -> target.run(changed))
                        .as(new String(changed, StandardCharsets.ISO_8859_1))
                        .doesNotThrowAnyException();
            }
        }
    }

    /** Jazzer in a process of its own, led by the branches that it has seen. */
    @Test
    void aFuzzerThatIsLedByCoverageFindsNothing() throws Exception {
        var corpus = folder.resolve("corpus");
        Seeds.write(corpus);
        var fuzzer = new ProcessBuilder(command(corpus)).redirectErrorStream(true).start();
        var said = fuzzer.inputReader(StandardCharsets.UTF_8).lines().toList();

        assertThat(fuzzer.waitFor()).as(String.join("\n", said)).isZero();
        assertThat(said).anyMatch(line -> line.contains("cov: ")).anyMatch(FuzzTest::done);
        said.stream().filter(FuzzTest::done).forEach(System.out::println);
    }

    private static boolean done(String line) {
        return line.contains("DONE ");
    }

    private List<String> command(Path corpus) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-Xmx700m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+EnableDynamicAgentLoading"));
        command.addAll(List.of("--sun-misc-unsafe-memory-access=allow"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("com.code_intelligence.jazzer.Jazzer"));
        command.addAll(List.of("--target_class=" + Parsers.class.getName()));
        command.addAll(List.of("--instrumentation_includes=wanhu.**:org.dhatim.**"));
        command.addAll(List.of("--reproducer_path=" + folder));
        command.addAll(List.of("-artifact_prefix=target/fuzz-", "-seed=20260803"));
        command.addAll(List.of("-max_total_time=" + SECONDS, "-timeout=20", "-max_len=6000"));
        command.add(corpus.toString());
        return command;
    }
}
