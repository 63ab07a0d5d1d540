package wanhu.embedded;

import java.net.URI;
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
    /**
     * The external database of the settings.
     *
     * @throws CannotStart when the address is of another kind
     */
    static Address of(Settings settings, String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new Address(url, settings.databaseUser(), settings.databasePassword());
        }
        var address = URI.create(url);
        if (!List.of("postgresql", "postgres").contains(address.getScheme())) {
            throw new CannotStart(
                    "Expected a database address like postgresql://user:password@host:5432/name"
                            + " but got another kind.");
        }
        var query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        var host = address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
        var jdbc = "jdbc:postgresql://" + host + address.getPath() + query;
        var named =
                address.getUserInfo() == null ? new String[0] : address.getUserInfo().split(":", 2);
        return new Address(
                jdbc,
                named.length > 0 ? named[0] : settings.databaseUser(),
                named.length > 1 ? named[1] : settings.databasePassword());
    }

    @Override
    public String toString() {
        return "Address[…]";
    }
}
