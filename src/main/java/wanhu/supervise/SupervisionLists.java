package wanhu.supervise;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Page;
import wanhu.base.Sql;
import wanhu.base.Zones;

/** Lists of orders: those that run by the day of their answer, those struck off by their end. */
@Repository
class SupervisionLists {
    static final int ROWS_MAX = 50;

    /** Rows of an exported file. */
    static final int EXPORT_ROWS_MAX = 5_000;

    /** Rows are counted no further than this. */
    static final int COUNT_ROWS_MAX = 1_000;

    private static final String WANTED =
            """
                and (:rank = '' or s.rank = :rank)
                and (not :late or (s.state = 'OPEN' and s.due_on < :today))
                and (not :listed or s.listed)
                and (:q = '' or position(:q in s.number) > 0 or position(:q in s.matter_number) > 0)
            """;

    private final JdbcClient db;
    private final Seen seen;
    private final Clock clock;

    SupervisionLists(JdbcClient db, Seen seen, Clock clock) {
        this.db = db;
        this.seen = seen;
        this.clock = clock;
    }

    /** A piece of the list. */
    @Transactional(readOnly = true)
    Page<Supervision> page(Actor actor, Filter filter) {
        var parameters = seen.parameters(actor);
        var rows = rows(parameters, filter, Key.of(filter.after()), ROWS_MAX + 1);
        boolean more = rows.size() > ROWS_MAX;
        var shown = more ? rows.subList(0, ROWS_MAX) : rows;
        var next = more ? key(shown.getLast()).text() : null;
        return new Page<>(shown, count(parameters, filter), next);
    }

    /** All of it, at most {@value #EXPORT_ROWS_MAX} rows. */
    @Transactional(readOnly = true)
    List<Supervision> all(Actor actor, Filter filter) {
        return rows(seen.parameters(actor), filter, Key.START, EXPORT_ROWS_MAX);
    }

    private static Key key(Supervision order) {
        var ended = order.times().ended();
        return new Key(ended == null ? Zones.startOf(order.times().due()) : ended, order.id());
    }

    private List<Supervision> rows(
            Map<String, Object> parameters, Filter filter, Key after, int limit) {
        return filter.isEnded()
                ? ended(parameters, filter, after, limit)
                : running(parameters, filter, after, limit);
    }

    private List<Supervision> running(
            Map<String, Object> parameters, Filter filter, Key after, int limit) {
        return db.sql(
                        """
                        select %s
                        from supervise.supervision s
                        where %s %s and s.ended_at is null and (s.due_on, s.id) > (:after, :afterId)
                        order by s.due_on, s.id
                        limit :limit
                        """
                                .formatted(SupervisionStore.COLUMNS, seenRows(), WANTED))
                .params(parameters)
                .params(filter.parameters())
                .param("today", Zones.day(clock.instant()))
                .param("after", Zones.day(after.at()))
                .param("afterId", after.id())
                .param("limit", limit)
                .query(SupervisionStore::read)
                .list();
    }

    private List<Supervision> ended(
            Map<String, Object> parameters, Filter filter, Key after, int limit) {
        return db.sql(
                        """
                        select %s
                        from supervise.supervision s
                        where %s %s and s.ended_at is not null
                            and (:first or (s.ended_at, s.id) < (:after, :afterId))
                        order by s.ended_at desc, s.id desc
                        limit :limit
                        """
                                .formatted(SupervisionStore.COLUMNS, seenRows(), WANTED))
                .params(parameters)
                .params(filter.parameters())
                .param("today", Zones.day(clock.instant()))
                .param("first", after.equals(Key.START))
                .param("after", Sql.at(after.at()))
                .param("afterId", after.id())
                .param("limit", limit)
                .query(SupervisionStore::read)
                .list();
    }

    /** How many rows the whole list has, counted to {@value #COUNT_ROWS_MAX}. */
    private int count(Map<String, Object> parameters, Filter filter) {
        return db.sql(
                        """
                        select count(*)
                        from (
                            select 1
                            from supervise.supervision s
                            where %s %s and (s.ended_at is not null) = :ended
                            limit :most
                        ) counted
                        """
                                .formatted(seenRows(), WANTED))
                .params(parameters)
                .params(filter.parameters())
                .param("today", Zones.day(clock.instant()))
                .param("ended", filter.isEnded())
                .param("most", COUNT_ROWS_MAX)
                .query(Integer.class)
                .single();
    }

    private static String seenRows() {
        return Seen.ROWS.formatted("issuer_unit", "to_unit");
    }
}
