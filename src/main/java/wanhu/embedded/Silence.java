package wanhu.embedded;

import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a database may say nothing before it counts as dead: a wire that swallows everything
 * without a word cannot be told from a server that works hard.
 *
 * @param page while somebody waits for a page; more than any statement of a page takes
 * @param work while the program does its own work
 * @param connection how long one waits for a free connection, or a new one
 * @param held how long the database waits for us in the middle of a transaction before it takes the
 *     transaction back: a program that was frozen, or whose machine is gone, keeps no rows from the
 *     others
 */
@ConfigurationProperties("wanhu.database-silence")
record Silence(
        @DefaultValue("PT15S") Duration page,
        @DefaultValue("PT5M") Duration work,
        @DefaultValue("PT10S") Duration connection,
        @DefaultValue("PT1M") Duration held) {
    /** To change or copy large tables is one statement that says nothing until it is done. */
    private static final Duration COMMAND = Duration.ofHours(2);

    private static final Duration COMMAND_CONNECTION = Duration.ofSeconds(30);

    /** Whether an idle connection still lives is asked so long. */
    static final Duration ALIVE = Duration.ofSeconds(3);

    /** Where migrations, backups and restores get their connections from. */
    static DataSource command(Address address) {
        return new Leader(address, COMMAND_CONNECTION, COMMAND, Map.of());
    }
}
