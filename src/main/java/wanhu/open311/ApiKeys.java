package wanhu.open311;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Sql;
import wanhu.base.Verb;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.vault.Vault;

/** The keys with which other systems report: made, listed and ended by a person, each in a unit. */
@Service
class ApiKeys {
    /** Longest name, in characters. */
    static final int NAME_CHARACTERS_MAX = 60;

    /** Most keys that a county may have made, ended ones too. */
    static final int KEYS_MAX = 500;

    private static final String DIGEST = "open311.key.digest";
    private static final String SIGN = "wh-";
    private static final int SECRET_BYTES = 24;
    private static final int SECRET_CHARACTERS_MAX = 100;

    private final JdbcClient db;
    private final Units units;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ApiKeys(JdbcClient db, Units units, Vault vault, Audit audit, Clock clock) {
        this.db = db;
        this.units = units;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A key that was just made.
     *
     * @param secret what the other system sends as {@code api_key}; shown once, kept nowhere
     */
    record Made(ApiKey key, String secret) {
        @Override
        public String toString() {
            return "Made[hidden]";
        }
    }

    /**
     * Makes a key that reports within a unit's territory.
     *
     * @throws Refused INVALID without a proper name, FORBIDDEN for a unit beyond the actor's own,
     *     RULE when the county has {@link #KEYS_MAX}
     */
    @Transactional
    Made make(Actor actor, String name, String unitCode) {
        var whose = name.strip();
        boolean named =
                !whose.isEmpty() && whose.codePointCount(0, whose.length()) <= NAME_CHARACTERS_MAX;
        Refused.unless(Refused.Kind.INVALID, named, "open311.refused.name", NAME_CHARACTERS_MAX);
        var unit = territory(actor, unitCode);
        Refused.unless(
                Refused.Kind.RULE, list(actor).size() < KEYS_MAX, "open311.refused.many", KEYS_MAX);
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = SIGN + HexFormat.of().formatHex(bytes);
        var key = new ApiKey(actor.county(), Ids.next(), whose, unit.id(), clock.instant(), null);
        insert(actor, key, secret);
        audit.record(
                actor,
                Act.of(Verb.API_KEY_MADE, key.id()).with("name", whose).with("unit", unit.code()));
        return new Made(key, secret);
    }

    private Unit territory(Actor actor, String code) {
        return units.tree(actor.county())
                .byCode(code)
                .filter(unit -> unit.live() && unit.kind().territorial())
                .filter(unit -> unit.county() == actor.county() && actor.covers(unit.path()))
                .orElseThrow(() -> new Refused(Refused.Kind.FORBIDDEN, "open311.refused.unit"));
    }

    private void insert(Actor actor, ApiKey key, String secret) {
        db.sql(
                        """
                        insert into open311.key (county, id, digest, name, unit_id, made_at, made_by)
                        values (:county, :id, :digest, :name, :unit, :made, :person)
                        """)
                .param("county", key.county())
                .param("id", key.id())
                .param("digest", vault.index(DIGEST, secret))
                .param("name", key.name())
                .param("unit", key.unit())
                .param("made", Sql.at(key.made()))
                .param("person", actor.person())
                .update();
    }

    /**
     * Ends a key at once; what came with it stays.
     *
     * @throws Refused MISSING for a key that is not good, or of a unit beyond the actor's own
     */
    @Transactional
    void end(Actor actor, UUID id) {
        var key =
                list(actor).stream()
                        .filter(each -> each.id().equals(id) && each.ended() == null)
                        .findFirst()
                        .orElseThrow(
                                () -> new Refused(Refused.Kind.MISSING, "open311.refused.key"));
        db.sql(
                        """
                        update open311.key
                        set ended_at = :now, ended_by = :person
                        where county = :county and id = :id and ended_at is null
                        """)
                .param("county", key.county())
                .param("id", key.id())
                .param("now", Sql.at(clock.instant()))
                .param("person", actor.person())
                .update();
        audit.record(actor, Act.of(Verb.API_KEY_ENDED, key.id()).with("name", key.name()));
    }

    /** The keys of the units that the actor covers, the newest first. */
    @Transactional(readOnly = true)
    List<ApiKey> list(Actor actor) {
        var tree = units.tree(actor.county());
        return db
                .sql(
                        """
                        select county, id, name, unit_id, made_at, ended_at
                        from open311.key
                        where county = :county
                        order by made_at desc, id desc
                        limit :limit
                        """)
                .param("county", actor.county())
                .param("limit", KEYS_MAX)
                .query(ApiKeys::row)
                .list()
                .stream()
                .filter(key ->
                        tree.find(key.unit()).filter(unit -> actor.covers(unit.path())).isPresent())
                .toList();
    }

    /** The key of a secret; empty when it was never one or has ended. */
    @Transactional(readOnly = true)
    Optional<ApiKey> find(int county, String secret) {
        if (secret.length() > SECRET_CHARACTERS_MAX) {
            return Optional.empty();
        }
        return db.sql(
                        """
                        select county, id, name, unit_id, made_at, ended_at
                        from open311.key
                        where county = :county and digest = :digest and ended_at is null
                        """)
                .param("county", county)
                .param("digest", vault.index(DIGEST, secret))
                .query(ApiKeys::row)
                .optional();
    }

    private static ApiKey row(ResultSet row, int number) throws SQLException {
        return new ApiKey(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                row.getString("name"),
                Sql.uuid(row, "unit_id"),
                Sql.instant(row, "made_at"),
                Sql.instantOrNull(row, "ended_at"));
    }
}
