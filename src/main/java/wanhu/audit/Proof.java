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
        static Side of(Hasher.Neighbour neighbour) {
            return new Side(neighbour.left() ? "left" : "right", neighbour.hash().text());
        }

        Hasher.Neighbour neighbour() {
            return new Hasher.Neighbour(side.equals("left"), Hash.parse(hash));
        }
    }

    /**
     * From the batch to the published root of its day.
     *
     * @param hash name of the digest; null in proofs from before there was a choice
     * @param statement what is signed; null while days were not
     * @param key id of the key that signed it
     * @param signature in Base64
     */
    record Day(
            String day,
            String root,
            List<Side> path,
            @Nullable String hash,
            @Nullable SortedMap<String, String> statement,
            @Nullable String key,
            @Nullable String signature) {
        static Day of(DayStore.Day day, List<Side> path) {
            var signature = day.signature();
            return new Day(
                    day.date().toString(),
                    day.root().text(),
                    path,
                    day.suite().hash(),
                    signature == null ? null : day.statement(),
                    signature == null ? null : signature.key(),
                    signature == null ? null : signature.text());
        }
    }

    static List<Hasher.Neighbour> neighbours(List<Side> path) {
        return path.stream().map(Side::neighbour).toList();
    }
}
