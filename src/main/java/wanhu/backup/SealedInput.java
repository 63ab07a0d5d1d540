package wanhu.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import wanhu.base.CannotStart;
import wanhu.crypto.Suite;

/** Reads the sealed form of a backup; whatever was changed, moved or cut off is refused. */
final class SealedInput extends InputStream {
    private final String name;
    private final PushbackInputStream in;
    private final Chunks.Key key;
    private byte[] plain = new byte[0];
    private int read;
    private long number;
    private boolean ended;

    /**
     * Opens it.
     *
     * @param name of the file, for messages
     * @throws CannotStart when it is no backup
     */
    SealedInput(String name, InputStream in, Chunks.KeyMaker keys) throws IOException {
        this.name = name;
        this.in = new PushbackInputStream(in);
        var suite =
                Chunks.suite(this.in.readNBytes(Chunks.MAGIC_BYTES))
                        .orElseThrow(() ->
                                new CannotStart("The file " + name + " is no backup of Wanhu."));
        var salt = this.in.readNBytes(Passphrase.SALT_BYTES);
        key = new Chunks.Key(suite, keys.key(suite, salt));
    }

    /** Whose algorithms sealed it. */
    Suite suite() {
        return key.suite();
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (read == plain.length && !ended) {
            next();
        }
        if (read == plain.length) {
            return -1;
        }
        int taken = Math.min(length, plain.length - read);
        System.arraycopy(plain, read, bytes, offset, taken);
        read += taken;
        return taken;
    }

    private void next() throws IOException {
        var sealed = in.readNBytes(Chunks.PLAIN_BYTES + Chunks.TAG_BYTES);
        int after = in.read();
        boolean last = after < 0;
        if (!last) {
            in.unread(after);
        }
        try {
            plain =
                    Chunks.cipher(Cipher.DECRYPT_MODE, key, new Chunks.Place(number, last))
                            .doFinal(sealed);
        } catch (GeneralSecurityException changed) {
            throw new CannotStart(
                    number == 0
                            ? "The passphrase does not open the backup "
                                    + name
                                    + ", or the file is damaged."
                            : "The backup "
                                    + name
                                    + " is damaged in its part "
                                    + (number + 1)
                                    + " (parts of 1 MiB): use another copy of it.",
                    changed);
        }
        number++;
        read = 0;
        ended = last;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
