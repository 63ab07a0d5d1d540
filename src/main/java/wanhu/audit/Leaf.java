package wanhu.audit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import wanhu.base.SealedRow;

/**
 * A leaf of a batch as it is kept: which row of which table, and the hash of what it said.
 *
 * @param letter the letter of the table
 */
record Leaf(char letter, UUID id, Hash hash) {
    private static final int BYTES = 1 + 16 + Hash.BYTES;

    static Leaf of(Hasher hasher, char letter, SealedRow row) {
        return new Leaf(letter, row.id(), Canon.leaf(hasher, row));
    }

    /** The leaves one after the other: letter, id, hash. */
    static byte[] write(List<Leaf> leaves) {
        var bytes = ByteBuffer.allocate(leaves.size() * BYTES);
        for (var leaf : leaves) {
            bytes.put((byte) leaf.letter())
                    .putLong(leaf.id().getMostSignificantBits())
                    .putLong(leaf.id().getLeastSignificantBits());
            leaf.hash().write(bytes);
        }
        return bytes.array();
    }

    /** Reads what {@link #write} has written; of a torn end, the whole leaves. */
    static List<Leaf> read(byte[] written) {
        var bytes = ByteBuffer.wrap(written);
        var leaves = new ArrayList<Leaf>(written.length / BYTES);
        while (bytes.remaining() >= BYTES) {
            var letter = (char) bytes.get();
            var id = new UUID(bytes.getLong(), bytes.getLong());
            leaves.add(new Leaf(letter, id, Hash.read(bytes)));
        }
        return leaves;
    }

    /** The order of ids in the database: by their bytes. */
    static int compare(UUID one, UUID other) {
        int high =
                Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0
                ? high
                : Long.compareUnsigned(
                        one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    static Hash root(Hasher hasher, List<Leaf> leaves) {
        return hasher.root(leaves.stream().map(Leaf::hash).toList());
    }
}
