package wanhu.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wanhu.Visitor;

/** The disk of the data directory is full for a while: a small disk in memory, which root makes. */
class DiskFullTest {
    private static final int COMMANDS = 60;
    private static final long PAUSE_NANOS = 50_000_000;
    private static final int[] PIECES = {1 << 20, 1 << 12};

    @TempDir private Path folder;

    private final Ledger ledger = new Ledger();

    @BeforeEach
    void mount() throws Exception {
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=600m", "tmpfs", folder.toString()))
                .as("whether a disk may be mounted here")
                .isZero();
    }

    @AfterEach
    void unmount() throws Exception {
        run("umount", "-l", folder.toString());
    }

    @Test
    void whoWritesIsToldSoWhoReadsReadsOnAndItRecoversByItself() throws Exception {
        var data = folder.resolve("data");
        try (var product = new Product(data, "--logging.level.wanhu.embedded=debug");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var town = Town.found(product, 1);
            product.start();
            var sender = new Sender(product, town, 0, ledger);
            sender.send();
            var ballast = fill();
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
            var code = ledger.codes().iterator().next();
            var reader = Visitor.of(product.address());
            reader.get("/m/" + code);
            var open = reader.follow(reader.post("/m/" + code, "tail", Sender.TAIL));
            assertThat(open.body()).contains("办理经过");
            Files.delete(ballast);
            work.get();
            assertThat(product.bugs()).isEmpty();
            ledger.needQuiet(product.said());
            product.stop();
        }
        try (var context = Town.open(data, 0)) {
            new Examination(ledger, context).all();
        }
    }

    private Path fill() throws IOException {
        var ballast = folder.resolve("ballast");
        try (var file =
                FileChannel.open(ballast, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (int piece : PIECES) {
                fill(file, piece);
            }
        }
        return ballast;
    }

    /** Until there is no room for one more piece. */
    private static void fill(FileChannel file, int piece) {
        try {
            int written;
            do {
                written = file.write(ByteBuffer.allocate(piece));
            } while (written > 0);
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("space");
        }
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).start().waitFor();
    }
}
