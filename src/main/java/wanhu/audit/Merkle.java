package wanhu.audit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * Merkle trees as in RFC 6962, 2.1: SHA-256, 0x00 before what a leaf hashes, 0x01 before what a
 * node hashes, so that a node can never be passed off as a leaf.
 */
final class Merkle {
    /** Length of a hash in bytes. */
    static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private Merkle() {}

    /** A neighbour on the way from a leaf to the root. */
    record Neighbour(boolean left, byte[] hash) {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Hash of a leaf's content. */
    static byte[] leaf(byte[] content) {
        var digest = sha256();
        digest.update(LEAF);
        return digest.digest(content);
    }

    private static byte[] node(byte[] left, byte[] right) {
        var digest = sha256();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** Root of a tree with these hashes of leaves; of none, the hash of nothing. */
    static byte[] root(List<byte[]> leaves) {
        return switch (leaves.size()) {
            case 0 -> sha256().digest();
            case 1 -> leaves.getFirst();
            default -> {
                int left = left(leaves.size());
                yield node(
                        root(leaves.subList(0, left)), root(leaves.subList(left, leaves.size())));
            }
        };
    }

    /** The neighbours of a leaf from the bottom up (RFC 6962, 2.1.1). */
    static List<Neighbour> path(List<byte[]> leaves, int index) {
        var path = new ArrayList<Neighbour>();
        climb(leaves, index, path);
        return List.copyOf(path);
    }

    private static void climb(List<byte[]> leaves, int index, List<Neighbour> path) {
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
    static byte[] root(byte[] leaf, List<Neighbour> path) {
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
