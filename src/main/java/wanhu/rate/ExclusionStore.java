package wanhu.rate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Actor;
import wanhu.base.Sql;

/** Exclusions and what was done with them. */
@Repository
class ExclusionStore {
    /** Exclusions of one list. */
    static final int LIST_ROWS_MAX = 300;

    private static final int EVENTS_MAX = 20;

    private final JdbcClient db;

    ExclusionStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Exclusion> find(int county, UUID id) {
        return db.sql(
                        """
                        select county, id, version, matter_id, matter_number, unit_id, ground, reason,
                            asked_person, asked_name, asked_at, state, decided_at
                        from rate.exclusion
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .query(ExclusionStore::read)
                .optional();
    }

    /** The row, locked until the end of the transaction. */
    Optional<Exclusion> lock(int county, UUID id) {
        db.sql("select 1 from rate.exclusion where county = :county and id = :id for update")
                .param("county", county)
                .param("id", id)
                .query(Integer.class)
                .optional();
        return find(county, id);
    }

    /** Those of some units, the latest first. */
    List<Exclusion> list(int county, Collection<UUID> units, Collection<Exclusion.State> states) {
        return db.sql(
                        """
                        select county, id, version, matter_id, matter_number, unit_id, ground, reason,
                            asked_person, asked_name, asked_at, state, decided_at
                        from rate.exclusion
                        where county = :county
                          and unit_id = any(:units)
                          and state = any(cast(:states as text[]))
                        order by asked_at desc, id desc
                        limit :limit
                        """)
                .param("county", county)
                .param("units", units.toArray(UUID[]::new))
                .param("states", states.stream().map(Enum::name).toArray(String[]::new))
                .param("limit", LIST_ROWS_MAX)
                .query(ExclusionStore::read)
                .list();
    }

    private static Exclusion read(ResultSet row, int line) throws SQLException {
        return new Exclusion(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                row.getInt("version"),
                Sql.uuid(row, "matter_id"),
                row.getString("matter_number"),
                Sql.uuid(row, "unit_id"),
                Exclusion.Ground.valueOf(row.getString("ground")),
                row.getString("reason"),
                Sql.uuid(row, "asked_person"),
                row.getString("asked_name"),
                Sql.instant(row, "asked_at"),
                Exclusion.State.valueOf(row.getString("state")),
                Sql.instantOrNull(row, "decided_at"));
    }

    /** Writes a new one; false when the matter is left out, or asked for, already. */
    boolean insert(Exclusion asked) {
        return db.sql(
                                """
                                insert into rate.exclusion (county, id, version, matter_id, matter_number,
                                    unit_id, ground, reason, asked_person, asked_name, asked_at, state)
                                values (:county, :id, :version, :matter, :number,
                                    :unit, :ground, :reason, :person, :name, :asked, :state)
                                on conflict do nothing
                                """)
                        .param("county", asked.county())
                        .param("id", asked.id())
                        .param("version", asked.version())
                        .param("matter", asked.matter())
                        .param("number", asked.number())
                        .param("unit", asked.unit())
                        .param("ground", asked.ground().name())
                        .param("reason", asked.reason())
                        .param("person", asked.person())
                        .param("name", asked.name())
                        .param("asked", Sql.at(asked.asked()))
                        .param("state", asked.state().name())
                        .update()
                == 1;
    }

    void decide(Exclusion on, Exclusion.State state, Instant now) {
        db.sql(
                        """
                        update rate.exclusion
                        set state = :state, version = version + 1, decided_at = :now
                        where county = :county and id = :id
                        """)
                .param("county", on.county())
                .param("id", on.id())
                .param("state", state.name())
                .param("now", Sql.at(now))
                .update();
    }

    /** What was done by somebody, as the number of that version. */
    void event(Actor actor, UUID exclusion, int seq, Exclusion.Event event) {
        db.sql(
                        """
                        insert into rate.exclusion_event
                            (county, exclusion_id, seq, state, text, by_person, by_unit, by_name, at)
                        values (:county, :exclusion, :seq, :state, :text, :person, :unit, :name, :at)
                        """)
                .param("county", actor.county())
                .param("exclusion", exclusion)
                .param("seq", seq)
                .param("state", event.state().name())
                .param("text", event.text())
                .param("person", actor.person())
                .param("unit", actor.unit())
                .param("name", event.name())
                .param("at", Sql.at(event.at()))
                .update();
    }

    List<Exclusion.Event> events(Exclusion on) {
        return db.sql(
                        """
                        select state, text, by_name, at
                        from rate.exclusion_event
                        where county = :county and exclusion_id = :id
                        order by seq
                        limit :limit
                        """)
                .param("county", on.county())
                .param("id", on.id())
                .param("limit", EVENTS_MAX)
                .query((row, _) ->
                        new Exclusion.Event(
                                Exclusion.State.valueOf(row.getString("state")),
                                row.getString("text"),
                                row.getString("by_name"),
                                Sql.instant(row, "at")))
                .list();
    }
}
