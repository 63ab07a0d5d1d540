package wanhu.base;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the person who starts the product decides; {@code ./run --help} lists it. Each can also be
 * an environment variable ({@code WANHU_DATABASE_URL} and so on), so that a password need not stand
 * in a list of processes.
 *
 * @param data directory of everything that must be kept; made when it is missing
 * @param demo whether the demo county, the sign-in buttons and the movable clock exist
 * @param port TCP port of the pages; 0 takes any free one
 * @param databaseUrl an external PostgreSQL 18 as {@code jdbc:postgresql://…} or {@code
 *     postgresql://…}; without it the embedded one runs
 * @param databaseUser its user, unless the address names it
 * @param databasePassword its password, unless the address names it
 * @param archive folder into which the embedded database writes what changes, so that one can go
 *     back to any moment; none without it
 */
@ConfigurationProperties("wanhu")
public record Settings(
        @DefaultValue("data") Path data,
        @DefaultValue("false") boolean demo,
        @DefaultValue("8080") int port,
        @Nullable String databaseUrl,
        @Nullable String databaseUser,
        @Nullable String databasePassword,
        @Nullable Path archive) {
    /** Directories are absolute from here on; an empty text counts as no setting. */
    public Settings {
        data = data.toAbsolutePath().normalize();
        archive = archive == null ? null : archive.toAbsolutePath().normalize();
        databaseUrl = databaseUrl == null || databaseUrl.isBlank() ? null : databaseUrl;
    }

    @Override
    public String toString() {
        return "Settings[data=" + data + ", demo=" + demo + ", port=" + port + "]";
    }
}
