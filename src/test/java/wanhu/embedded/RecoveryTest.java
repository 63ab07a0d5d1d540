package wanhu.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.base.Settings;

/** What a recovery that did not come to its end leaves behind. */
class RecoveryTest {
    @TempDir private Path data;

    @Test
    void nothingStaysOfOneThatWasKilledOrGaveUp() throws Exception {
        var settings = new Settings(data, false, 0, null, null, null, null);
        var killed = Files.createDirectories(data.resolve("postgres/recovering-1/base"));
        Files.writeString(killed.resolve("16384"), "told");

        try (var recovery = Recovery.into(settings)) {
            assertThat(killed.getParent()).doesNotExist();
            recovery.folder("base");
            recovery.file("base/16384", new ByteArrayInputStream(new byte[] {1}));
        }

        assertThat(data.resolve("postgres")).isEmptyDirectory();
    }
}
