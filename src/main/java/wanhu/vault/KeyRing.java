package wanhu.vault;

import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.crypto.Suite;

/**
 * The keys in use. They grow while the product runs: a new key seals from then on, the old ones
 * still open. A key that another program beside this one has made is read from the file when the
 * first value sealed with it comes along.
 */
final class KeyRing {
    private final @Nullable KeyFile file;
    private volatile Keys keys;

    private KeyRing(@Nullable KeyFile file, Keys keys) {
        this.file = file;
        this.keys = keys;
    }

    /** Keys of a file, which can grow; made for the suite when there is none. */
    static KeyRing of(KeyFile file, Suite suite) {
        return new KeyRing(file, file.exists() ? file.read() : file.make(suite));
    }

    /** Keys from elsewhere, which only their owner changes. */
    static KeyRing fixed(Keys keys) {
        return new KeyRing(null, keys);
    }

    Keys now() {
        return keys;
    }

    /** The keys that hold the one of that id, if any of ours do. */
    Keys holding(String id) {
        if (!keys.sealing().containsKey(id)) {
            reread();
        }
        return keys;
    }

    private synchronized void reread() {
        if (file != null) {
            keys = file.read();
        }
    }

    boolean canGrow() {
        return file != null;
    }

    /**
     * A new key, on the disk before it seals anything.
     *
     * @throws Refused when the keys come from the environment
     */
    synchronized Keys grow() {
        if (file == null) {
            throw new Refused(Refused.Kind.RULE, "vault.refused.keys-elsewhere");
        }
        var grown = file.read().grown(KeyFile.fresh());
        file.replace(grown);
        keys = grown;
        return grown;
    }
}
