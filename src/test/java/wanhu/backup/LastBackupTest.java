package wanhu.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.base.Settings;
import wanhu.base.Vital;

/** What the operator is told of the last backup. */
class LastBackupTest {
    @TempDir private Path data;

    private Vital after(Duration wait) {
        var settings = new Settings(data, false, 0, null, null, null, null);
        return new LastBackup(settings, Clock.offset(Clock.systemUTC(), wait)).vitals().getFirst();
    }

    @Test
    void whereNoneWasTakenSomebodyShouldLook() {
        assertThat(after(Duration.ZERO).name()).isEqualTo("backup.vital.no-backup");
        assertThat(after(Duration.ZERO).state()).isEqualTo(Vital.State.WATCH);
    }

    @Test
    void oneOfTodayIsGoodOneOfLastWeekIsNot() throws IOException {
        LastBackup.note(data);

        assertThat(after(Duration.ZERO).state()).isEqualTo(Vital.State.GOOD);
        assertThat(after(Duration.ofDays(2)).state()).isEqualTo(Vital.State.WATCH);
        assertThat(after(Duration.ofDays(8)).state()).isEqualTo(Vital.State.BAD);
    }

    @Test
    void withoutADirectoryNothingIsNoted() throws IOException {
        LastBackup.note(data.resolve("elsewhere"));

        assertThat(data.resolve("elsewhere")).doesNotExist();
    }
}
