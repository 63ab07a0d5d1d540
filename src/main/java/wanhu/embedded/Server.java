package wanhu.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import wanhu.base.CannotStart;

/** One running PostgreSQL on a free port of this machine alone. */
final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final String READY = "database system is ready to accept connections";
    private static final int START_SECONDS_MAX = 120;
    private static final int STOP_SECONDS_MAX = 60;
    private static final int LAST_LINES_MAX = 20;

    /** Line of postmaster.pid, counted from 0, on which the port stands. */
    private static final int PID_FILE_PORT = 3;

    /** Messages never carry statements or values: they would carry names and phones. */
    private static final List<String> SETTINGS =
            List.of(
                    "listen_addresses=127.0.0.1",
                    "unix_socket_directories=",
                    "max_connections=60",
                    "shared_buffers=128MB",
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

    private final Path home;
    private final Path cluster;
    private final Caller caller;
    private final Secrets secrets;
    private final int port;
    private final CompletableFuture<Process> ready = new CompletableFuture<>();

    private Server(Path home, Path cluster, Caller caller, Secrets secrets) {
        this.home = home;
        this.cluster = cluster;
        this.caller = caller;
        this.secrets = secrets;
        this.port = freePort();
    }

    /**
     * Starts the database of a data directory that the caller has locked; makes it when it is
     * missing; takes up after a hard stop.
     *
     * @param more settings for this start, for tests
     * @throws CannotStart when this machine cannot run it
     */
    static Server start(Path data, List<String> more) {
        var folder = data.resolve("postgres");
        try {
            Files.createDirectories(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var secrets = Secrets.of(data);
        var home = Binaries.unpack(folder);
        var caller = Caller.find(folder);
        var cluster = Cluster.of(folder, home, caller, secrets);
        var server = new Server(home, cluster, caller, secrets);
        server.stopStale();
        server.launch(more);
        return server;
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
        var pidFile = data.resolve("postgres").resolve(Cluster.NAME).resolve("postmaster.pid");
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
        var pidFile = cluster.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return;
            }
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            if (ProcessHandle.of(pid).filter(this::isOurs).isPresent()) {
                control("stop", "-m", "fast", "-w", "-t", Integer.toString(STOP_SECONDS_MAX));
            }
            Files.deleteIfExists(pidFile);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(cluster.toString());
    }

    private void launch(List<String> more) {
        var arguments = new ArrayList<>(List.of("-D", cluster.toString(), "-p", "" + port));
        SETTINGS.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        more.forEach(setting -> arguments.addAll(List.of("-c", setting)));
        Thread.ofPlatform().daemon().name("postgresql").start(() -> keep(arguments));
        try {
            ready.orTimeout(START_SECONDS_MAX, TimeUnit.SECONDS).join();
        } catch (CompletionException failed) {
            throw new CannotStart(
                    "PostgreSQL did not start: "
                            + NestedExceptionUtils.getMostSpecificCause(failed).getMessage());
        }
    }

    /**
     * Starts the process and stays with it: the interrupt at our death comes when this very thread
     * dies (prctl(2), PR_SET_PDEATHSIG), so it lives as long as the program.
     */
    private void keep(List<String> arguments) {
        var last = new ArrayDeque<String>();
        try {
            var process = caller.program(home.resolve("bin/postgres"), arguments).start();
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    hear(line, last, process);
                }
            }
            ready.completeExceptionally(new IOException(String.join(" / ", last)));
        } catch (IOException broken) {
            ready.completeExceptionally(broken);
        }
    }

    private void hear(String line, ArrayDeque<String> last, Process process) {
        LOG.debug("{}", line);
        if (line.contains(READY)) {
            ready.complete(process);
        }
        last.add(line);
        if (last.size() > LAST_LINES_MAX) {
            last.removeFirst();
        }
    }

    private void control(String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-D", cluster.toString()));
        caller.run(home.resolve("bin/pg_ctl"), all, "");
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
        var process = ready.join();
        if (process.isAlive()) {
            control("stop", "-m", "fast", "-w", "-t", Integer.toString(STOP_SECONDS_MAX));
        }
    }
}
