package wanhu.audit;

import java.util.ArrayList;
import java.util.List;

/**
 * Merkle trees as in RFC 6962, 2.1: SHA-256, 0x00 before what a leaf hashes, 0x01 before what a
 * node hashes, so that a node can never be passed off as a leaf.
 */
final class Merkle {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {}

    /** A neighbour on the way from a leaf to the root. */
    record Neighbour(boolean left, Hash hash) {}

    /** Hash of a leaf's content. */
    static Hash leaf(byte[] content) {
        var digest = Hash.sha256();
        digest.update(LEAF);
        return Hash.of(digest.digest(content));
    }

    private static Hash node(Hash left, Hash right) {
        var digest = Hash.sha256();
        digest.update(NODE);
        digest.update(left.bytes());
        return Hash.of(digest.digest(right.bytes()));
    }

    /** Root of a tree with these hashes of leaves; of none, the hash of nothing. */
    static Hash root(List<Hash> leaves) {
        return switch (leaves.size()) {
            case 0 -> Hash.of(Hash.sha256().digest());
            case 1 -> leaves.getFirst();
            default -> {
                int left = left(leaves.size());
                yield node(
                        root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
            }
        };
    }

    /** The neighbours of a leaf from the bottom up (RFC 6962, 2.1.1). */
    static List<Neighbour> path(List<Hash> leaves, int index) {
        var path = new ArrayList<Neighbour>();
        climb(leaves, index, path);
        return List.copyOf(path);
    }

    private static void climb(List<Hash> leaves, int index, List<Neighbour> path) {
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
    static Hash root(Hash leaf, List<Neighbour> path) {
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
