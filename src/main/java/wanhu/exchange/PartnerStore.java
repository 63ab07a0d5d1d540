package wanhu.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

/** The rows of other systems. */
@Repository
class PartnerStore {
    private static final String WHOLE =
            """
            select p.county, p.id, p.name, p.address, p.language, p.active, p.caller, p.rest_until, p.changed_by, m.version, m.entries
            from exchange.partner p
            join exchange.mapping m on m.county = p.county and m.partner_id = p.id and m.version = p.mapping
            """;

    private final JdbcClient db;

    PartnerStore(JdbcClient db) {
        this.db = db;
    }

    List<Partner> list(int county, int limit) {
        return db.sql(WHOLE + " where p.county = :county order by p.name limit :limit")
                .param("county", county)
                .param("limit", limit)
                .query(PartnerStore::row)
                .list();
    }

    Optional<Partner> find(int county, UUID id) {
        return db.sql(WHOLE + " where p.county = :county and p.id = :id")
                .param("county", county)
                .param("id", id)
                .query(PartnerStore::row)
                .optional();
    }

    /** Who hands over with that token. */
    Optional<Partner> calling(int county, UUID token) {
        return db.sql(WHOLE + " where p.county = :county and p.caller = :token and p.active")
                .param("county", county)
                .param("token", token)
                .query(PartnerStore::row)
                .optional();
    }

    /** The token, sealed. */
    String token(Partner partner) {
        return db.sql(
                        """
                        select token_sealed
                        from exchange.partner
                        where county = :county and id = :id
                        """)
                .param("county", partner.county())
                .param("id", partner.id())
                .query(String.class)
                .single();
    }

    void save(Partner partner, String token, Instant now) {
        db.sql(
                        """
                        insert into exchange.partner (county, id, name, address, language, token_sealed, active, mapping, caller,
                            rest_until, changed_at, changed_by)
                        values (:county, :id, :name, :address, :language, :token, :active, :mapping, :caller, :now, :now, :by)
                        on conflict (county, id) do update
                        set name = excluded.name, address = excluded.address, language = excluded.language, token_sealed = excluded.token_sealed,
                            active = excluded.active, mapping = excluded.mapping, caller = excluded.caller,
                            rest_until = excluded.rest_until, changed_at = excluded.changed_at, changed_by = excluded.changed_by
                        """)
                .param("county", partner.county())
                .param("id", partner.id())
                .param("name", partner.name())
                .param("address", partner.address())
                .param("language", partner.language().name())
                .param("token", token)
                .param("active", partner.active())
                .param("mapping", partner.mapping().version())
                .param("caller", partner.caller(), Types.OTHER)
                .param("now", Sql.at(now))
                .param("by", partner.changedBy())
                .update();
        db.sql(
                        """
                        insert into exchange.mapping (county, partner_id, version, entries, made_at, made_by)
                        values (:county, :id, :version, :entries, :now, :by)
                        on conflict (county, partner_id, version) do nothing
                        """)
                .param("county", partner.county())
                .param("id", partner.id())
                .param("version", partner.mapping().version())
                .param("entries", partner.mapping().text())
                .param("now", Sql.at(now))
                .param("by", partner.changedBy())
                .update();
    }

    /** Leaves it alone until then. */
    void rest(Partner partner, Instant until) {
        db.sql(
                        """
                        update exchange.partner
                        set rest_until = :until
                        where county = :county and id = :id
                        """)
                .param("county", partner.county())
                .param("id", partner.id())
                .param("until", Sql.at(until))
                .update();
    }

    private static Partner row(ResultSet row, int number) throws SQLException {
        return new Partner(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                row.getString("name"),
                row.getString("address"),
                Partner.Language.valueOf(row.getString("language")),
                row.getBoolean("active"),
                Mapping.read(row.getInt("version"), row.getString("entries")),
                Sql.uuidOrNull(row, "caller"),
                Sql.instant(row, "rest_until"),
                row.getString("changed_by"));
    }
}
