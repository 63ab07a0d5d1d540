package wanhu.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import wanhu.crypto.Suite;

/** Writes the sealed form of a backup. */
final class SealedOutput extends OutputStream {
    private final OutputStream out;
    private final Chunks.Key key;
    private final byte[] chunk = new byte[Chunks.PLAIN_BYTES];
    private int filled;
    private long number;
    private boolean closed;

    SealedOutput(OutputStream out, Suite suite, Chunks.KeyMaker keys) throws IOException {
        this.out = out;
        var salt = new byte[Passphrase.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        key = new Chunks.Key(suite, keys.key(suite, salt));
        out.write(Chunks.magic(suite));
        out.write(salt);
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == chunk.length) {
                flushChunk(false);
            }
            int taken = Math.min(left, chunk.length - filled);
            System.arraycopy(bytes, from, chunk, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
        }
    }

    private void flushChunk(boolean last) throws IOException {
        var cipher = Chunks.cipher(Cipher.ENCRYPT_MODE, key, new Chunks.Place(number++, last));
        try {
            out.write(cipher.doFinal(chunk, 0, filled));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Expected the cipher to seal", broken);
        }
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            flushChunk(true);
            out.close();
        }
    }
}
