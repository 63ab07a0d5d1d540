package wanhu.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Somebody outside who does with ordinary tools what the document says. */
final class Outsider {
    private Outsider() {}

    /** The program of that language in the document. */
    static String block(String language) throws IOException {
        var text = Files.readString(Path.of("docs", "audit.md"));
        var begin = text.indexOf("```" + language + "\n") + language.length() + 4;
        return text.substring(begin, text.indexOf("\n```", begin));
    }

    /** What the command says; the test counts as skipped, aloud, when a tool is absent. */
    static String run(Path folder, String... command) throws IOException, InterruptedException {
        for (var tool : List.of("python3", "openssl")) {
            Assumptions.assumeTrue(
                    Files.isExecutable(Path.of("/usr/bin", tool))
                            || Files.isExecutable(Path.of("/usr/local/bin", tool)),
                    () -> tool + " is absent");
        }
        var process =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
