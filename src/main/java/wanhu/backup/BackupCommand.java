package wanhu.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
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
 * or without one; brought back into an empty directory.
 */
public final class BackupCommand {
    private static final List<String> VERBS = List.of("--backup", "--restore", "--check-backup");
    private static final String OWNER_ONLY = "rw-------";

    private final String verb;
    private final Path file;
    private final Settings settings;
    private final Passphrase passphrase;
    private final String vaultKeys;

    private BackupCommand(String verb, Path file, Settings settings, Secrets secrets) {
        this.verb = verb;
        this.file = file;
        this.settings = settings;
        this.passphrase = secrets.passphrase();
        this.vaultKeys = secrets.vaultKeys();
    }

    /**
     * What must not be printed.
     *
     * @param vaultKeys from the environment; empty when they are in their file
     */
    private record Secrets(Passphrase passphrase, String vaultKeys) {
        @Override
        public String toString() {
            return "********";
        }
    }

    /**
     * The command among the options of {@code ./run}; empty when none of the three is there.
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
                case "--backup", "--restore", "--check-backup" -> {
                    if (!verb.isEmpty()) {
                        throw new CannotStart(
                                "One of " + verb + " and " + option + " at a time, please.");
                    }
                    verb = option;
                    file = Path.of(value).toAbsolutePath();
                }
                case "--data" -> data = Path.of(value);
                case "--database-url" -> databaseUrl = value;
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
                            environment.get("WANHU_DATABASE_PASSWORD"));
            if (file == null) {
                throw new CannotStart("Name the file of the backup.");
            }
            return new BackupCommand(
                    verb,
                    file,
                    settings,
                    new Secrets(
                            Passphrase.of(passwordFile, environment),
                            environment.getOrDefault("WANHU_VAULT_KEYS", "")));
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
        if (Files.exists(file)) {
            throw new CannotStart(
                    "There is a file " + file + " already: a backup never replaces another.");
        }
        var fresh = file.resolveSibling(file.getFileName() + ".part");
        try (var reach = Reach.beside(settings)) {
            Manifest manifest;
            try (var out = new BufferedOutputStream(newFile(fresh))) {
                manifest = save(reach, suite(), out);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
            console.printf(
                    "Saved %,d rows of %d tables in %s (%,d bytes).%n",
                    manifest.rows(), manifest.tables().size(), file, Files.size(file));
            console.println("Keep the passphrase apart from it: without it nobody opens it.");
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Manifest save(Reach reach, Suite suite, OutputStream out)
            throws IOException, SQLException {
        return new Saving(reach, suite, keys())
                .write(new SealedOutput(out, suite, passphrase::key));
    }

    /** That of the vault's keys: a system of the Chinese suite has its backups sealed by it too. */
    private Suite suite() throws IOException {
        var known = Files.exists(keys()) ? Files.readString(keys()) : vaultKeys;
        return known.contains("suite=" + Suite.GM.setting()) ? Suite.GM : Suite.STANDARD;
    }

    private static OutputStream newFile(Path path) throws IOException {
        Files.deleteIfExists(path);
        try {
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        path,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString(OWNER_ONLY)));
            } else {
                Files.createFile(path);
            }
        } catch (FileAlreadyExistsException other) {
            throw new CannotStart("Another backup into " + path + " is under way.", other);
        }
        return Files.newOutputStream(path, StandardOpenOption.SYNC);
    }

    private void restore(PrintStream console) throws IOException, SQLException {
        var keys = keys();
        if (Files.exists(keys)) {
            throw new CannotStart(
                    "A backup is restored into an empty directory, and "
                            + settings.data()
                            + " has keys of its own: give another with --data DIR.");
        }
        try (var in = opened();
                var reach = Reach.alone(settings)) {
            var restored = new Restoring(file.toString()).into(reach, in);
            if (restored.keys() != null) {
                try (var out = newFile(keys)) {
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
        try (var in = opened()) {
            var checked = new Restoring(file.toString()).check(in);
            console.printf(
                    "The backup %s is whole: %,d rows of %d tables.%n",
                    file, checked.manifest().rows(), checked.manifest().tables().size());
        }
    }

    private SealedInput opened() throws IOException {
        return new SealedInput(
                file.toString(),
                new BufferedInputStream(Files.newInputStream(file)),
                passphrase::key);
    }

    private Path keys() {
        return settings.data().resolve("vault.keys");
    }
}
