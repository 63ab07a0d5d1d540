package wanhu.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import wanhu.base.CannotStart;

/** A new file that only its owner reads, on the disk when it is closed. */
final class OwnFile {
    private static final String MODE = "rw-------";

    private OwnFile() {}

    static OutputStream make(Path path) throws IOException {
        Files.deleteIfExists(path);
        try {
            if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        path,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString(MODE)));
            } else {
                Files.createFile(path);
            }
        } catch (FileAlreadyExistsException other) {
            throw new CannotStart("Another backup into " + path + " is under way.", other);
        }
        return Files.newOutputStream(path, StandardOpenOption.SYNC);
    }
}
