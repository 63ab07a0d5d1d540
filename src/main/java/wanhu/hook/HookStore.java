package wanhu.hook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

/** The rows of who is called. */
@Repository
class HookStore {
    private static final String COLUMNS =
            "h.county, h.id, h.token_id, h.address, h.events, h.made_at, h.ended_at";

    private final JdbcClient db;

    HookStore(JdbcClient db) {
        this.db = db;
    }

    /** The secrets of one, sealed; the old one null when it signs no longer. */
    record Secrets(String now, @Nullable String before) {}

    boolean insert(Hook hook, UUID person, String secret) {
        return db.sql(
                                """
                                insert into hook.hook (county, id, token_id, person_id, address, events, secret_sealed, made_at)
                                values (:county, :id, :token, :person, :address, :events, :secret, :made)
                                on conflict do nothing
                                """)
                        .param("county", hook.county())
                        .param("id", hook.id())
                        .param("token", hook.token())
                        .param("person", person)
                        .param("address", hook.address())
                        .param(
                                "events",
                                hook.events().stream()
                                        .map(HookEvent::name)
                                        .sorted()
                                        .collect(Collectors.joining(",")))
                        .param("secret", secret)
                        .param("made", Sql.at(hook.made()))
                        .update()
                == 1;
    }

    /** Those of a token that have not ended. */
    List<Hook> ofToken(int county, UUID token, int limit) {
        return db.sql(
                        """
                        select %s
                        from hook.hook h
                        where h.county = :county and h.token_id = :token and h.ended_at is null
                        order by h.made_at, h.id
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("token", token)
                .param("limit", limit)
                .query(HookStore::row)
                .list();
    }

    /** Those that a person's tokens set up and that have not ended. */
    List<Hook> ofPerson(int county, UUID person, int limit) {
        return db.sql(
                        """
                        select %s
                        from hook.hook h
                        where h.county = :county and h.person_id = :person and h.ended_at is null
                        order by h.made_at desc, h.id desc
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("person", person)
                .param("limit", limit)
                .query(HookStore::row)
                .list();
    }

    /** All of a county that have not ended. */
    List<Hook> live(int county, int limit) {
        return db.sql(
                        """
                        select %s
                        from hook.hook h
                        where h.county = :county and h.ended_at is null
                        order by h.made_at, h.id
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("limit", limit)
                .query(HookStore::row)
                .list();
    }

    Optional<Hook> find(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from hook.hook h
                        where h.county = :county and h.id = :id and h.ended_at is null
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("id", id)
                .query(HookStore::row)
                .optional();
    }

    Secrets secrets(Hook hook, Instant now) {
        return db.sql(
                        """
                        select secret_sealed, case when old_until > :now then old_sealed end as old_sealed
                        from hook.hook
                        where county = :county and id = :id
                        """)
                .param("county", hook.county())
                .param("id", hook.id())
                .param("now", Sql.at(now))
                .query((row, _) ->
                        new Secrets(row.getString("secret_sealed"), row.getString("old_sealed")))
                .single();
    }

    void rotate(Hook hook, String secret, Instant oldUntil) {
        db.sql(
                        """
                        update hook.hook
                        set old_sealed = secret_sealed, old_until = :until, secret_sealed = :secret
                        where county = :county and id = :id
                        """)
                .param("county", hook.county())
                .param("id", hook.id())
                .param("secret", secret)
                .param("until", Sql.at(oldUntil))
                .update();
    }

    void end(Hook hook, Instant now) {
        db.sql(
                        """
                        update hook.hook
                        set ended_at = :now
                        where county = :county and id = :id
                        """)
                .param("county", hook.county())
                .param("id", hook.id())
                .param("now", Sql.at(now))
                .update();
    }

    private static Hook row(ResultSet row, int number) throws SQLException {
        return new Hook(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                Sql.uuid(row, "token_id"),
                row.getString("address"),
                Arrays.stream(row.getString("events").split(",", -1))
                        .map(HookEvent::valueOf)
                        .collect(Collectors.toSet()),
                Sql.instant(row, "made_at"),
                Sql.instantOrNull(row, "ended_at"));
    }
}
