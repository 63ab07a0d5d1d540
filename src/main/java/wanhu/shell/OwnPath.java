package wanhu.shell;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** Tells a path of our own from an address that leads elsewhere (CWE-601) or nowhere. */
public final class OwnPath {
    private static final Pattern SAFE = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]{0,2000}");

    /** What is left of steps that lead up out of everything. */
    private static final String ABOVE = "/..";

    private OwnPath() {}

    /** The wish, as an address has it, when it is a path of our own, else the other. */
    public static String or(String wish, String other) {
        if (!SAFE.matcher(wish).matches()) {
            return other;
        }
        try {
            var path = new URI(wish).normalize();
            boolean own =
                    !path.getRawPath().startsWith(ABOVE)
                            && SAFE.matcher(path.toASCIIString()).matches();
            return own ? path.toASCIIString() : other;
        } catch (URISyntaxException none) {
            return other;
        }
    }
}
