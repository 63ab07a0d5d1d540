package wanhu.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import wanhu.base.CannotStart;
import wanhu.base.Settings;
import wanhu.crypto.Suite;
import wanhu.embedded.Reach;

/**
 * {@code ./run --backup FILE}, {@code --restore FILE} and {@code --check-backup FILE}: a copy of
 * everything, the vault's keys included, sealed with a passphrase; taken beside a running instance
 * or without one; brought back into an empty directory. {@code --base-backup FILE} and {@code
 * --recover FILE}: the files of the embedded database, to go back to any moment.
 */
public final class BackupCommand {
    private static final List<String> VERBS =
            List.of("--backup", "--restore", "--check-backup", "--base-backup", "--recover");

    private final String verb;
    private final Sealed sealed;
    private final Path file;
    private final Settings settings;
    private final String vaultKeys;
    private final @Nullable Instant until;

    private BackupCommand(String verb, Asked asked, Settings settings) {
        this.verb = verb;
        this.sealed = asked.sealed();
        this.file = asked.sealed().file();
        this.settings = settings;
        this.vaultKeys = asked.vaultKeys();
        this.until = asked.until();
    }

    /**
     * With what it is done; must not be printed.
     *
     * @param vaultKeys from the environment; empty when they are in their file
     * @param until to which moment; null for all
     */
    private record Asked(Sealed sealed, String vaultKeys, @Nullable Instant until) {
        @Override
        public String toString() {
            return "********";
        }
    }

    /**
     * The command among the options of {@code ./run}; empty when none of them is there.
     *
     * @throws CannotStart when an option lacks its value, is unknown, or there is no passphrase
     */
    public static Optional<BackupCommand> find(
            List<String> options, Map<String, String> environment) {
        if (VERBS.stream().noneMatch(options::contains)) {
            return Optional.empty();
        }
        var parsed = new Parsed(environment);
        var left = new ArrayDeque<>(options);
        while (!left.isEmpty()) {
            parsed.take(left.removeFirst(), left);
        }
        return Optional.of(parsed.command());
    }

    private static final class Parsed {
        private final Map<String, String> environment;
        private String verb = "";
        private @Nullable Path file;
        private Path data = Path.of("data");
        private @Nullable String databaseUrl;
        private @Nullable Path passwordFile;
        private @Nullable Path archive;
        private @Nullable Instant until;

        Parsed(Map<String, String> environment) {
            this.environment = environment;
            this.databaseUrl = environment.get("WANHU_DATABASE_URL");
        }

        void take(String option, ArrayDeque<String> left) {
            var value = left.pollFirst();
            if (value == null || value.startsWith("--")) {
                throw new CannotStart(
                        "The option " + option + " needs a value: ./run --help shows which.");
            }
            switch (option) {
                case "--backup", "--restore", "--check-backup", "--base-backup", "--recover" -> {
                    if (!verb.isEmpty()) {
                        throw new CannotStart(
                                "One of " + verb + " and " + option + " at a time, please.");
                    }
                    verb = option;
                    file = Path.of(value).toAbsolutePath();
                }
                case "--data" -> data = Path.of(value);
                case "--database-url" -> databaseUrl = value;
                case "--archive" -> archive = Path.of(value);
                case "--until" -> until = Moment.read(value);
                case "--password-file" -> passwordFile = Path.of(value);
                default ->
                        throw new CannotStart(
                                "The option "
                                        + option
                                        + " does not go with "
                                        + VERBS
                                        + ": ./run --help lists them.");
            }
        }

        BackupCommand command() {
            var settings =
                    new Settings(
                            data,
                            false,
                            0,
                            databaseUrl,
                            environment.get("WANHU_DATABASE_USER"),
                            environment.get("WANHU_DATABASE_PASSWORD"),
                            archive);
            if (file == null) {
                throw new CannotStart("Name the file of the backup.");
            }
            var sealed = new Sealed(file, Passphrase.of(passwordFile, environment));
            var vaultKeys = environment.getOrDefault("WANHU_VAULT_KEYS", "");
            return new BackupCommand(verb, new Asked(sealed, vaultKeys, until), settings);
        }
    }

    /**
     * Does it and says what was done.
     *
     * @throws CannotStart with what is wrong and what to do
     */
    public void run(PrintStream console) {
        try {
            switch (verb) {
                case "--backup" -> save(console);
                case "--restore" -> restore(console);
                case "--base-backup" -> {
                    new BaseBackup(sealed, settings).save(suite(), console);
                    LastBackup.note(settings.data());
                }
                case "--recover" -> new BaseBackup(sealed, settings).recover(until, console);
                default -> check(console);
            }
        } catch (IOException broken) {
            throw new CannotStart(
                    "The file " + file + " cannot be used: " + reason(broken), broken);
        } catch (SQLException broken) {
            throw new CannotStart("The database says: " + broken.getMessage(), broken);
        }
    }

    private static String reason(IOException broken) {
        return broken.getClass().getSimpleName() + ", " + broken.getMessage();
    }

    private void save(PrintStream console) throws IOException, SQLException {
        var suite = suite();
        try (var reach = Reach.beside(settings)) {
            var manifest = sealed.write(suite, out -> new Saving(reach, suite, keys()).write(out));
            console.printf(
                    "Saved %,d rows of %d tables in %s (%,d bytes).%n",
                    manifest.rows(), manifest.tables().size(), file, Files.size(file));
            console.println("Keep the passphrase apart from it: without it nobody opens it.");
        }
        LastBackup.note(settings.data());
    }

    /** That of the vault's keys: a system of the Chinese suite has its backups sealed by it too. */
    private Suite suite() throws IOException {
        var known = Files.exists(keys()) ? Files.readString(keys()) : vaultKeys;
        return known.contains("suite=" + Suite.GM.setting()) ? Suite.GM : Suite.STANDARD;
    }

    private void restore(PrintStream console) throws IOException, SQLException {
        var keys = keys();
        if (Files.exists(keys)) {
            throw new CannotStart(
                    "A backup is restored into an empty directory, and "
                            + settings.data()
                            + " has keys of its own: give another with --data DIR.");
        }
        try (var in = sealed.read();
                var reach = Reach.alone(settings)) {
            var restored = new Restoring(file.toString()).into(reach, in);
            if (restored.keys() != null) {
                try (var out = OwnFile.make(keys)) {
                    out.write(restored.keys().getBytes(StandardCharsets.UTF_8));
                }
            }
            console.printf(
                    "Restored %,d rows of %d tables into %s. Start it with ./run --data %s%n",
                    restored.manifest().rows(),
                    restored.manifest().tables().size(),
                    settings.data(),
                    settings.data());
            if (restored.keys() == null) {
                console.println(
                        "The keys of the vault came from the environment and are not in it:"
                                + " WANHU_VAULT_KEYS must be set again.");
            }
        }
    }

    private void check(PrintStream console) throws IOException, SQLException {
        try (var in = sealed.read()) {
            var checked = new Restoring(file.toString()).check(in);
            console.printf(
                    "The backup %s is whole: %,d rows of %d tables.%n",
                    file, checked.manifest().rows(), checked.manifest().tables().size());
        }
    }

    private Path keys() {
        return settings.data().resolve("vault.keys");
    }
}
