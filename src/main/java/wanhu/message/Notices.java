package wanhu.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Page;
import wanhu.base.Sql;
import wanhu.message.Message.About;
import wanhu.shell.UnreadSource;

/** 站内消息: what a unit reads in the product, and how many of them somebody has not seen. */
@Service
class Notices implements UnreadSource {
    static final int ROWS_MAX = 50;

    /** Unread ones are counted no further than this. */
    private static final int UNREAD_ROWS_MAX = 99;

    private final JdbcClient db;
    private final Clock clock;

    Notices(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * A notice.
     *
     * @param once what makes it the same as another one: it is written once
     */
    record Notice(UUID unit, String event, String once, About about, boolean urgent, Instant at) {}

    /** A notice with whether it is new to the reader. */
    record Line(UUID id, Notice notice, boolean fresh) {}

    void add(int county, Notice notice) {
        db.sql(
                        """
                        insert into message.notice (county, id, unit_id, event, once, number, matter_number, href, urgent, at)
                        values (:county, :id, :unit, :event, :once, :number, :matter, :href, :urgent, :at)
                        on conflict (county, unit_id, once) do nothing
                        """)
                .param("county", county)
                .param("id", Ids.next())
                .param("unit", notice.unit())
                .param("event", notice.event())
                .param("once", notice.once())
                .param("number", notice.about().number())
                .param("matter", notice.about().matter())
                .param("href", notice.about().href())
                .param("urgent", notice.urgent())
                .param("at", Sql.at(notice.at()))
                .update();
    }

    /** A piece of the unit's notices, newest first. */
    @Transactional(readOnly = true)
    Page<Line> page(Actor actor, Before before) {
        var seen = seen(actor);
        var rows =
                db.sql(
                                """
                                select id, unit_id, event, once, number, matter_number, href, urgent, at
                                from message.notice
                                where county = :county and unit_id = :unit and (at, id) < (:before, :before_id)
                                order by at desc, id desc
                                limit :limit
                                """)
                        .param("county", actor.county())
                        .param("unit", actor.unit())
                        .param("before", Sql.at(before.at()))
                        .param("before_id", before.id())
                        .param("limit", ROWS_MAX + 1)
                        .query((row, _) -> line(row, seen))
                        .list();
        boolean more = rows.size() > ROWS_MAX;
        var shown = more ? rows.subList(0, ROWS_MAX) : rows;
        var last = shown.isEmpty() ? null : shown.getLast();
        var next = more && last != null ? new Before(last.notice().at(), last.id()).text() : null;
        return new Page<>(shown, -1, next);
    }

    private static Line line(ResultSet row, Instant seen) throws SQLException {
        var at = Sql.instant(row, "at");
        var about =
                new About(
                        row.getString("number"),
                        row.getString("matter_number"),
                        row.getString("href"));
        var notice =
                new Notice(
                        Sql.uuid(row, "unit_id"),
                        row.getString("event"),
                        row.getString("once"),
                        about,
                        row.getBoolean("urgent"),
                        at);
        return new Line(Sql.uuid(row, "id"), notice, at.isAfter(seen));
    }

    private Instant seen(Actor actor) {
        return db.sql(
                        """
                        select at
                        from message.seen
                        where county = :county and person_id = :person and unit_id = :unit
                        """)
                .param("county", actor.county())
                .param("person", actor.person())
                .param("unit", actor.unit())
                .query((row, _) -> Sql.instant(row, "at"))
                .optional()
                .orElse(Instant.EPOCH);
    }

    /** All that is there now has been read by the person. */
    @Transactional
    void read(int county, UUID person, UUID unit) {
        db.sql(
                        """
                        insert into message.seen (county, person_id, unit_id, at)
                        values (:county, :person, :unit, :now)
                        on conflict (county, person_id, unit_id) do update set at = excluded.at
                        """)
                .param("county", county)
                .param("person", person)
                .param("unit", unit)
                .param("now", Sql.at(clock.instant()))
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public int unread(Actor actor) {
        return actor.role().apart() ? 0 : count(actor);
    }

    private int count(Actor actor) {
        return db.sql(
                        """
                        select count(*)
                        from (
                            select 1
                            from message.notice
                            where county = :county and unit_id = :unit and at > :seen
                            limit :most
                        ) counted
                        """)
                .param("county", actor.county())
                .param("unit", actor.unit())
                .param("seen", Sql.at(seen(actor)))
                .param("most", UNREAD_ROWS_MAX)
                .query(Integer.class)
                .single();
    }
}
