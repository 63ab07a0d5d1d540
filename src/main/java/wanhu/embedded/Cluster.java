package wanhu.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The files of the database. Made whole under another name and then renamed, so that a start that
 * is killed half-way leaves nothing that looks finished.
 */
final class Cluster {
    /** Folder below the one of PostgreSQL. */
    static final String NAME = "cluster";

    /** The database and the role that owns it; the role is no superuser. */
    static final String APPLICATION = "wanhu";

    private static final List<String> INITDB =
            List.of(
                    "--username=postgres",
                    "--auth=scram-sha-256",
                    "--pwfile=/dev/stdin",
                    "--data-checksums",
                    "--encoding=UTF8",
                    "--locale=C.UTF-8",
                    "--lc-messages=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--no-instructions");

    private Cluster() {}

    /** The folder of the cluster, made when it is missing. */
    static Path of(Path folder, Path home, Caller caller, Secrets secrets) {
        var cluster = folder.resolve(NAME);
        if (Files.exists(cluster.resolve("PG_VERSION"))) {
            return cluster;
        }
        var fresh = folder.resolve(NAME + ".new");
        try {
            FileSystemUtils.deleteRecursively(fresh);
            make(fresh, home, caller, secrets);
            Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
            return cluster;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void make(Path fresh, Path home, Caller caller, Secrets secrets) {
        var initdb = new ArrayList<>(INITDB);
        initdb.addAll(List.of("-D", fresh.toString()));
        caller.run(home.resolve("bin/initdb"), initdb, secrets.superuser() + "\n");
        caller.run(
                home.resolve("bin/postgres"),
                List.of(
                        "--single",
                        "-D",
                        fresh.toString(),
                        "-c",
                        "exit_on_error=on",
                        "-c",
                        "log_min_messages=fatal",
                        "postgres"),
                """
                create role wanhu login password '%s'
                create database wanhu owner wanhu
                revoke connect on database postgres from public
                """
                        .formatted(secrets.application()));
    }
}
