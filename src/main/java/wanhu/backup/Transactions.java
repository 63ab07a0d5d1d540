package wanhu.backup;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Rows remember the number of their transaction: seals and counts find by it what is new. A fresh
 * server counts from the beginning, so after a restore it first counts up to where the old one was;
 * else what is written next would look older than what was sealed long ago.
 */
final class Transactions {
    /** So many numbers are used up at a time; about a second. */
    private static final long BATCH = 100_000;

    private Transactions() {}

    /** The number that the next transaction would get. */
    static long next(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select pg_snapshot_xmax(pg_current_snapshot())::text::bigint")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Uses up numbers until the next one is not below a given one. */
    static void advance(Connection connection, long wanted) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("set synchronous_commit = off");
            for (long left = wanted - next(connection);
                    left > 0;
                    left = wanted - next(connection)) {
                statement.execute(
                        """
                        do $$ begin
                          for number in 1..%d loop
                            perform pg_current_xact_id();
                            commit;
                          end loop;
                        end $$
                        """
                                .formatted(Math.min(left, BATCH)));
            }
        }
    }
}
