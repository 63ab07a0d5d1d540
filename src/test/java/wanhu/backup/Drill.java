package wanhu.backup;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A command of the backup, run and timed. */
public final class Drill {
    private static final Map<String, String> SECRET = Map.of(Passphrase.VARIABLE, "三只羊在草原上吃草 2026");

    private Drill() {}

    /** How long it took. */
    public static Duration time(Path data, String verb, Path file) {
        long begun = System.nanoTime();
        BackupCommand.find(List.of(verb, file.toString(), "--data", data.toString()), SECRET)
                .orElseThrow()
                .run(System.out);
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
