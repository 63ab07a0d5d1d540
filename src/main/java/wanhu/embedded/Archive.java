package wanhu.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import wanhu.base.CannotStart;
import wanhu.base.Settings;

/**
 * The folder into which PostgreSQL copies each finished piece of its log (16 MiB), with a module of
 * its own that writes under another name, syncs and renames. With a copy of all files and these
 * pieces one comes back to any moment in between.
 */
final class Archive {
    /** After so long a piece with changes is finished and copied even when it is not full. */
    static final int LOSS_SECONDS_MAX = 300;

    private Archive() {}

    /**
     * The server's settings for it; none when no archive is wanted.
     *
     * @throws CannotStart when the folder cannot be written
     */
    static List<String> of(Settings settings) {
        var folder = settings.archive();
        if (folder == null || settings.databaseUrl() != null) {
            return List.of();
        }
        make(folder);
        return List.of(
                "archive_mode=on",
                "archive_library=basic_archive",
                "basic_archive.archive_directory=" + folder,
                "archive_timeout=" + LOSS_SECONDS_MAX);
    }

    private static void make(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
        } catch (IOException broken) {
            throw new CannotStart("The archive " + folder + " cannot be made.", broken);
        }
        if (!Files.isWritable(folder)) {
            throw new CannotStart("The archive " + folder + " may not be written by this user.");
        }
    }
}
