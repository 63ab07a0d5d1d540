package wanhu.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One Patroni with its PostgreSQL, on ports of this machine alone, as a user of the system. */
final class PatroniNode {
    private static final Path TOOLS =
            Path.of("src/test/java/wanhu/faults/patroni").toAbsolutePath();

    private final Path folder;
    private final Path programs;
    private final int port = Product.freePort();
    private final int rest = Product.freePort();
    private @Nullable Process process;

    /**
     * Writes its settings.
     *
     * @param folder of its own
     * @param programs the folder {@code bin} of PostgreSQL
     * @param etcd port of the store in which the nodes find their leader
     */
    PatroniNode(Path folder, Path programs, int etcd) throws IOException {
        this.folder = folder;
        this.programs = programs;
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("patroni.yaml"),
                """
                scope: wanhu
                name: %1$s
                restapi: {listen: '127.0.0.1:%2$d', connect_address: '127.0.0.1:%2$d'}
                etcd3: {host: '127.0.0.1:%3$d'}
                bootstrap:
                  dcs:
                    ttl: 20
                    loop_wait: 4
                    retry_timeout: 4
                    synchronous_mode: true
                    postgresql:
                      use_pg_rewind: false
                      remove_data_directory_on_diverged_timelines: true
                      parameters: {max_connections: 60, wal_keep_size: 512MB, shared_buffers: 64MB}
                  initdb: [{encoding: UTF8}, data-checksums, {locale-provider: builtin}, {locale: C.UTF-8}]
                postgresql:
                  listen: 127.0.0.1:%4$d
                  connect_address: 127.0.0.1:%4$d
                  data_dir: %5$s/data
                  bin_dir: %6$s
                  authentication:
                    superuser: {username: postgres, password: trial}
                    replication: {username: replicator, password: trial}
                  pg_hba: [host all all 127.0.0.1/32 trust, host replication all 127.0.0.1/32 trust]
                  pgpass: %5$s/pgpass
                  create_replica_methods: [copy]
                  copy: {command: %7$s/copy}
                  parameters: {unix_socket_directories: '', jit: 'off'}
                """
                        .formatted(
                                folder.getFileName(), rest, etcd, port, folder, programs, TOOLS));
    }

    /** The tools that Patroni asks for and the product's PostgreSQL does not bring along. */
    static void complete(Path programs) throws IOException {
        for (var tool : List.of("pg_controldata", "pg_isready")) {
            Files.copy(TOOLS.resolve(tool), programs.resolve(tool));
            programs.resolve(tool).toFile().setExecutable(true, false);
        }
    }

    /** A command as the user whom PostgreSQL accepts: never root. */
    static List<String> asUser(String... command) {
        var all = new ArrayList<String>();
        if ("root".equals(System.getProperty("user.name"))) {
            all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres"));
            all.add("--clear-groups");
        }
        all.addAll(List.of(command));
        return all;
    }

    String address() {
        return "127.0.0.1:" + port;
    }

    void start() throws IOException {
        process =
                new ProcessBuilder(
                                asUser(
                                        "/usr/bin/patroni",
                                        folder.resolve("patroni.yaml").toString()))
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        folder.resolveSibling(folder.getFileName() + ".log")
                                                .toFile()))
                        .start();
    }

    /** Everything of it: Patroni first, so that it does not mend what follows. */
    private List<ProcessHandle> all() {
        var patroni = Objects.requireNonNull(process).toHandle();
        var server = postmaster();
        return Stream.of(
                        Stream.of(patroni),
                        patroni.descendants(),
                        server.stream(),
                        server.stream().flatMap(ProcessHandle::descendants))
                .flatMap(each -> each)
                .distinct()
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private Optional<ProcessHandle> postmaster() {
        try {
            var file = folder.resolve("data").resolve("postmaster.pid");
            return ProcessHandle.of(Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                    .filter(this::ours);
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private boolean ours(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(programs.toString());
    }

    /** kill -9 of Patroni and its PostgreSQL. */
    void kill() throws IOException, InterruptedException {
        signal("-KILL");
    }

    /** Stops all of it in mid-work, so that it knows nothing of it. */
    void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** Lets it go on where it was. */
    void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String which) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("kill", which));
        all().forEach(each -> command.add(Long.toString(each.pid())));
        new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
    }
}
