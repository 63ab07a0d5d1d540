package wanhu.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where uploads lie while they are read. */
class TemporaryFilesTest {
    @TempDir private Path data;

    @Test
    void isShutToOthersAndGoneWithItsProgram() throws Exception {
        var files = begin("");
        Files.writeString(files.folder("web").resolve("upload"), "told");
        var one = Files.writeString(files.file(), "told");

        assertThat(one).hasContent("told").startsWith(data.resolve("temporary"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.folder())))
                .isEqualTo("rwx------");

        files.destroy();
        assertThat(data.resolve("temporary")).isDirectoryNotContaining("glob:**/wanhu-*");
    }

    @Test
    void theNextStartDeletesWhatADeadProgramLeftAndNothingOfOneThatLives() throws Exception {
        var alive = begin("");
        var kept = alive.file();
        var dead = Files.createDirectories(data.resolve("temporary/wanhu-dead/web"));
        Files.writeString(dead.resolve("upload"), "told");
        Files.createFile(data.resolve("temporary/wanhu-dead.lock"));
        var foreign = Files.createFile(data.resolve("temporary/mine.txt"));

        var next = begin("");

        assertThat(dead.getParent()).doesNotExist();
        assertThat(data.resolve("temporary/wanhu-dead.lock")).doesNotExist();
        assertThat(kept).exists();
        assertThat(foreign).exists();
        next.destroy();
        alive.destroy();
    }

    @Test
    void liesElsewhereWhenItIsToldSo() throws Exception {
        var files = begin(data.resolve("memory").toString());

        assertThat(files.file()).startsWith(data.resolve("memory"));
        assertThat(data.resolve("temporary")).doesNotExist();
        files.destroy();
    }

    @Test
    void aPlaceThatCannotBeWrittenStopsTheStartInASentence() throws Exception {
        var file = Files.createFile(data.resolve("file"));

        assertThatThrownBy(() -> begin(file.toString()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("must be a folder that this user may write");
    }

    private TemporaryFiles begin(String elsewhere) {
        return new TemporaryFiles(new Settings(data, false, 0, null, null, null, null), elsewhere);
    }
}
