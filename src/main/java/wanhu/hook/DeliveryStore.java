package wanhu.hook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Ids;
import wanhu.base.Sql;
import wanhu.life.Stage;
import wanhu.matter.MatterNews;

/** The rows of calls, and up to where the timeline was followed. */
@Repository
class DeliveryStore {
    private static final String COLUMNS =
            """
            d.county, d.id, d.hook_id, d.event, d.matter_id, d.number, d.version, d.step, d.stage, d.at, d.state,
            d.attempts, d.next_at, d.made_at, d.status, d.fault
            """;

    private final JdbcClient db;

    DeliveryStore(JdbcClient db) {
        this.db = db;
    }

    /** Follows the timeline of a county from now on, unless it is followed. */
    void begin(int county, MatterNews.Place place) {
        db.sql(
                        """
                        insert into hook.place (county, transaction, matter_id, seq)
                        values (:county, :transaction, :matter, :seq)
                        on conflict (county) do nothing
                        """)
                .param("county", county)
                .param("transaction", place.transaction())
                .param("matter", place.matter())
                .param("seq", place.seq())
                .update();
    }

    /** Cross-county: the counties whose timelines are followed. */
    List<Integer> counties(int limit) {
        return db.sql(
                        """
                        -- every county
                        select county
                        from hook.place
                        order by county
                        limit :limit
                        """)
                .param("limit", limit)
                .query(Integer.class)
                .list();
    }

    /** Where the county stands; empty while another program follows it. */
    Optional<MatterNews.Place> lock(int county) {
        return db.sql(
                        """
                        select transaction, matter_id, seq
                        from hook.place
                        where county = :county
                        for update skip locked
                        """)
                .param("county", county)
                .query((row, _) ->
                        new MatterNews.Place(
                                row.getLong("transaction"),
                                Sql.uuid(row, "matter_id"),
                                row.getInt("seq")))
                .optional();
    }

    void followed(int county, MatterNews.Place place) {
        db.sql(
                        """
                        update hook.place
                        set transaction = :transaction, matter_id = :matter, seq = :seq
                        where county = :county
                        """)
                .param("county", county)
                .param("transaction", place.transaction())
                .param("matter", place.matter())
                .param("seq", place.seq())
                .update();
    }

    void add(Hook hook, MatterNews.News news, Instant now) {
        db.sql(
                        """
                        insert into hook.delivery (county, id, hook_id, event, news_id, matter_id, number, version, step,
                            stage, at, state, next_at, made_at)
                        values (:county, :id, :hook, :event, :news, :matter, :number, :version, :step,
                            :stage, :at, 'WAITING', :now, :now)
                        on conflict (county, hook_id, news_id) do nothing
                        """)
                .param("county", hook.county())
                .param("id", Ids.next())
                .param("hook", hook.id())
                .param("event", HookEvent.of(news).name())
                .param("news", news.id())
                .param("matter", news.place().matter())
                .param("number", news.number())
                .param("version", news.place().seq())
                .param("step", news.step())
                .param("stage", news.to().name())
                .param("at", Sql.at(news.at()))
                .param("now", Sql.at(now))
                .update();
    }

    /**
     * Takes what is due, so that no other node does until the lease has run out; of each receiver a
     * few, so that one who has much before him leaves room for the others. Cross-county.
     */
    @Transactional
    public List<Delivery> claim(Instant now, Instant lease, int ofEach, int most) {
        return db.sql(
                        """
                        -- every county
                        update hook.delivery d
                        set next_at = :lease
                        from (
                            select x.county, x.id
                            from hook.delivery x
                            join (
                                select county, id,
                                    row_number() over (partition by county, hook_id order by next_at, id) as turn
                                from hook.delivery
                                where next_at <= :now
                            ) ranked on ranked.county = x.county and ranked.id = x.id and ranked.turn <= :each
                            where x.next_at <= :now
                            order by ranked.turn, x.next_at, x.id
                            limit :most
                            for update of x skip locked
                        ) due
                        where d.county = due.county and d.id = due.id
                        returning %s
                        """
                                .formatted(COLUMNS))
                .param("now", Sql.at(now))
                .param("lease", Sql.at(lease))
                .param("each", ofEach)
                .param("most", most)
                .query(DeliveryStore::row)
                .list();
    }

    /** How an attempt went. */
    void settle(Delivery delivery, Delivery.Try done, Instant now) {
        db.sql(
                        """
                        update hook.delivery
                        set state = :state, attempts = :attempts, next_at = :next, status = :status, fault = :fault,
                            settled_at = case when :state = 'WAITING' then null else cast(:now as timestamptz) end
                        where county = :county and id = :id
                        """)
                .param("county", delivery.county())
                .param("id", delivery.id())
                .param("state", done.state().name())
                .param("attempts", done.attempts())
                .param("next", Sql.atOrNull(done.next()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("status", done.status())
                .param("fault", done.fault())
                .param("now", Sql.at(now))
                .update();
    }

    Optional<Delivery> find(Hook hook, UUID id) {
        return db.sql(
                        """
                        select %s
                        from hook.delivery d
                        where d.county = :county and d.hook_id = :hook and d.id = :id
                        """
                                .formatted(COLUMNS))
                .param("county", hook.county())
                .param("hook", hook.id())
                .param("id", id)
                .query(DeliveryStore::row)
                .optional();
    }

    /** The newest of one receiver. */
    List<Delivery> of(Hook hook, int limit) {
        return db.sql(
                        """
                        select %s
                        from hook.delivery d
                        where d.county = :county and d.hook_id = :hook
                        order by d.made_at desc, d.id desc
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", hook.county())
                .param("hook", hook.id())
                .param("limit", limit)
                .query(DeliveryStore::row)
                .list();
    }

    /** Nothing more is sent to who has ended. */
    void stop(Hook hook, Instant now) {
        db.sql(
                        """
                        update hook.delivery
                        set state = 'GIVEN_UP', next_at = null, settled_at = :now, fault = 'ended'
                        where county = :county and hook_id = :hook and state = 'WAITING'
                        """)
                .param("county", hook.county())
                .param("hook", hook.id())
                .param("now", Sql.at(now))
                .update();
    }

    /** Cross-county: forgets what was settled long ago, a bounded number at a time. */
    void forget(Instant before, int most) {
        db.sql(
                        """
                        -- every county
                        delete from hook.delivery
                        where (county, id) in (
                            select county, id
                            from hook.delivery
                            where settled_at < :before
                            order by settled_at
                            limit :most
                            for update skip locked
                        )
                        """)
                .param("before", Sql.at(before))
                .param("most", most)
                .update();
    }

    private static @Nullable Instant next(ResultSet row) throws SQLException {
        return Sql.instantOrNull(row, "next_at");
    }

    private static Delivery row(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                Sql.uuid(row, "hook_id"),
                new Delivery.News(
                        HookEvent.valueOf(row.getString("event")),
                        Sql.uuid(row, "matter_id"),
                        row.getString("number"),
                        row.getInt("version"),
                        row.getString("step"),
                        Stage.valueOf(row.getString("stage")),
                        Sql.instant(row, "at")),
                new Delivery.Try(
                        Delivery.State.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        next(row),
                        Sql.instant(row, "made_at"),
                        row.getInt("status"),
                        row.getString("fault")));
    }
}
