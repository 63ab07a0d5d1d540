package wanhu.embedded;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import wanhu.base.CannotStart;
import wanhu.base.Settings;

/**
 * Where a database is and as whom one reaches it.
 *
 * @param url as JDBC wants it
 * @param user the user, unless the address names it in another way
 * @param password its password, likewise
 */
record Address(String url, @Nullable String user, @Nullable String password) {
    private static final String DRIVERS_OWN = "jdbc:postgresql:";
    private static final String HOST = "(?:[\\w.-]+|\\[[\\p{XDigit}:.]+\\])(?::\\d{1,5})?";
    private static final Pattern HOSTS = Pattern.compile(HOST + "(?:," + HOST + ")*");

    /**
     * The external database of the settings: {@code postgresql://user:password@host:5432/name},
     * where user and password may be percent-encoded (RFC 3986), or the driver's own form. Several
     * hosts with commas between them are servers of which one leads: the driver looks for the one
     * that writes, unless the address says otherwise.
     *
     * @throws CannotStart when the address is of another kind; the message repeats nothing of it,
     *     because it may carry a password
     */
    static Address of(Settings settings, String url) {
        if (url.startsWith(DRIVERS_OWN)) {
            return new Address(leading(url), settings.databaseUser(), settings.databasePassword());
        }
        var address = uri(url);
        var authority = String.valueOf(address.getRawAuthority());
        int at = authority.lastIndexOf('@');
        var hosts = authority.substring(at + 1);
        var user = authority.substring(0, Math.max(0, at));
        if (!List.of("postgresql", "postgres").contains(String.valueOf(address.getScheme()))
                || address.getRawAuthority() == null
                || !HOSTS.matcher(hosts).matches()
                || user.contains("@")
                || address.getPath().length() < 2) {
            throw wrong();
        }
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var named = at < 0 ? new String[0] : user.split(":", 2);
        return new Address(
                leading(DRIVERS_OWN + "//" + hosts + address.getRawPath() + query),
                named.length > 0 ? decoded(named[0]) : settings.databaseUser(),
                named.length > 1 ? decoded(named[1]) : settings.databasePassword());
    }

    /** Whether it names more than one server. */
    boolean several() {
        return several(url);
    }

    private static boolean several(String url) {
        return url.split("\\?", 2)[0].contains(",");
    }

    /** A server that follows another only reads. */
    private static String leading(String url) {
        if (!several(url) || url.contains("targetServerType=")) {
            return url;
        }
        return url + (url.contains("?") ? "&" : "?") + "targetServerType=primary";
    }

    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException _) {
            throw wrong();
        }
    }

    /** A plus is a plus here, other than in a form. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static CannotStart wrong() {
        return new CannotStart(
                "Expected a database address like postgresql://user:password@host:5432/name but got"
                        + " another kind; signs like @ / : in a password are written %40 %2F %3A.");
    }

    @Override
    public String toString() {
        return "Address[…]";
    }
}
