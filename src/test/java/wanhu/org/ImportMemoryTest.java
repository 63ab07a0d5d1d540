package wanhu.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * All divisions of the country are judged, and have their places, in a heap of 40 MB: what is
 * remembered of a row are numbers. A program of its own runs out of memory, or does not.
 */
class ImportMemoryTest {
    @Test
    void theWholeCountryIsJudgedInLittleMemory() throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var judging =
                new ProcessBuilder(
                                java,
                                "-Xmx40m",
                                "-XX:+UseSerialGC",
                                "-Dstdout.encoding=UTF-8",
                                "-cp",
                                System.getProperty("java.class.path"),
                                JudgedCountry.class.getName())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(judging.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(judging.waitFor()).as(said).isZero();
        assertThat(said).contains("665245 36.04.01.0001.0016.");
    }
}
