package wanhu.intake;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.Refused;

class FileReaderTest {
    private static final long ENDLESS_BYTES = 3L << 30;

    @TempDir private Path folder;

    @Test
    void refusesALineWithoutEndBeforeItFillsTheMemory() throws Exception {
        var file = folder.resolve("endless.jsonl");
        try (var endless = new RandomAccessFile(file.toFile(), "rw")) {
            endless.writeBytes("{");
            endless.setLength(ENDLESS_BYTES);
        }

        assertThatThrownBy(() -> new FileReader(new JsonMapper()).read(file, _ -> {}))
                .isInstanceOf(Refused.class);
    }
}
