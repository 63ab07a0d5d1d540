package wanhu.message;

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
import wanhu.base.Sql;
import wanhu.message.Message.About;
import wanhu.message.Message.Delivery;
import wanhu.message.Message.State;
import wanhu.message.Message.To;

/** The rows of the outbox. */
@Repository
class OutboxStore {
    private static final String COLUMNS =
            """
            o.county, o.id, o.channel, o.audience, o.event, o.language, o.number, o.matter_number, o.href, o.unit_id,
            o.person_id, o.requester_id, o.urgent, o.digest, o.state, o.attempts, o.made_at, o.reference, o.fault
            """;

    private final JdbcClient db;

    OutboxStore(JdbcClient db) {
        this.db = db;
    }

    void add(Message message, Instant next) {
        db.sql(
                        """
                        insert into message.outbox (county, id, channel, audience, event, language, number, matter_number,
                            href, unit_id, person_id, requester_id, urgent, digest, state, next_at, made_at)
                        values (:county, :id, :channel, :audience, :event, :language, :number, :matter,
                            :href, :unit, :person, :requester, :urgent, :digest, 'WAITING', :next, :made)
                        """)
                .param("county", message.county())
                .param("id", message.id())
                .param("channel", message.channel().name())
                .param("audience", message.audience().name())
                .param("event", message.event())
                .param("language", message.language())
                .param("number", message.about().number())
                .param("matter", message.about().matter())
                .param("href", message.about().href())
                .param("unit", message.to().unit(), Types.OTHER)
                .param("person", message.to().person(), Types.OTHER)
                .param("requester", message.to().requester(), Types.OTHER)
                .param("urgent", message.urgent())
                .param("digest", message.digest())
                .param("next", Sql.at(next))
                .param("made", Sql.at(message.delivery().made()))
                .update();
    }

    /**
     * Takes what is due, so that no other node does until the lease has run out: whoever is killed
     * while sending leaves it to be sent again. Cross-county: one sender serves all counties.
     */
    @Transactional
    public List<Message> claim(Instant now, Instant lease, int most) {
        return db.sql(
                        """
                        -- every county
                        update message.outbox o
                        set attempts = o.attempts + 1, next_at = :lease
                        from (
                            select county, id
                            from message.outbox
                            where next_at <= :now
                            order by next_at, id
                            limit :most
                            for update skip locked
                        ) due
                        where o.county = due.county and o.id = due.id
                        returning %s
                        """
                                .formatted(COLUMNS))
                .param("now", Sql.at(now))
                .param("lease", Sql.at(lease))
                .param("most", most)
                .query(OutboxStore::read)
                .list();
    }

    /** How an attempt went; the next one is due at an instant, or none is. */
    record Settled(State state, String reference, String fault, @Nullable Instant next) {}

    void settle(Message message, Settled how, Instant now) {
        db.sql(
                        """
                        update message.outbox
                        set state = :state, reference = :reference, fault = :fault, next_at = :next,
                            sent_at = case when :state in ('SENT', 'DELIVERED') then coalesce(sent_at, :now) else sent_at end,
                            settled_at = case when :state in ('DELIVERED', 'FAILED', 'HANDED_ON', 'DROPPED') then :now end
                        where county = :county and id = :id
                        """)
                .param("county", message.county())
                .param("id", message.id())
                .param("state", how.state().name())
                .param("reference", how.reference())
                .param("fault", how.fault())
                .param("next", Sql.atOrNull(how.next()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", Sql.at(now))
                .update();
    }

    /** Nothing was tried: it waits, and the attempt doesn't count. */
    void putOff(Message message, Instant until) {
        db.sql(
                        """
                        update message.outbox
                        set next_at = :until, attempts = attempts - 1
                        where county = :county and id = :id
                        """)
                .param("county", message.county())
                .param("id", message.id())
                .param("until", Sql.at(until))
                .update();
    }

    /** Whether it waited and now waits no more. */
    @Transactional
    public boolean drop(int county, UUID id, Instant now) {
        return db.sql(
                                """
                                update message.outbox
                                set state = 'DROPPED', next_at = null, settled_at = :now
                                where county = :county and id = :id and state = 'WAITING'
                                """)
                        .param("county", county)
                        .param("id", id)
                        .param("now", Sql.at(now))
                        .update()
                > 0;
    }

    Optional<Message> find(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from message.outbox o
                        where o.county = :county and o.id = :id
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("id", id)
                .query(OutboxStore::read)
                .optional();
    }

    /** A piece of the deliveries of a county, newest first. */
    List<Message> page(int county, String state, Before before, int limit) {
        return db.sql(
                        """
                        select %s
                        from message.outbox o
                        where o.county = :county and (:state = '' or o.state = :state)
                            and (o.made_at, o.id) < (:before, :before_id)
                        order by o.made_at desc, o.id desc
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("state", state)
                .param("before", Sql.at(before.at()))
                .param("before_id", before.id())
                .param("limit", limit)
                .query(OutboxStore::read)
                .list();
    }

    private static Message read(ResultSet row, int rowNumber) throws SQLException {
        return new Message(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                Channel.valueOf(row.getString("channel")),
                Audience.valueOf(row.getString("audience")),
                row.getString("event"),
                row.getString("language"),
                new About(
                        row.getString("number"),
                        row.getString("matter_number"),
                        row.getString("href")),
                new To(
                        Sql.uuidOrNull(row, "unit_id"),
                        Sql.uuidOrNull(row, "person_id"),
                        Sql.uuidOrNull(row, "requester_id")),
                row.getBoolean("urgent"),
                row.getBoolean("digest"),
                new Delivery(
                        State.valueOf(row.getString("state")),
                        row.getInt("attempts"),
                        Sql.instant(row, "made_at"),
                        row.getString("reference"),
                        row.getString("fault")));
    }
}
