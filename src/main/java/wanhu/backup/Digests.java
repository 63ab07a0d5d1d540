package wanhu.backup;

import java.security.MessageDigest;
import java.util.HexFormat;

/** Digests as text. */
final class Digests {
    private Digests() {}

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
