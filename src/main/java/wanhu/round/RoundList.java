package wanhu.round;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Actor;
import wanhu.base.Page;
import wanhu.base.Sql;

/** The lists of meetings: a body's own, those below a place, those whose time has come. */
@Repository
class RoundList {
    /** Meetings on one page of a list. */
    static final int PAGE_ROWS = 20;

    private static final int RUNNING_ROWS_MAX = 50;
    private static final int TICK_ROWS_MAX = 200;

    private final JdbcClient db;

    RoundList(JdbcClient db) {
        this.db = db;
    }

    /** What a body has before it: open, frozen or held meetings, the first due first. */
    List<Round> running(int county, UUID body) {
        return db.sql(
                        """
                        select %s
                        from round.round
                        where county = :county and body = :body and state in ('OPEN', 'FROZEN', 'HELD')
                        order by state = 'OPEN', due_at nulls last, ordinal, id
                        limit :limit
                        """
                                .formatted(RoundStore.COLUMNS))
                .param("county", county)
                .param("body", body)
                .param("limit", RUNNING_ROWS_MAX)
                .query(RoundStore::round)
                .list();
    }

    /**
     * Past meetings, newest first.
     *
     * @param below those of all units at or below the actor's place; else its own unit's alone
     */
    Page<Round> past(Actor actor, boolean below, @Nullable Round after) {
        var start = after == null ? Instant.parse("9999-01-01T00:00:00Z") : after.from();
        var startId = after == null ? new UUID(-1, -1) : after.id();
        var rows =
                db.sql(
                                """
                                select %s
                                from round.round
                                where county = :county and path >= :from and path < :until
                                    and (:below or body = :body) and state in ('CLOSED', 'MISSED', 'EMPTY')
                                    and (from_at, id) < (:start, :startId)
                                order by from_at desc, id desc
                                limit :limit
                                """
                                        .formatted(RoundStore.COLUMNS))
                        .param("county", actor.county())
                        .param("from", actor.path().from())
                        .param("below", below)
                        .param("body", actor.unit())
                        .param("until", actor.path().until())
                        .param("start", Sql.at(start))
                        .param("startId", startId)
                        .param("limit", PAGE_ROWS + 1)
                        .query(RoundStore::round)
                        .list();
        boolean more = rows.size() > PAGE_ROWS;
        var shown = more ? rows.subList(0, PAGE_ROWS) : rows;
        return new Page<>(shown, -1, more ? shown.getLast().id().toString() : null);
    }

    /** Cross-county: open meetings whose list must be frozen by now, oldest first, after a row. */
    List<Round> toFreeze(Instant now, Instant after, UUID afterId) {
        return due("freezes_at", "state = 'OPEN'", new Reach(now, after, afterId));
    }

    /** Cross-county: meetings whose time has gone by and that nobody was told of yet. */
    List<Round> toPrompt(Instant now, Instant after, UUID afterId) {
        return due("due_at", "not prompted", new Reach(now, after, afterId));
    }

    private record Reach(Instant now, Instant after, UUID afterId) {}

    private List<Round> due(String column, String waits, Reach reach) {
        return db.sql(
                        """
                        select %1$s
                        from round.round
                        where %2$s <= :now and %3$s and (%2$s, id) > (:after, :afterId)
                        order by %2$s, id
                        limit :limit
                        """
                                .formatted(RoundStore.COLUMNS, column, waits))
                .param("now", Sql.at(reach.now()))
                .param("after", Sql.at(reach.after()))
                .param("afterId", reach.afterId())
                .param("limit", TICK_ROWS_MAX)
                .query(RoundStore::round)
                .list();
    }
}
