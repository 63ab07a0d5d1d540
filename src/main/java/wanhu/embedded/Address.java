package wanhu.embedded;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
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

    /**
     * The external database of the settings: {@code postgresql://user:password@host:5432/name},
     * where user and password may be percent-encoded (RFC 3986), or the driver's own form, which
     * passes as it is.
     *
     * @throws CannotStart when the address is of another kind; the message repeats nothing of it,
     *     because it may carry a password
     */
    static Address of(Settings settings, String url) {
        if (url.startsWith(DRIVERS_OWN)) {
            return new Address(url, settings.databaseUser(), settings.databasePassword());
        }
        var address = uri(url);
        if (!List.of("postgresql", "postgres").contains(String.valueOf(address.getScheme()))
                || address.getHost() == null
                || address.getPath().length() < 2) {
            throw wrong();
        }
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var host = address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
        var jdbc = DRIVERS_OWN + "//" + host + address.getRawPath() + query;
        var user = address.getRawUserInfo();
        var named = user == null ? new String[0] : user.split(":", 2);
        return new Address(
                jdbc,
                named.length > 0 ? decoded(named[0]) : settings.databaseUser(),
                named.length > 1 ? decoded(named[1]) : settings.databasePassword());
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
