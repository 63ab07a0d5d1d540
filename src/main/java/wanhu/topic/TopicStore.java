package wanhu.topic;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Sql;

/** Topics as people made them of groups: counted, named, put together and taken apart. */
@Repository
class TopicStore {
    /** Topics of one list. */
    static final int LIST_ROWS_MAX = 100;

    /** Matters of one topic that are listed. */
    static final int MEMBERS_MAX = 1_000;

    private static final int EVENTS_MAX = 100;

    private final JdbcClient db;

    TopicStore(JdbcClient db) {
        this.db = db;
    }

    /** The words of groups. */
    List<Named> words(int county, Collection<UUID> clusters) {
        return db.sql(
                        """
                        select id, words
                        from topic.cluster
                        where county = :county and id = any(:ids)
                        limit :limit
                        """)
                .param("county", county)
                .param("ids", clusters.toArray(UUID[]::new))
                .param("limit", MEMBERS_MAX)
                .query((row, _) ->
                        new Named(
                                Sql.uuid(row, "id"),
                                List.of((String[]) row.getArray("words").getArray())))
                .list();
    }

    /** Words of a group. */
    record Named(UUID id, List<String> words) {}

    /**
     * What people made of a topic.
     *
     * @param name as they call it; empty for its words
     * @param into the topic of which it is a part by now; null for none
     */
    record Made(UUID id, int version, String name, boolean dismissed, @Nullable UUID into) {
        static Made nothing(UUID id) {
            return new Made(id, 0, "", false, null);
        }
    }

    List<Made> made(int county, Collection<UUID> topics) {
        return db.sql(
                        """
                        select id, version, name, dismissed, merged_into
                        from topic.topic
                        where county = :county and id = any(:ids)
                        limit :limit
                        """)
                .param("county", county)
                .param("ids", topics.toArray(UUID[]::new))
                .param("limit", MEMBERS_MAX)
                .query((row, _) ->
                        new Made(
                                Sql.uuid(row, "id"),
                                row.getInt("version"),
                                row.getString("name"),
                                row.getBoolean("dismissed"),
                                Sql.uuidOrNull(row, "merged_into")))
                .list();
    }

    /** Whether there is a topic with that id: a group, or one that a person made. */
    boolean known(int county, UUID topic) {
        return db.sql(
                        """
                        select exists (select from topic.cluster where county = :county and id = :id)
                            or exists (select from topic.topic where county = :county and id = :id)
                        """)
                .param("county", county)
                .param("id", topic)
                .query(Boolean.class)
                .single();
    }

    /** Writes what people make of it; false when somebody was faster. */
    boolean save(int county, Made made) {
        return db.sql(
                                """
                                insert into topic.topic
                                    (county, id, version, name, dismissed, merged_into)
                                values (:county, :id, 1, :name, :dismissed, :into)
                                on conflict (county, id) do update
                                    set version = topic.version + 1, name = :name,
                                        dismissed = :dismissed, merged_into = :into
                                    where topic.version = :version
                                """)
                        .param("county", county)
                        .param("id", made.id())
                        .param("version", made.version())
                        .param("name", made.name())
                        .param("dismissed", made.dismissed())
                        .param("into", made.into())
                        .update()
                == 1;
    }

    /** What was part of a topic that becomes part of another goes with it. */
    void follow(int county, UUID from, UUID into) {
        db.sql(
                        """
                        update topic.topic set merged_into = :into, version = version + 1
                        where county = :county and merged_into = :from
                        """)
                .param("county", county)
                .param("from", from)
                .param("into", into)
                .update();
    }

    /** Puts matters into a topic, for good. */
    void pin(int county, Collection<UUID> matters, Pinned where) {
        db.sql(
                        """
                        insert into topic.pin (county, matter_id, topic_id, parent_id, by_person)
                        select :county, each.id, :topic, :parent, :person
                        from unnest(:matters) as each (id)
                        on conflict (county, matter_id) do update
                            set topic_id = :topic, parent_id = :parent, by_person = :person
                            where :person or not pin.by_person
                        """)
                .param("county", county)
                .param("matters", matters.toArray(UUID[]::new))
                .param("topic", where.topic())
                .param("parent", where.parent())
                .param("person", where.person())
                .update();
    }

    /** Into which topic, out of which, and whether a person said so. */
    record Pinned(UUID topic, UUID parent, boolean person) {}

    /** Those of the groups out of which a topic was taken. */
    List<UUID> parents(int county, Collection<UUID> groups) {
        return db.sql(
                        """
                        select distinct parent_id
                        from topic.pin
                        where county = :county and parent_id = any(:groups)
                        order by parent_id
                        limit :limit
                        """)
                .param("county", county)
                .param("groups", groups.toArray(UUID[]::new))
                .param("limit", MEMBERS_MAX)
                .query(UUID.class)
                .list();
    }

    /** Topics that were taken out of a group. */
    List<UUID> children(int county, UUID parent) {
        return db.sql(
                        """
                        select distinct topic_id
                        from topic.pin
                        where county = :county and parent_id = :parent
                        order by topic_id
                        limit :limit
                        """)
                .param("county", county)
                .param("parent", parent)
                .param("limit", LIST_ROWS_MAX)
                .query(UUID.class)
                .list();
    }

    /** The matters that a person put into a topic. */
    List<UUID> pinned(int county, UUID topic) {
        return db.sql(
                        """
                        select matter_id
                        from topic.pin
                        where county = :county and topic_id = :topic and by_person
                        order by matter_id
                        limit :limit
                        """)
                .param("county", county)
                .param("topic", topic)
                .param("limit", LIST_ROWS_MAX)
                .query(UUID.class)
                .list();
    }

    /** Something that a person did with a topic. */
    record Event(String act, String text, String name, Instant at) {}

    void event(Actor actor, UUID topic, Event event) {
        db.sql(
                        """
                        insert into topic.event
                            (county, id, topic_id, act, text, by_person, by_name, at)
                        values (:county, :id, :topic, :act, :text, :person, :name, :at)
                        """)
                .param("county", actor.county())
                .param("id", Ids.next())
                .param("topic", topic)
                .param("act", event.act())
                .param("text", event.text())
                .param("person", actor.person())
                .param("name", event.name())
                .param("at", Sql.at(event.at()))
                .update();
    }

    List<Event> events(int county, UUID topic) {
        return db.sql(
                        """
                        select act, text, by_name, at
                        from topic.event
                        where county = :county and topic_id = :topic
                        order by at, id
                        limit :limit
                        """)
                .param("county", county)
                .param("topic", topic)
                .param("limit", EVENTS_MAX)
                .query((row, _) ->
                        new Event(
                                row.getString("act"),
                                row.getString("text"),
                                row.getString("by_name"),
                                Sql.instant(row, "at")))
                .list();
    }
}
