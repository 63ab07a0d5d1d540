package wanhu.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The product as a process of its own, on one data directory and one port for all its lives; with
 * the real clock and without what the tests put into the product.
 */
public final class Product implements AutoCloseable {
    private static final long STOP_SECONDS_MAX = 90;
    private static final int HEAP_MEGABYTES = 384;

    private final Path data;
    private final int port = freePort();
    private final List<String> options;
    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private String classes = "";
    private int heap = HEAP_MEGABYTES;
    private Map<String, String> environment = Map.of();
    private List<String> machine = List.of();
    private @Nullable Process process;
    private Duration slowest = Duration.ZERO;

    Product(Path data, String... options) {
        this.data = data;
        this.options = List.of(options);
    }

    /** The program with these options, not yet started; what it says is one stream. */
    public static ProcessBuilder program(List<String> options) {
        return program(Installed.command(), options);
    }

    private static ProcessBuilder program(List<String> java, List<String> options) {
        return new ProcessBuilder(Stream.concat(java.stream(), options.stream()).toList())
                .redirectErrorStream(true);
    }

    int port() {
        return port;
    }

    Path data() {
        return data;
    }

    String address() {
        return "http://localhost:" + port;
    }

    /** Another release from its next start on: the folder of its classes; empty for this one. */
    void classes(String folder) {
        classes = folder;
    }

    /** Another heap from its next start on, in megabytes. */
    void heap(int megabytes) {
        heap = megabytes;
    }

    /** Further variables of its environment, and of its PostgreSQL's, from its next start on. */
    void environment(Map<String, String> more) {
        environment = Map.copyOf(more);
    }

    /** Further options of its virtual machine from its next start on. */
    void virtualMachine(String... more) {
        machine = List.of(more);
    }

    /** Starts it and waits until it serves pages. */
    void start() {
        long begun = System.nanoTime();
        var lines = launch().inputReader(StandardCharsets.UTF_8);
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                said.add(line);
                if (line.startsWith("Wanhu is running")) {
                    Thread.ofPlatform().daemon().start(() -> listen(lines));
                    var took = Duration.ofNanos(System.nanoTime() - begun);
                    slowest = took.compareTo(slowest) > 0 ? took : slowest;
                    return;
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        throw new IllegalStateException("Expected the product to run but it said " + said);
    }

    private Process launch() {
        var all = new ArrayList<>(List.of("--data", data.toString(), "--port", "" + port));
        all.addAll(options);
        try {
            var java = classes.isEmpty() ? Installed.command() : Installed.command(classes);
            var sized = new ArrayList<>(java.stream().map(this::sized).toList());
            sized.add(1, "-XX:+ExitOnOutOfMemoryError");
            sized.addAll(1, machine);
            sized.addAll(0, Processors.ofProduct());
            var builder = program(sized, all);
            builder.environment().putAll(environment);
            process = builder.start();
            return process;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String sized(String option) {
        return option.startsWith("-Xmx") ? "-Xmx" + heap + "m" : option;
    }

    private void listen(BufferedReader lines) {
        lines.lines().forEach(said::add);
    }

    /** Starts it and kills it before it is ready, unless it is faster. */
    void startInVain(Duration life) {
        var started = launch();
        try {
            started.onExit().get(life.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            kill();
        } catch (InterruptedException | ExecutionException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** kill -9 */
    void kill() {
        var running = Objects.requireNonNull(process);
        running.destroyForcibly();
        running.onExit().join();
    }

    /** Stops it in mid-work (SIGSTOP), so that it knows nothing of it. */
    void freeze() {
        signal("-STOP");
    }

    /** Lets it go on where it was. */
    void thaw() {
        signal("-CONT");
    }

    private void signal(String which) {
        try {
            var pid = Long.toString(Objects.requireNonNull(process).pid());
            new ProcessBuilder("kill", which, pid).start().waitFor();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException broken) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(broken);
        }
    }

    /** kill -9 of its PostgreSQL, if that has said where it is. */
    void killPostmaster() {
        postmaster()
                .ifPresent(found -> {
                    found.destroyForcibly();
                    found.onExit().join();
                });
    }

    private Optional<ProcessHandle> postmaster() {
        try {
            var file = data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()));
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    /** Whether it is there at all, ready or not. */
    boolean alive() {
        var running = process;
        return running != null && running.isAlive();
    }

    /** What it takes of the machine now. */
    Weight weigh() {
        return Weight.of(Objects.requireNonNull(process).pid(), data);
    }

    /** The time of processors that this life of it has taken so far, without its PostgreSQL. */
    Duration worked() {
        return Objects.requireNonNull(process).info().totalCpuDuration().orElseThrow();
    }

    /** The longest that a start took. */
    Duration slowest() {
        return slowest;
    }

    /** What it called a bug in all its lives, with the causes. */
    List<String> bugs() {
        return said.stream().anyMatch(line -> line.contains(" Bug "))
                ? said.stream().filter(line -> !line.startsWith("\tat ")).toList()
                : List.of();
    }

    /** Everything that it said in all its lives. */
    String said() {
        return String.join("\n", said);
    }

    /** Everything that it said, when there is a stack trace in it. */
    List<String> traces() {
        return said.stream().anyMatch(line -> line.startsWith("\tat "))
                ? List.copyOf(said)
                : List.of();
    }

    /** Processes of its PostgreSQL that are there. */
    List<String> left() {
        return ProcessHandle.allProcesses()
                .map(each -> each.info().commandLine().orElse(""))
                .filter(line -> line.contains(data.resolve("postgres").toString()))
                .toList();
    }

    /** Asks it to stop, as the machine does when it is shut down. */
    void stop() throws InterruptedException {
        var running = Objects.requireNonNull(process);
        running.toHandle().destroy();
        if (!running.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
            throw new IllegalStateException("Expected the product to stop but it did not");
        }
    }

    @Override
    public void close() {
        if (alive()) {
            kill();
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
