package wanhu.shell;

import java.util.regex.Pattern;

/** Tells a path of our own from an address that leads elsewhere (CWE-601). */
public final class OwnPath {
    private static final Pattern SAFE = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,2000}");

    private OwnPath() {}

    /** The wish when it is a path of our own, else the other. */
    public static String or(String wish, String other) {
        return SAFE.matcher(wish).matches() ? wish : other;
    }
}
