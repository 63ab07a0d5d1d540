package wanhu.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import wanhu.base.CannotStart;

/** One running PostgreSQL on a free port of this machine alone. */
final class Server implements AutoCloseable {
    private static final int STOP_SECONDS_MAX = 60;

    /** Line of postmaster.pid, counted from 0, on which the port stands. */
    private static final int PID_FILE_PORT = 3;

    /** Messages never carry statements or values: they would carry names and phones. */
    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "max_connections=60",
                    "shared_buffers=128MB",
                    // After a crash a new postmaster, started by us: the old one was seen to wait
                    // for ever for a
                    // recovery that had met a broken disk.
                    "restart_after_crash=off",
                    "work_mem=16MB",
                    "random_page_cost=1.1",
                    "jit=off",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    "log_destination=stderr",
                    "logging_collector=off",
                    "log_min_messages=log",
                    "log_error_verbosity=terse",
                    "log_min_error_statement=panic");

    /** The programs, the files they work on, and as whom they are called. */
    private record Parts(Path home, Path cluster, Caller caller) {}

    private final Parts parts;
    private final Secrets secrets;
    private final int port = freePort();
    private final Postmaster postmaster;

    private Server(Parts parts, Secrets secrets, List<String> more) {
        this.parts = parts;
        this.secrets = secrets;
        this.postmaster = new Postmaster(program(more));
    }

    /**
     * Starts the database of a data directory that the caller has locked; makes it when it is
     * missing; takes up after a hard stop.
     *
     * @param more settings for this start, for tests
     * @throws CannotStart when this machine cannot run it
     */
    static Server start(Path data, List<String> more) {
        return start(data, more, Postmaster.START_MAX);
    }

    /** As {@link #start(Path, List)}, for a start that may take longer. */
    static Server start(Path data, List<String> more, Duration patience) {
        var folder = folder(data);
        try {
            Files.createDirectories(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var secrets = Secrets.of(data);
        var home = Binaries.unpack(folder);
        var caller = Caller.find(folder);
        var cluster = Cluster.of(folder, home, caller, secrets);
        var server = new Server(new Parts(home, cluster, caller), secrets, more);
        server.stopStale();
        server.postmaster.start(patience);
        return server;
    }

    /** Where programs and files of the database lie below a data directory. */
    static Path folder(Path data) {
        return data.resolve("postgres");
    }

    /** Address of the application's database. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.APPLICATION;
    }

    /** How the application reaches its database. */
    Address address() {
        return new Address(url(), Cluster.APPLICATION, secrets.application());
    }

    /** How one reaches the server that another program runs for a data directory. */
    static Address running(Path data) {
        var pidFile = folder(data).resolve(Cluster.NAME).resolve("postmaster.pid");
        try {
            var port = Files.readAllLines(pidFile).get(PID_FILE_PORT).strip();
            return new Address(
                    "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.APPLICATION,
                    Cluster.APPLICATION,
                    Secrets.of(data).application());
        } catch (IOException | IndexOutOfBoundsException notYet) {
            throw new CannotStart(
                    "The instance that uses " + data + " has no database running yet: try again.",
                    notYet);
        }
    }

    Secrets secrets() {
        return secrets;
    }

    int port() {
        return port;
    }

    /**
     * A postmaster that outlived its program is stopped. A file that names a process which is not
     * ours (numbers are used again, above all in containers) is only removed: nobody else can be at
     * work here, because we hold the lock of the directory.
     */
    private void stopStale() {
        try {
            if (named().flatMap(ProcessHandle::of).filter(this::isOurs).isPresent()) {
                control("stop", "-m", "fast", "-w", "-t", Integer.toString(STOP_SECONDS_MAX));
            }
            Files.deleteIfExists(pidFile());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Path pidFile() {
        return parts.cluster().resolve("postmaster.pid");
    }

    /** The process that the file of the running server names. */
    private Optional<Long> named() {
        try {
            return Files.readAllLines(pidFile()).stream()
                    .findFirst()
                    .map(line -> Long.parseLong(line.strip()));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(parts.cluster().toString());
    }

    private ProcessBuilder program(List<String> more) {
        var arguments = new ArrayList<>(List.of("-D", parts.cluster().toString(), "-p", "" + port));
        SETTINGS.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        more.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        return parts.caller().program(parts.home().resolve("bin/postgres"), arguments);
    }

    private void control(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-D", parts.cluster().toString()));
        parts.caller().run(parts.home().resolve("bin/pg_ctl"), all, "");
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Stops cleanly: open transactions are rolled back, everything is written. */
    @Override
    public void close() {
        postmaster.close(this::stop);
    }

    /** One that is only just starting is in no file yet, and has no clients. */
    private void stop(Process running) {
        if (named().filter(pid -> pid == running.pid()).isPresent()) {
            control("stop", "-m", "fast", "-w", "-t", Integer.toString(STOP_SECONDS_MAX));
        } else {
            running.destroy();
            running.onExit().orTimeout(STOP_SECONDS_MAX, TimeUnit.SECONDS).join();
        }
    }
}
