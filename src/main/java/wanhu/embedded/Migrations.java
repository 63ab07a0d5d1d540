package wanhu.embedded;

import static java.util.stream.Collectors.toCollection;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;
import wanhu.base.CannotStart;

/**
 * Runs the tables of each room, which lie beside its code, with a history of the room's own. The
 * order of rooms does not matter: no room refers to another one's tables. Spring Modulith has the
 * same, but reads all classes at each start to know the rooms: 5 s of CPU and 70 MB, measured.
 */
@Component
final class Migrations implements FlywayMigrationStrategy {
    private static final String HISTORY = "flyway_";

    /**
     * Lifts the {@link wanhu.base.Wall} for a whole connection, which must not come from the pool:
     * without it a migration would find the tables empty.
     */
    static final String WHOLE = "set wanhu.first = ''; set wanhu.beyond = ':'";

    private static final String WAIT = "; set lock_timeout = '1500ms'";
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int ATTEMPTS_MAX = 100;

    private final List<Keeper> keepers;
    private final DataSource apart;

    Migrations(Database.Running running) {
        keepers = running.keepers();
        apart = running.apart();
    }

    @Override
    public void migrate(Flyway flyway) {
        var known = Applied.known();
        if (!Applied.in(apart, rooms(known)).equals(known)) {
            keepers.forEach(Keeper::open);
            var database =
                    Flyway.configure().configuration(flyway.getConfiguration()).dataSource(apart);
            rooms(known).forEach(room -> patiently(of(room, database).load()));
        }
        keepers.forEach(Keeper::close);
        keepers.forEach(Keeper::counts);
    }

    /**
     * Who waits for a table makes everybody wait who comes later; so it gives up soon, lets them
     * pass, and tries again (decision 0030).
     */
    static void patiently(Flyway flyway) {
        for (int attempt = 1; ; attempt++) {
            try {
                flyway.migrate();
                return;
            } catch (FlywayException failed) {
                if (!busy(failed) || attempt == ATTEMPTS_MAX) {
                    throw failed;
                }
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private static boolean busy(FlywayException failed) {
        return NestedExceptionUtils.getMostSpecificCause(failed) instanceof SQLException said
                && LOCK_NOT_AVAILABLE.equals(said.getSQLState());
    }

    /** Brings rooms to given versions and no further. */
    static void to(Configuration database, Map<String, String> versions) {
        var known = rooms(Applied.known());
        versions.forEach((room, version) -> {
            var wanted = MigrationVersion.fromVersion(version);
            var flyway = of(room, database).target(wanted).load();
            if (!known.contains(room) || newest(flyway).compareTo(wanted) < 0) {
                throw new CannotStart(
                        "The tables of "
                                + room
                                + " are of version "
                                + version
                                + ", which this program does not know yet: use a newer one.");
            }
            patiently(flyway);
        });
    }

    private static MigrationVersion newest(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .map(MigrationInfo::getVersion)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
    }

    /** How the tables of a room are brought up. */
    static FluentConfiguration of(String room, Configuration database) {
        var flyway = Flyway.configure().configuration(database).initSql(WHOLE + WAIT);
        // An index made beside the work of others waits for all transactions, also for Flyway's
        // own.
        Objects.requireNonNull(
                        flyway.getConfigurationExtension(PostgreSQLConfigurationExtension.class))
                .setTransactionalLock(false);
        return flyway.locations("classpath:wanhu/" + room)
                .table(history(room))
                .javaMigrationClassProvider(List::of)
                .baselineOnMigrate(true)
                .baselineVersion("0");
    }

    /** The table in which Flyway keeps what was run for a room. */
    static String history(String room) {
        return HISTORY + room;
    }

    private static Set<String> rooms(Set<Applied.Script> scripts) {
        return scripts.stream().map(Applied.Script::room).collect(toCollection(TreeSet::new));
    }
}
