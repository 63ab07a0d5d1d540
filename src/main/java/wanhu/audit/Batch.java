package wanhu.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import wanhu.crypto.Suite;

/**
 * Rows of a county that were sealed together.
 *
 * @param suite whose digest made its hashes
 * @param number from 1 without gaps
 * @param since when the seal had been set before; null at the first time
 * @param day the day in China on which it was sealed
 * @param leaves its rows, in the order of transactions
 * @param from lowest number of a transaction in it
 * @param until highest one
 * @param root root of its tree
 * @param chain hash of its header, which names the chain value of the batch before
 */
record Batch(
        Suite suite,
        int county,
        int number,
        Instant sealed,
        @Nullable Instant since,
        LocalDate day,
        List<Leaf> leaves,
        long from,
        long until,
        Hash root,
        Hash chain) {
    /** Where a chain has come to. */
    record Head(int number, Hash chain, @Nullable Instant sealed) {
        static final Head NONE = new Head(0, Hash.ZERO, null);
    }

    /** What the header says: with this, anybody computes the chain value. */
    SortedMap<String, String> header(Hash chainBefore) {
        var header = new TreeMap<String, String>();
        header.put("kind", "batch");
        header.put("county", "%06d".formatted(county));
        header.put("batch", Integer.toString(number));
        header.put("sealed", sealed.toString());
        header.put("since", since == null ? "" : since.toString());
        header.put("day", day.toString());
        header.put("rows", Integer.toString(leaves.size()));
        header.put("root", root.text());
        header.put("before", chainBefore.text());
        // Headers from before there was a choice say nothing.
        if (suite != Suite.STANDARD) {
            header.put("hash", suite.hash());
        }
        return header;
    }

    /** The batch as it must be, given the chain value before it and its leaves. */
    Hash chainAfter(Hash chainBefore) {
        return Hasher.of(suite).leaf(Canon.bytes(header(chainBefore)));
    }
}
