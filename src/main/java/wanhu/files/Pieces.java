package wanhu.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntFunction;

/**
 * A file that comes from the database piece by piece: a slow reader costs one piece of memory, and
 * no connection while he reads it.
 */
final class Pieces extends InputStream {
    /** Size of a piece. */
    static final int BYTES = 256 * 1024;

    private final int size;
    private final IntFunction<byte[]> source;
    private byte[] piece = new byte[0];
    private int next;
    private int at;

    Pieces(int size, IntFunction<byte[]> source) {
        this.size = size;
        this.source = source;
    }

    @Override
    public int read() throws IOException {
        return filled() ? piece[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (!filled()) {
            return -1;
        }
        int count = Math.min(most, piece.length - at);
        System.arraycopy(piece, at, into, from, count);
        at += count;
        return count;
    }

    /** Whether there is a byte left, in this piece or the next. */
    private boolean filled() throws IOException {
        if (at < piece.length) {
            return true;
        }
        if ((long) next * BYTES >= size) {
            return false;
        }
        piece = source.apply(next++);
        at = 0;
        if (piece.length == 0) {
            throw new EOFException("Expected " + size + " bytes but the file has gone");
        }
        return true;
    }
}
