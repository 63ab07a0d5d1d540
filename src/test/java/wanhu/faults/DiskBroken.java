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
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.Visitor;

/**
 * The disk of the data directory answers writing, or reading, with an error for a while (EIO): a
 * library before the system's own says so to everybody who writes, syncs or reads there. Needs a
 * compiler of C. Run by {@code ./check --faults}.
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
            static int broken(int fd, const char *signs) {
                const char *place = getenv("BROKEN_PLACE"), *sign = getenv(signs);
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
            #define AT(name, sign, data, size) \\
            ssize_t name(int fd, data b, size n, off_t at) \\
            { REAL(ssize_t, #name, int, data, size, off_t); return broken(fd, sign) ? -1 : real(fd, b, n, at); }
            AT(pwrite, "BROKEN_WRITE", const void *, size_t)
            AT(pwrite64, "BROKEN_WRITE", const void *, size_t)
            AT(pwritev, "BROKEN_WRITE", const struct iovec *, int)
            AT(pwritev64, "BROKEN_WRITE", const struct iovec *, int)
            AT(pread, "BROKEN_READ", void *, size_t)
            AT(pread64, "BROKEN_READ", void *, size_t)
            AT(preadv, "BROKEN_READ", const struct iovec *, int)
            AT(preadv64, "BROKEN_READ", const struct iovec *, int)
            ssize_t read(int fd, void *b, size_t n)
            { REAL(ssize_t, "read", int, void *, size_t); return broken(fd, "BROKEN_READ") ? -1 : real(fd, b, n); }
            int fsync(int fd)
            { REAL(int, "fsync", int); return broken(fd, "BROKEN_WRITE") ? -1 : real(fd); }
            int fdatasync(int fd)
            { REAL(int, "fdatasync", int); return broken(fd, "BROKEN_WRITE") ? -1 : real(fd); }
            """;

    private static final int COMMANDS = Integer.getInteger("faults.disk", 30);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long PAUSE_NANOS = Duration.ofMillis(50).toNanos();

    @TempDir private Path folder;

    private final Ledger ledger = new Ledger();

    /** It fails while commands are at work, until somebody was not told what became of one. */
    @Test
    void whatCannotBeWrittenIsNotAcknowledgedAndItRecoversByItself() throws Exception {
        live(
                "write",
                (product, sign, work) -> {
                    Files.createFile(sign);
                    wonders(work);
                });
    }

    /** PostgreSQL begins anew, with nothing in its memory, and finds out what it cannot read. */
    @Test
    void whatCannotBeReadIsSaidAndNothingElseIsShownAndItRecoversByItself() throws Exception {
        live(
                "read",
                (product, sign, work) -> {
                    product.killPostmaster();
                    answers(product, 200);
                    Files.createFile(sign);
                    wonders(work);
                    product.killPostmaster();
                    answers(product, 503);
                    Files.delete(sign);
                    answers(product, 200);
                    Files.createFile(sign);
                });
    }

    /** What befalls the disk while somebody works; the sign says that it is broken. */
    private interface Fate {
        void befall(Product product, Path sign, Future<Void> work) throws Exception;
    }

    private void live(String which, Fate fate) throws Exception {
        var sign = folder.resolve(which);
        var data = folder.resolve("data");
        try (var product = new Product(data, "--wanhu.tick=PT1S");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            product.environment(environment(data));
            var town = Town.found(product, 1);
            product.start();
            var sender = new Sender(product, town, 0, ledger);
            while (ledger.settled() < COMMANDS) {
                sender.send();
            }
            Callable<Void> life =
                    () -> {
                        while (ledger.settled() < 2 * COMMANDS || !Files.exists(over())) {
                            sender.send();
                        }
                        return null;
                    };
            var work = threads.submit(life);
            fate.befall(product, sign, work);
            Files.delete(sign);
            Files.createFile(over());
            assertThatCode(work::get).as(product.said()).doesNotThrowAnyException();
            System.out.printf(
                    "%s: %d acknowledged, %d refused, sent again %d times%n",
                    which, ledger.acknowledged().size(), ledger.refused(), ledger.unknown());
            assertThat(product.bugs()).isEmpty();
            product.stop();
        }
        try (var context = Town.open(data, 0)) {
            new Examination(ledger, context).all();
        }
    }

    private Path over() {
        return folder.resolve("over");
    }

    private Map<String, String> environment(Path data) throws Exception {
        return Map.of(
                "LD_PRELOAD",
                library().toString(),
                "BROKEN_PLACE",
                data.resolve("postgres").resolve("cluster").toString(),
                "BROKEN_WRITE",
                folder.resolve("write").toString(),
                "BROKEN_READ",
                folder.resolve("read").toString());
    }

    private void wonders(Future<Void> work) {
        int before = ledger.unknown();
        until(() -> ledger.unknown() > before || work.isDone());
        assertThat(ledger.unknown()).isGreaterThan(before);
    }

    private static void answers(Product product, int status) {
        until(() -> Visitor.of(product.address()).get("/health/ready").status() == status);
    }

    private static void until(BooleanSupplier there) {
        long begun = System.nanoTime();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime() - begun).isLessThan(PATIENCE.toNanos());
            LockSupport.parkNanos(PAUSE_NANOS);
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
