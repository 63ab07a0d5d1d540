package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody was sending when the program was killed. */
class LeftoversTest {
    private static final String TOLD = "张阿姨家的电话是她自己留的。";
    private static final int TIMES = 40_000;
    private static final int CLAIMED_BYTES = 8 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    @TempDir private Path folder;

    @Test
    void nothingOfAnUploadStaysOnTheDiskAndMeanwhileOnlyItsOwnerReadsIt() throws Exception {
        var machine = Files.createDirectory(folder.resolve("machine"));
        var data = folder.resolve("data");
        try (var product = new Product(data)) {
            product.virtualMachine("-Djava.io.tmpdir=" + machine);
            product.start();
            try (var socket = halfAnUpload(product.address())) {
                assertThat(socket.isConnected()).isTrue();
                var kept = awaitLeftovers();
                assertThat(kept).allMatch(file -> file.startsWith(data));
                assertThat(kept).allMatch(this::isShutToOthers);
                product.kill();
            }
            assertThat(leftovers()).isNotEmpty();

            product.start();

            assertThat(leftovers()).isEmpty();
            product.stop();
            assertThat(machine).isEmptyDirectory();
        }
    }

    /** A file of which the last part never comes. */
    private static Socket halfAnUpload(String address) throws IOException {
        var uri = URI.create(address);
        var socket = new Socket(uri.getHost(), uri.getPort());
        var head =
                """
                POST /sign-in HTTP/1.1
                Host: localhost
                Content-Type: multipart/form-data; boundary=b
                Content-Length: %d

                --b
                Content-Disposition: form-data; name="file"; filename="f.csv"
                Content-Type: text/csv

                """
                        .formatted(CLAIMED_BYTES)
                        .replace("\n", "\r\n");
        socket.getOutputStream()
                .write((head + TOLD.repeat(TIMES)).getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
        return socket;
    }

    private List<Path> awaitLeftovers() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (leftovers().isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return leftovers();
    }

    /** Beside the database, whose files come and go. */
    private List<Path> leftovers() throws IOException {
        var found = new ArrayList<Path>();
        for (var place : List.of(folder.resolve("machine"), folder.resolve("data"))) {
            Files.walkFileTree(
                    place,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path each, BasicFileAttributes about) {
                            return each.endsWith("postgres")
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(Path each, BasicFileAttributes about)
                                throws IOException {
                            if (tells(each)) {
                                found.add(each);
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        }
        return found;
    }

    private static boolean tells(Path file) throws IOException {
        var told = new String(TOLD.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return Files.readString(file, StandardCharsets.ISO_8859_1).contains(told);
    }

    /** Itself, or a folder above it. */
    private boolean isShutToOthers(Path file) {
        for (var each = file; !each.equals(folder); each = each.getParent()) {
            try {
                var rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(each));
                if (rights.endsWith("------")) {
                    return true;
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return false;
    }
}
