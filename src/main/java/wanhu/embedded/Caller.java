package wanhu.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import wanhu.base.CannotStart;

/**
 * As whom PostgreSQL's programs are called. PostgreSQL refuses to run as root, so root calls them
 * in a user namespace of their own, or as another user. Where the system can do it, they get an
 * interrupt when our program dies, and then stop cleanly.
 */
final class Caller {
    private static final long ROOT = 0;
    private static final List<String> OWN_GROUP = List.of("setsid");
    private static final List<String> DIES_WITH_US = List.of("setpriv", "--pdeathsig", "INT");
    private static final List<String> NAMESPACE = List.of("unshare", "-U");

    private final List<String> prefix;

    private Caller(List<String> prefix) {
        this.prefix = List.copyOf(prefix);
    }

    /**
     * Finds the way that works here.
     *
     * @param folder where the programs and the cluster lie; given to the other user when there is
     *     one
     * @throws CannotStart when we are root and can become nobody else
     */
    static Caller find(Path folder) {
        var cluster = folder.resolve(Cluster.NAME);
        long owner = owner(Files.exists(cluster) ? cluster : folder);
        long me = me();
        if (me == ROOT && owner != ROOT) {
            return as(owner, folder);
        }
        if (me != ROOT) {
            return ordinary(me, owner, folder);
        }
        var namespace = new ArrayList<>(OWN_GROUP);
        namespace.addAll(NAMESPACE);
        namespace.addAll(DIES_WITH_US);
        return works(namespace) ? new Caller(namespace) : as(nobody(), folder);
    }

    private static Caller ordinary(long me, long owner, Path folder) {
        if (me != owner) {
            throw new CannotStart(
                    "The data in "
                            + folder
                            + " belongs to another user: start as that user, or give another"
                            + " directory with --data DIR.");
        }
        var prefix = new ArrayList<>(OWN_GROUP);
        prefix.addAll(DIES_WITH_US);
        return new Caller(works(prefix) ? prefix : List.of());
    }

    /** Root becomes another user for PostgreSQL's programs; the folder is given to that user. */
    static Caller as(long user, Path folder) {
        var prefix = new ArrayList<>(OWN_GROUP);
        prefix.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
        prefix.addAll(List.of("--pdeathsig", "INT"));
        var reaches = new ArrayList<>(prefix);
        reaches.addAll(List.of("test", "-w", folder.toString()));
        try {
            Files.setAttribute(folder, "unix:uid", (int) user);
            if (succeeds(reaches)) {
                return new Caller(prefix);
            }
        } catch (IOException notPermitted) {
            throw stuck(folder);
        }
        throw stuck(folder);
    }

    private static CannotStart stuck(Path folder) {
        return new CannotStart(
                "PostgreSQL must not run as root and cannot run as another user in "
                        + folder
                        + ": start as an ordinary user, or give a database with --database-url"
                        + " URL.");
    }

    /** /proc/self itself is a link of root's; what lies in it belongs to whom we run as. */
    private static long me() {
        var status = Path.of("/proc/self/status");
        return owner(Files.exists(status) ? status : Path.of(System.getProperty("user.home")));
    }

    private static long nobody() {
        return 65_534;
    }

    private static long owner(Path path) {
        try {
            return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                            instanceof Integer user
                    ? Integer.toUnsignedLong(user)
                    : ROOT;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static boolean works(List<String> prefix) {
        var command = new ArrayList<>(prefix);
        command.add("true");
        return succeeds(command);
    }

    private static boolean succeeds(List<String> command) {
        try {
            return builder(command).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException stopped) {
            throw interrupted();
        }
    }

    /** A program to be started by the one who asks. */
    ProcessBuilder program(Path program, List<String> arguments) {
        var command = new ArrayList<>(prefix);
        command.add(program.toString());
        command.addAll(arguments);
        return builder(command);
    }

    /**
     * Runs a program to its end and gives what it printed.
     *
     * @param input what it reads
     * @throws CannotStart with its last words when it fails
     */
    String run(Path program, List<String> arguments, String input) {
        try {
            var process = program(program, arguments).start();
            try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
                stdin.write(input);
            }
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CannotStart(program.getFileName() + " failed: " + output.strip());
            }
            return output;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw interrupted();
        }
    }

    static IllegalStateException interrupted() {
        Thread.currentThread().interrupt();
        return new IllegalStateException("Expected to wait for PostgreSQL but was interrupted");
    }

    /** The same language and time zone everywhere: we read what the programs print. */
    private static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("TZ", "UTC");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder;
    }
}
