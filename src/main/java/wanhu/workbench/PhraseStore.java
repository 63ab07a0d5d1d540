package wanhu.workbench;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Sql;

/** What a unit often writes (常用语). */
@Repository
class PhraseStore {
    /** Most phrases of a unit. */
    static final int PHRASES_MAX = 30;

    /** Longest phrase in characters. */
    static final int CHARACTERS_MAX = 200;

    private final JdbcClient db;
    private final Clock clock;

    PhraseStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A phrase with its id. */
    record Phrase(UUID id, String text) {}

    List<Phrase> of(Actor actor) {
        return db.sql(
                        """
                        select id, text
                        from workbench.phrase
                        where county = :county and unit_id = :unit
                        order by added_at, id
                        limit :limit
                        """)
                .param("county", actor.county())
                .param("unit", actor.unit())
                .param("limit", PHRASES_MAX)
                .query((row, _) -> new Phrase(Sql.uuid(row, "id"), row.getString("text")))
                .list();
    }

    void add(Actor actor, String text) {
        db.sql(
                        """
                        insert into workbench.phrase (county, id, unit_id, text, added_at, added_by)
                        values (:county, :id, :unit, :text, :now, :person)
                        on conflict (county, unit_id, text) do nothing
                        """)
                .param("county", actor.county())
                .param("id", Ids.next())
                .param("unit", actor.unit())
                .param("text", text)
                .param("now", Sql.at(clock.instant()))
                .param("person", actor.person())
                .update();
    }

    /** Takes one away; nothing happens when the unit has none with that id. */
    void remove(Actor actor, UUID id) {
        db.sql(
                        """
                        delete from workbench.phrase
                        where county = :county and unit_id = :unit and id = :id
                        """)
                .param("county", actor.county())
                .param("unit", actor.unit())
                .param("id", id)
                .update();
    }
}
