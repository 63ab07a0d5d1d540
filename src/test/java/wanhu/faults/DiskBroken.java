package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of the data directory answers writing with an error for a while (EIO): a library before
 * the system's own says so to everybody who writes or syncs there. Needs a compiler of C. Run by
 * {@code ./check --faults}.
 */
class DiskBroken {
    private static final String LIBRARY =
            """
            #define _GNU_SOURCE
            #include <dlfcn.h>
            #include <errno.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            #include <sys/uio.h>
            #include <unistd.h>
            static int broken(int fd) {
                const char *place = getenv("BROKEN_PLACE"), *sign = getenv("BROKEN_SIGN");
                char link[64], path[4096];
                if (!place || !sign || access(sign, F_OK) != 0) return 0;
                snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
                ssize_t length = readlink(link, path, sizeof path - 1);
                if (length < 0) return 0;
                path[length] = 0;
                if (strncmp(path, place, strlen(place)) != 0) return 0;
                errno = EIO;
                return 1;
            }
            #define REAL(type, name, ...) type (*real)(__VA_ARGS__) = (type (*)(__VA_ARGS__)) dlsym(RTLD_NEXT, name)
            ssize_t pwrite(int fd, const void *b, size_t n, off_t at)
            { REAL(ssize_t, "pwrite", int, const void *, size_t, off_t); return broken(fd) ? -1 : real(fd, b, n, at); }
            ssize_t pwrite64(int fd, const void *b, size_t n, off_t at)
            { REAL(ssize_t, "pwrite64", int, const void *, size_t, off_t); return broken(fd) ? -1 : real(fd, b, n, at); }
            ssize_t pwritev(int fd, const struct iovec *v, int n, off_t at)
            { REAL(ssize_t, "pwritev", int, const struct iovec *, int, off_t); return broken(fd) ? -1 : real(fd, v, n, at); }
            ssize_t pwritev64(int fd, const struct iovec *v, int n, off_t at)
            { REAL(ssize_t, "pwritev64", int, const struct iovec *, int, off_t); return broken(fd) ? -1 : real(fd, v, n, at); }
            int fsync(int fd)
            { REAL(int, "fsync", int); return broken(fd) ? -1 : real(fd); }
            int fdatasync(int fd)
            { REAL(int, "fdatasync", int); return broken(fd) ? -1 : real(fd); }
            """;

    private static final int COMMANDS = 30;
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    @TempDir private Path folder;

    private final Ledger ledger = new Ledger();

    @Test
    void nothingIsAcknowledgedThatIsNotKeptAndItRecoversByItself() throws Exception {
        var sign = folder.resolve("broken");
        var data = folder.resolve("data");
        try (var product = new Product(data, "--wanhu.tick=PT1S");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            product.environment(
                    Map.of(
                            "LD_PRELOAD",
                            library().toString(),
                            "BROKEN_PLACE",
                            data.resolve("postgres").resolve("cluster").toString(),
                            "BROKEN_SIGN",
                            sign.toString()));
            var town = Town.found(product, 1);
            product.start();
            var sender = new Sender(product, town, 0, ledger);
            sender.send();
            Files.createFile(sign);
            Callable<Void> life =
                    () -> {
                        while (ledger.settled() < COMMANDS) {
                            sender.send();
                        }
                        return null;
                    };
            var work = threads.submit(life);
            while (ledger.unknown() == 0 && !work.isDone()) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            assertThat(ledger.unknown()).isPositive();
            Files.delete(sign);
            assertThatCode(work::get).as(product.said()).doesNotThrowAnyException();
            assertThat(product.bugs()).isEmpty();
            product.stop();
        }
        try (var context = Town.open(data, 0)) {
            new Examination(ledger, context).all();
        }
    }

    private Path library() throws Exception {
        var source = folder.resolve("broken.c");
        var library = folder.resolve("broken.so");
        Files.writeString(source, LIBRARY);
        assumeThat(Path.of("/usr/bin/cc")).exists();
        var compiler =
                new ProcessBuilder(
                        "/usr/bin/cc",
                        "-shared",
                        "-fPIC",
                        "-o",
                        library.toString(),
                        source.toString());
        assertThat(compiler.inheritIO().start().waitFor()).isZero();
        return library;
    }
}
