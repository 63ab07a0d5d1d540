package wanhu.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Somebody whose transactions write slowly, one always begun before the last is over: with
 * -Dwanhu.laggard=true what follows the lives is always behind, so that a test which meets this by
 * chance once in a hundred runs meets it each time.
 */
final class Laggard {
    private static final int HANDS = 2;
    private static final double LEAST_SECONDS = 0.1;
    private static final double MOST_SECONDS = 0.3;

    private Laggard() {}

    /** Opens connections. */
    interface Source {
        Connection get() throws SQLException;
    }

    static void begin(Source source) {
        for (int hand = 0; hand < HANDS; hand++) {
            Thread.ofPlatform().daemon().name("laggard " + hand).start(() -> write(source));
        }
    }

    private static void write(Source source) {
        try (var connection = source.get();
                var ask = connection.prepareStatement("select pg_current_xact_id(), pg_sleep(?)")) {
            while (true) {
                ask.setDouble(
                        1, ThreadLocalRandom.current().nextDouble(LEAST_SECONDS, MOST_SECONDS));
                ask.execute();
            }
        } catch (SQLException ended) {
            System.Logger log = System.getLogger(Laggard.class.getName());
            log.log(System.Logger.Level.INFO, "no laggard any more: {0}", ended.getMessage());
        }
    }
}
