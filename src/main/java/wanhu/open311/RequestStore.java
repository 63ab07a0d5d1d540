package wanhu.open311;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Ids;
import wanhu.base.Sql;
import wanhu.life.Matter;
import wanhu.life.Stage;

/** The rows of what was sent with keys, and of where it stood when. */
@Repository
class RequestStore {
    private final JdbcClient db;

    RequestStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Something that was sent.
     *
     * @param content keyed digest of what it said
     */
    record Sent(UUID matter, UUID key, UUID requester, String number, String content) {}

    /** Writes a row with its first change; false when the matter has one. */
    boolean insert(int county, Sent sent, Post post, Instant now) {
        int rows =
                db.sql(
                                """
                                insert into open311.request (county, matter_id, key_id, requester_id, number, token, content,
                                    category, open, told_at, changed_at)
                                values (:county, :matter, :key, :requester, :number, nullif(:token, ''), :content,
                                    :category, true, :now, :now)
                                on conflict do nothing
                                """)
                        .param("county", county)
                        .param("matter", sent.matter())
                        .param("key", sent.key())
                        .param("requester", sent.requester())
                        .param("number", sent.number())
                        .param("token", post.token())
                        .param("content", sent.content())
                        .param("category", post.wish().what().category())
                        .param("now", Sql.at(now))
                        .update();
        if (rows > 0) {
            change(county, sent.matter(), Stage.REGISTERED, now);
        }
        return rows > 0;
    }

    /** Follows a matter that took a step; nothing when it was not sent with a key. */
    void follow(Matter matter, boolean moved, Instant at) {
        int rows =
                db.sql(
                                """
                                update open311.request
                                set category = :category, open = :open, changed_at = :at
                                where county = :county and matter_id = :matter
                                """)
                        .param("county", matter.county())
                        .param("matter", matter.id())
                        .param("category", matter.about().category())
                        .param("open", matter.open())
                        .param("at", Sql.at(at))
                        .update();
        if (rows > 0 && moved) {
            change(matter.county(), matter.id(), matter.stage(), at);
        }
    }

    private void change(int county, UUID matter, Stage stage, Instant at) {
        db.sql(
                        """
                        insert into open311.change (county, id, matter_id, key_id, stage, open, at)
                        select :county, :id, r.matter_id, r.key_id, :stage, :open, :at
                        from open311.request r
                        where r.county = :county and r.matter_id = :matter
                        """)
                .param("county", county)
                .param("id", Ids.next())
                .param("matter", matter)
                .param("stage", stage.name())
                .param("open", stage.open())
                .param("at", Sql.at(at))
                .update();
    }

    /** What became of a matter's post; it has one. */
    Sent get(int county, UUID matter) {
        return db.sql(
                        """
                        select matter_id, key_id, requester_id, number, content
                        from open311.request
                        where county = :county and matter_id = :matter
                        """)
                .param("county", county)
                .param("matter", matter)
                .query(RequestStore::sent)
                .single();
    }

    /** What was sent with that token, by whichever key. */
    @Transactional(readOnly = true)
    Optional<Sent> byToken(int county, String token) {
        return db.sql(
                        """
                        select matter_id, key_id, requester_id, number, content
                        from open311.request
                        where county = :county and token = :token
                        """)
                .param("county", county)
                .param("token", token)
                .query(RequestStore::sent)
                .optional();
    }

    /** The last that said the same with this key since then. */
    Optional<Sent> same(ApiKey key, String content, Instant since) {
        return db.sql(
                        """
                        select matter_id, key_id, requester_id, number, content
                        from open311.request
                        where county = :county and key_id = :key and content = :content and told_at > :since
                        order by told_at desc
                        limit 1
                        """)
                .param("county", key.county())
                .param("key", key.id())
                .param("content", content)
                .param("since", Sql.at(since))
                .query(RequestStore::sent)
                .optional();
    }

    /** What a key sent under these numbers. */
    @Transactional(readOnly = true)
    List<Sent> numbered(ApiKey key, List<String> numbers) {
        return db.sql(
                        """
                        select matter_id, key_id, requester_id, number, content
                        from open311.request
                        where county = :county and number = any(:numbers) and key_id = :key
                        """)
                .param("county", key.county())
                .param("key", key.id())
                .param("numbers", numbers.toArray(String[]::new))
                .query(RequestStore::sent)
                .list();
    }

    /** Matters that a key sent and that fit, the last told first. */
    @Transactional(readOnly = true)
    List<UUID> matters(ApiKey key, Asked asked) {
        return db
                .sql(
                        """
                        select matter_id
                        from open311.request
                        where county = :county and key_id = :key
                          and told_at >= :told_from and told_at < :told_until
                          and changed_at >= :changed_from and changed_at < :changed_until
                          and (:any_category or category = any(:categories))
                          and ((:open and open) or (:closed and not open))
                        order by told_at desc, matter_id desc
                        limit :limit
                        """)
                .param("county", key.county())
                .param("key", key.id())
                .param("told_from", Sql.at(asked.told().from()))
                .param("told_until", Sql.at(asked.told().until()))
                .param("changed_from", Sql.at(asked.changed().from()))
                .param("changed_until", Sql.at(asked.changed().until()))
                .param("any_category", asked.categories().isEmpty())
                .param("categories", asked.categories().toArray(String[]::new))
                .param("open", asked.open())
                .param("closed", asked.closed())
                .param("limit", asked.skip() + asked.limit())
                .query((row, _) -> Sql.uuid(row, "matter_id"))
                .list()
                .stream()
                .skip(asked.skip())
                .toList();
    }

    /** When each of these matters moved last. */
    @Transactional(readOnly = true)
    Map<UUID, Instant> changed(int county, List<UUID> matters) {
        var changed = new HashMap<UUID, Instant>();
        db.sql(
                        """
                        select matter_id, changed_at
                        from open311.request
                        where county = :county and matter_id = any(:matters)
                        """)
                .param("county", county)
                .param("matters", matters.toArray(UUID[]::new))
                .query(row -> {
                    changed.put(Sql.uuid(row, "matter_id"), Sql.instant(row, "changed_at"));
                });
        return changed;
    }

    /** Where a matter stood since some time. */
    record Change(UUID id, String number, Stage stage, Instant at) {}

    /** What moved among the matters of a key, the last first. */
    @Transactional(readOnly = true)
    List<Change> changes(ApiKey key, Asked asked) {
        return db
                .sql(
                        """
                        select c.id, r.number, c.stage, c.at
                        from open311.change c
                        join open311.request r on r.county = c.county and r.matter_id = c.matter_id
                        where c.county = :county and c.key_id = :key and c.at >= :from and c.at < :until
                        order by c.at desc, c.id desc
                        limit :limit
                        """)
                .param("county", key.county())
                .param("key", key.id())
                .param("from", Sql.at(asked.told().from()))
                .param("until", Sql.at(asked.told().until()))
                .param("limit", asked.skip() + asked.limit())
                .query((row, _) ->
                        new Change(
                                Sql.uuid(row, "id"),
                                row.getString("number"),
                                Stage.valueOf(row.getString("stage")),
                                Sql.instant(row, "at")))
                .list()
                .stream()
                .skip(asked.skip())
                .toList();
    }

    private static Sent sent(ResultSet row, int number) throws SQLException {
        return new Sent(
                Sql.uuid(row, "matter_id"),
                Sql.uuid(row, "key_id"),
                Sql.uuid(row, "requester_id"),
                row.getString("number"),
                row.getString("content"));
    }
}
