package wanhu.audit;

import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What somebody takes home to prove that lines were sealed; {@code docs/audit.md} describes it.
 *
 * @param format {@value #FORMAT}
 * @param number number of the matter
 * @param made when the proof was made
 */
record Proof(String format, String number, String made, List<Line> lines) {
    static final String FORMAT = "wanhu-proof-1";

    /**
     * One sealed row.
     *
     * @param row what its leaf says
     * @param texts hidden texts that are opened here, with their salts
     * @param path neighbours from the leaf to the root of the batch
     * @param batch header of the batch
     * @param day the root of the day; null while the day is not over
     */
    record Line(
            SortedMap<String, String> row,
            List<Text> texts,
            List<Side> path,
            SortedMap<String, String> batch,
            @Nullable Day day) {}

    /** A hidden text that is opened. */
    record Text(String name, String text, String salt) {}

    /** A neighbour: on which side it stands, and its hash. */
    record Side(String side, String hash) {
        static Side of(Merkle.Neighbour neighbour) {
            return new Side(neighbour.left() ? "left" : "right", neighbour.hash().text());
        }

        Merkle.Neighbour neighbour() {
            return new Merkle.Neighbour(side.equals("left"), Hash.parse(hash));
        }
    }

    /** From the batch to the published root of its day. */
    record Day(String day, String root, List<Side> path) {}

    static List<Merkle.Neighbour> neighbours(List<Side> path) {
        return path.stream().map(Side::neighbour).toList();
    }
}
