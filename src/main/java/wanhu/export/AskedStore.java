package wanhu.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Actor;
import wanhu.base.Sql;

/** The rows of large exports that were asked for. */
@Repository
class AskedStore {
    private static final String COLUMNS =
            """
            a.county, a.id, a.list, a.filters, a.told, a.rows, a.asked_by, a.asked_unit, a.asked_name, a.reason,
            a.asked_at, a.lapses_at, a.granted, a.decided_name, a.answer, a.decided_at, a.until_at, a.uses
            """;

    private final JdbcClient db;

    AskedStore(JdbcClient db) {
        this.db = db;
    }

    void insert(Actor actor, Asked asked) {
        var wish = asked.wish();
        db.sql(
                        """
                        insert into export.asked (county, id, list, filters, told, rows, asked_by, asked_post, asked_unit,
                            asked_name, reason, asked_at, lapses_at)
                        values (:county, :id, :list, :filters, :told, :rows, :person, :post, :unit,
                            :name, :reason, :at, :lapses)
                        """)
                .param("county", asked.county())
                .param("id", asked.id())
                .param("list", wish.list())
                .param("filters", wish.filters())
                .param("told", wish.told())
                .param("rows", wish.rows())
                .param("person", asked.by().person())
                .param("post", actor.post())
                .param("unit", asked.by().unit())
                .param("name", asked.by().name())
                .param("reason", asked.reason())
                .param("at", Sql.at(asked.at()))
                .param("lapses", Sql.at(asked.lapses()))
                .update();
    }

    /** How many others' wishes wait, of one unit or of all when it is null. */
    int waiting(Actor actor, @Nullable UUID unit, Instant now) {
        return db.sql(
                        """
                        select count(*)
                        from export.asked
                        where county = :county and decided_at is null and lapses_at > :now
                          and (cast(:unit as uuid) is null or asked_unit = :unit)
                          and asked_by <> :person
                        """)
                .param("county", actor.county())
                .param("unit", unit)
                .param("person", actor.person())
                .param("now", Sql.at(now))
                .query(Integer.class)
                .single();
    }

    Optional<Asked> find(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from export.asked a
                        where a.county = :county and a.id = :id
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("id", id)
                .query(AskedStore::read)
                .optional();
    }

    /** The row, locked until the end of the transaction. */
    Optional<Asked> lock(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from export.asked a
                        where a.county = :county and a.id = :id
                        for update
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("id", id)
                .query(AskedStore::read)
                .optional();
    }

    void decide(Asked asked, UUID person, Asked.Decided decided) {
        db.sql(
                        """
                        update export.asked
                        set granted = :granted, decided_by = :person, decided_name = :name, answer = :answer,
                            decided_at = :at, until_at = :until
                        where county = :county and id = :id and decided_at is null
                        """)
                .param("county", asked.county())
                .param("id", asked.id())
                .param("granted", decided.granted())
                .param("person", person)
                .param("name", decided.by())
                .param("answer", decided.answer())
                .param("at", Sql.at(decided.at()))
                .param("until", Sql.at(decided.until()))
                .update();
    }

    /** Whether the person has a grant for these rows. */
    boolean granted(Actor actor, Wish wish, Instant now) {
        return db.sql(
                        """
                        select exists (
                            select 1
                            from export.asked
                            where county = :county and asked_by = :person and asked_post = :post and list = :list
                                and filters = :filters and granted and until_at > :now and uses < :most
                                and rows >= :fewest)
                        """)
                .param("county", actor.county())
                .param("person", actor.person())
                .param("post", actor.post())
                .param("list", wish.list())
                .param("filters", wish.filters())
                .param("now", Sql.at(now))
                .param("most", Exports.FILES_OF_ONE_MAX)
                .param("fewest", Exports.fewest(wish))
                .query(Boolean.class)
                .single();
    }

    /** Uses up one file of a grant; which one, if there is any. */
    Optional<UUID> use(Actor actor, Wish wish, Instant now) {
        return db.sql(
                        """
                        update export.asked
                        set uses = uses + 1
                        where county = :county and id = (
                            select id
                            from export.asked
                            where county = :county and asked_by = :person and asked_post = :post and list = :list
                                and filters = :filters and granted and until_at > :now and uses < :most
                                and rows >= :fewest
                            order by until_at, id
                            limit 1
                            for update)
                        returning id
                        """)
                .param("county", actor.county())
                .param("person", actor.person())
                .param("post", actor.post())
                .param("list", wish.list())
                .param("filters", wish.filters())
                .param("now", Sql.at(now))
                .param("most", Exports.FILES_OF_ONE_MAX)
                .param("fewest", Exports.fewest(wish))
                .query(UUID.class)
                .optional();
    }

    /** What the person has asked for in this post, the newest first. */
    List<Asked> own(Actor actor, int limit) {
        return db.sql(
                        """
                        select %s
                        from export.asked a
                        where a.county = :county and a.asked_by = :person and a.asked_post = :post
                        order by a.asked_at desc, a.id
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", actor.county())
                .param("person", actor.person())
                .param("post", actor.post())
                .param("limit", limit)
                .query(AskedStore::read)
                .list();
    }

    /**
     * What others asked for, what waits first, then the newest.
     *
     * @param unit whose; null for all of the county
     */
    List<Asked> others(Actor actor, @Nullable UUID unit, Instant now, int limit) {
        return db.sql(
                        """
                        select %s
                        from export.asked a
                        where a.county = :county and a.asked_by <> :person
                            and (cast(:unit as uuid) is null or a.asked_unit = :unit)
                        order by (a.decided_at is null and a.lapses_at > :now) desc, a.asked_at desc, a.id
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", actor.county())
                .param("person", actor.person())
                .param("unit", unit, java.sql.Types.OTHER)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query(AskedStore::read)
                .list();
    }

    private static Asked read(ResultSet row, int rowNumber) throws SQLException {
        return new Asked(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                new Wish(
                        row.getString("list"),
                        row.getString("filters"),
                        row.getString("told"),
                        row.getInt("rows")),
                new Asked.By(
                        Sql.uuid(row, "asked_by"),
                        Sql.uuid(row, "asked_unit"),
                        row.getString("asked_name")),
                row.getString("reason"),
                Sql.instant(row, "asked_at"),
                Sql.instant(row, "lapses_at"),
                decided(row));
    }

    private static Asked.@Nullable Decided decided(ResultSet row) throws SQLException {
        var at = Sql.instantOrNull(row, "decided_at");
        return at == null
                ? null
                : new Asked.Decided(
                        row.getBoolean("granted"),
                        row.getString("decided_name"),
                        row.getString("answer"),
                        at,
                        Objects.requireNonNull(Sql.instantOrNull(row, "until_at")),
                        row.getInt("uses"));
    }
}
