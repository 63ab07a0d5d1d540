package wanhu.audit;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import wanhu.crypto.Suite;

/**
 * Hashes and Merkle trees of one suite, for one thread. Trees are those of RFC 6962, 2.1: 0x00
 * before what a leaf hashes, 0x01 before what a node hashes, so that a node can never be passed off
 * as a leaf.
 */
final class Hasher {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final Suite suite;
    private final MessageDigest digest;

    private Hasher(Suite suite) {
        this.suite = suite;
        this.digest = suite.digest();
    }

    static Hasher of(Suite suite) {
        return new Hasher(suite);
    }

    Suite suite() {
        return suite;
    }

    /** A neighbour on the way from a leaf to the root. */
    record Neighbour(boolean left, Hash hash) {}

    /** Hash of one thing after another. */
    byte[] bytes(byte[] first, byte[] second) {
        digest.update(first);
        return digest.digest(second);
    }

    /** Hash of a leaf's content. */
    Hash leaf(byte[] content) {
        digest.update(LEAF);
        return Hash.of(digest.digest(content));
    }

    private Hash node(Hash left, Hash right) {
        digest.update(NODE);
        digest.update(left.bytes());
        return Hash.of(digest.digest(right.bytes()));
    }

    /** Root of a tree with these hashes of leaves; of none, the hash of nothing. */
    Hash root(List<Hash> leaves) {
        return switch (leaves.size()) {
            case 0 -> Hash.of(digest.digest());
            case 1 -> leaves.getFirst();
            default -> {
                int left = left(leaves.size());
                yield node(
                        root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
            }
        };
    }

    /** The neighbours of a leaf from the bottom up (RFC 6962, 2.1.1). */
    List<Neighbour> path(List<Hash> leaves, int index) {
        var path = new ArrayList<Neighbour>();
        climb(leaves, index, path);
        return List.copyOf(path);
    }

    private void climb(List<Hash> leaves, int index, List<Neighbour> path) {
        if (leaves.size() == 1) {
            return;
        }
        int left = left(leaves.size());
        var first = leaves.subList(0, left);
        var second = leaves.subList(left, leaves.size());
        if (index < left) {
            climb(first, index, path);
            path.add(new Neighbour(false, root(second)));
        } else {
            climb(second, index - left, path);
            path.add(new Neighbour(true, root(first)));
        }
    }

    /** The root to which a leaf and its neighbours lead. */
    Hash root(Hash leaf, List<Neighbour> path) {
        var hash = leaf;
        for (var neighbour : path) {
            hash = neighbour.left() ? node(neighbour.hash(), hash) : node(hash, neighbour.hash());
        }
        return hash;
    }

    /** The largest power of two that is smaller than the size. */
    private static int left(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
