package wanhu.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import wanhu.base.CannotStart;
import wanhu.base.Settings;
import wanhu.crypto.Suite;
import wanhu.embedded.Recovery;
import wanhu.embedded.WholeCopy;

/**
 * All files of the embedded database and the keys beside it in one sealed file; with the archive
 * one comes back from it to any moment after it.
 */
final class BaseBackup {
    private static final String CLUSTER = "cluster/";
    private static final String END = "whole";
    private static final List<String> BESIDE =
            List.of("database-passwords.properties", "vault.keys");

    private final Sealed sealed;
    private final Settings settings;

    BaseBackup(Sealed sealed, Settings settings) {
        this.sealed = sealed;
        this.settings = settings;
    }

    void save(Suite suite, PrintStream console) throws IOException, SQLException {
        if (settings.databaseUrl() != null) {
            throw new CannotStart(
                    "Of an external database its own tools take such a copy: pg_basebackup.");
        }
        long files = sealed.write(suite, this::write);
        console.printf(
                "Saved %,d files in %s (%,d bytes). Keep the archive from now on.%n",
                files, sealed.file(), Files.size(sealed.file()));
    }

    private long write(OutputStream out) throws IOException, SQLException {
        try (var zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (String name : BESIDE) {
                var file = settings.data().resolve(name);
                if (Files.exists(file)) {
                    zip.putNextEntry(new ZipEntry(name));
                    Files.copy(file, zip);
                }
            }
            var entries = new Entries(zip);
            WholeCopy.take(settings, entries);
            zip.putNextEntry(new ZipEntry(END));
            zip.closeEntry();
            return entries.files;
        }
    }

    private static final class Entries implements WholeCopy.Taker {
        private final ZipOutputStream zip;
        private long files;

        Entries(ZipOutputStream zip) {
            this.zip = zip;
        }

        @Override
        public void folder(String name) throws IOException {
            zip.putNextEntry(new ZipEntry(CLUSTER + name + "/"));
        }

        @Override
        public void file(String name, InputStream content) throws IOException {
            zip.putNextEntry(new ZipEntry(CLUSTER + name));
            content.transferTo(zip);
            files++;
        }
    }

    void recover(@Nullable Instant until, PrintStream console) throws IOException, SQLException {
        var archive = settings.archive();
        if (archive == null || !Files.isDirectory(archive)) {
            throw new CannotStart("Name the folder of the archive with --archive DIR.");
        }
        try (var in = sealed.read();
                var recovery = Recovery.into(settings)) {
            extract(in, recovery);
            console.printf(
                    "The last act that came back: %s. Start it with ./run --data %s%n",
                    recovery.play(archive, until), settings.data());
            console.println("Its archive begins anew: another folder, and a base backup at once.");
        }
    }

    private void extract(InputStream in, Recovery recovery) throws IOException {
        boolean whole = false;
        try (var zip = new ZipInputStream(in, StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                whole = entry.getName().equals(END);
                extract(entry, zip, recovery);
            }
            in.transferTo(OutputStream.nullOutputStream());
        }
        if (!whole) {
            throw new CannotStart(
                    "The copy " + sealed.file() + " is not complete, or no base backup.");
        }
    }

    private void extract(ZipEntry entry, InputStream content, Recovery recovery)
            throws IOException {
        var name = entry.getName();
        if (name.startsWith(CLUSTER) && entry.isDirectory()) {
            recovery.folder(name.substring(CLUSTER.length()));
        } else if (name.startsWith(CLUSTER)) {
            recovery.file(name.substring(CLUSTER.length()), content);
        } else {
            var beside = beside(name);
            if (beside.isPresent()) {
                try (var out = OwnFile.make(beside.get())) {
                    content.transferTo(out);
                }
            }
        }
    }

    private Optional<Path> beside(String name) {
        return BESIDE.contains(name)
                ? Optional.of(settings.data().resolve(name))
                : Optional.empty();
    }
}
