package wanhu.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import wanhu.base.Settings;
import wanhu.base.Vital;
import wanhu.base.VitalSource;
import wanhu.base.Zones;

/**
 * When a backup of this data directory was last written: the time of a file that the command leaves
 * in it.
 */
@Component
class LastBackup implements VitalSource {
    private static final String FILE = "last-backup";
    private static final Duration WATCH = Duration.ofDays(2);
    private static final Duration BAD = Duration.ofDays(8);

    private final Settings settings;
    private final Clock clock;

    LastBackup(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Notes that one was written now; where the directory is not there, nobody looks either. */
    static void note(Path data) throws IOException {
        if (Files.isDirectory(data)) {
            Files.writeString(data.resolve(FILE), "");
        }
    }

    @Override
    public List<Vital> vitals() {
        return List.of(last().map(this::since).orElseGet(LastBackup::none));
    }

    private Vital since(Instant at) {
        long age = Math.max(0, Duration.between(at, clock.instant()).toSeconds());
        return Vital.below("backup.vital.age-seconds", age, WATCH.toSeconds(), BAD.toSeconds())
                .saying(Zones.day(at).toString());
    }

    private static Vital none() {
        return new Vital("backup.vital.no-backup", 1, Vital.State.WATCH, List.of());
    }

    private Optional<Instant> last() {
        try {
            return Optional.of(
                    Files.getLastModifiedTime(settings.data().resolve(FILE)).toInstant());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
