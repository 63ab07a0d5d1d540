package wanhu.cost;

import java.lang.reflect.InvocationTargetException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import wanhu.cost.CountedStatements.Given;
import wanhu.cost.CountedStatements.Sent;

/**
 * What a statement costs the database, by {@code explain (analyze, buffers)}: on the connection and
 * in the transaction that sends it, just before it does.
 *
 * @param millis to plan it and to run it, the quickest of some runs
 * @param blocks of eight kilobytes that were looked at, in memory or not
 */
public record Explained(String text, double millis, long blocks) {
    private static final String EXPLAIN =
            "explain (analyze, buffers, timing off, summary, format json) ";
    private static final int RUNS = 5;
    private static final int WORDS_MAX = 70;

    /** The statements that some work of this thread sends when it is done for the second time. */
    public static List<Explained> of(Runnable work) {
        work.run();
        return once(work);
    }

    /** The statements that some work of this thread sends; of a batch only its last one. */
    public static List<Explained> once(Runnable work) {
        return explained(work, RUNS);
    }

    /** The same, each statement as it runs this once and not the quickest of some runs. */
    public static List<Explained> plainly(Runnable work) {
        return explained(work, 1);
    }

    private static List<Explained> explained(Runnable work, int runs) {
        var all = new ArrayList<Explained>();
        CountedStatements.listen(work, sent -> all.add(explained(sent, runs)));
        return all;
    }

    private static Explained explained(Sent sent, int runs) throws SQLException {
        var best = new Explained(sent.text(), Double.MAX_VALUE, Long.MAX_VALUE);
        boolean alone = sent.connection().getAutoCommit();
        if (alone) {
            sent.connection().setAutoCommit(false);
        }
        var before = sent.connection().setSavepoint();
        for (int run = 0; run < runs; run++) {
            try (var statement = sent.connection().prepareStatement(EXPLAIN + sent.text())) {
                give(statement, sent.values());
                best = best.or(plan(statement));
            }
            sent.connection().rollback(before);
        }
        if (alone) {
            sent.connection().rollback();
            sent.connection().setAutoCommit(true);
        }
        return best;
    }

    private static void give(PreparedStatement statement, List<Given> values) {
        for (Given value : values) {
            try {
                value.method().invoke(statement, value.arguments());
            } catch (IllegalAccessException | InvocationTargetException broken) {
                throw new IllegalStateException("Expected to be given what was given", broken);
            }
        }
    }

    private static JsonNode plan(PreparedStatement statement) throws SQLException {
        try (var row = statement.executeQuery()) {
            row.next();
            return JsonMapper.shared().readTree(row.getString(1)).get(0);
        }
    }

    private Explained or(JsonNode plan) {
        var read = plan.get("Plan");
        return new Explained(
                text,
                Math.min(
                        millis,
                        plan.get("Planning Time").asDouble()
                                + plan.get("Execution Time").asDouble()),
                Math.min(
                        blocks,
                        read.get("Shared Hit Blocks").asLong()
                                + read.get("Shared Read Blocks").asLong()));
    }

    /** Milliseconds of some statements. */
    public static double millis(List<Explained> some) {
        return some.stream().mapToDouble(Explained::millis).sum();
    }

    /** Blocks of some statements. */
    public static long blocks(List<Explained> some) {
        return some.stream().mapToLong(Explained::blocks).sum();
    }

    /** A line of a table, with the beginning of the statement. */
    public String line() {
        var words = text.replaceAll("\\s+", " ");
        return "%8.2f ms %6d blocks  %s"
                .formatted(millis, blocks, words.substring(0, Math.min(words.length(), WORDS_MAX)));
    }
}
