package wanhu.embedded;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;

/** Migrations of a trial, run as those of a release are. */
public final class TestMigrations {
    private TestMigrations() {}

    /** Runs the scripts of a folder on a database, with a history of their own. */
    public static void run(String url, Path folder) {
        var database = Flyway.configure().dataSource(url, null, null).defaultSchema("public");
        var trial = Migrations.of("trial", database).locations("filesystem:" + folder);
        Migrations.patiently(trial.load());
    }
}
