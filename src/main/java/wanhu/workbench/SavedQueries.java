package wanhu.workbench;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Sql;

/** The searches that a person keeps (常用查询). */
@Repository
class SavedQueries {
    /** Most searches of a person. */
    static final int QUERIES_MAX = 20;

    /** Longest name in characters. */
    static final int NAME_CHARACTERS_MAX = 40;

    private final JdbcClient db;
    private final Clock clock;

    SavedQueries(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** A search with its name; the query is the part of the address behind the question mark. */
    record Saved(UUID id, String name, String query) {}

    List<Saved> of(Actor actor) {
        return db.sql(
                        """
                        select id, name, query
                        from workbench.saved_query
                        where county = :county and person = :person
                        order by saved_at, id
                        limit :limit
                        """)
                .param("county", actor.county())
                .param("person", actor.person())
                .param("limit", QUERIES_MAX)
                .query((row, _) ->
                        new Saved(
                                Sql.uuid(row, "id"), row.getString("name"), row.getString("query")))
                .list();
    }

    /** Keeps a search; one of the same name is replaced. */
    void save(Actor actor, String name, String query) {
        db.sql(
                        """
                        insert into workbench.saved_query (county, id, person, name, query, saved_at)
                        values (:county, :id, :person, :name, :query, :now)
                        on conflict (county, person, name) do update set query = excluded.query
                        """)
                .param("county", actor.county())
                .param("id", Ids.next())
                .param("person", actor.person())
                .param("name", name)
                .param("query", query)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    /** Drops a search of this person; nothing happens when there is none with that id. */
    void remove(Actor actor, UUID id) {
        db.sql(
                        """
                        delete from workbench.saved_query
                        where county = :county and person = :person and id = :id
                        """)
                .param("county", actor.county())
                .param("person", actor.person())
                .param("id", id)
                .update();
    }
}
