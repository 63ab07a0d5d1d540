package wanhu.embedded;

import java.time.Duration;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a database may say nothing before it counts as dead: a wire that swallows everything
 * without a word cannot be told from a server that works hard.
 *
 * @param page while somebody waits for a page; more than any statement of a page takes
 * @param work while the program does its own work
 * @param connection how long one waits for a free connection, or a new one
 */
@ConfigurationProperties("wanhu.database-silence")
record Silence(
        @DefaultValue("PT15S") Duration page,
        @DefaultValue("PT5M") Duration work,
        @DefaultValue("PT10S") Duration connection) {
    /** To change or copy large tables is one statement that says nothing until it is done. */
    private static final Duration COMMAND = Duration.ofHours(2);

    private static final Duration COMMAND_CONNECTION = Duration.ofSeconds(30);

    /** Whether an idle connection still lives is asked so long. */
    static final Duration ALIVE = Duration.ofSeconds(3);

    /** Where migrations, backups and restores get their connections from. */
    static PGSimpleDataSource command() {
        var source = new PGSimpleDataSource();
        source.setTcpKeepAlive(true);
        source.setSocketTimeout((int) COMMAND.toSeconds());
        source.setConnectTimeout((int) COMMAND_CONNECTION.toSeconds());
        source.setLoginTimeout((int) COMMAND_CONNECTION.toSeconds());
        return source;
    }
}
