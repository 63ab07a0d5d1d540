package wanhu.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Sql;

/** The rows of what was handed over. */
@Repository
class HandoverStore {
    private static final String COLUMNS =
            """
            h.county, h.id, h.partner_id, h.matter_id, h.number, h.unit_id, h.by_name, h.reason, h.state, h.missing,
            h.attempts, h.next_at, h.status, h.fault, h.their_number, h.their_state, h.answer, h.their_reason,
            h.sent_at,
            h.their_token, h.back_reason, h.made_at, h.changed_at
            """;

    /** Handovers of one matter that are looked at. */
    static final int OF_MATTER_MAX = 20;

    private final JdbcClient db;

    HandoverStore(JdbcClient db) {
        this.db = db;
    }

    /** False when the matter is handed over already. */
    boolean insert(Handover handover) {
        return db.sql(
                                """
                                insert into exchange.handover (county, id, partner_id, matter_id, number, unit_id, by_name,
                                    reason, state, next_at, made_at, changed_at)
                                values (:county, :id, :partner, :matter, :number, :unit, :by,
                                    :reason, 'WAITING', :made, :made, :made)
                                on conflict do nothing
                                """)
                        .param("county", handover.county())
                        .param("id", handover.id())
                        .param("partner", handover.partner())
                        .param("matter", handover.matter())
                        .param("number", handover.number())
                        .param("unit", handover.unit())
                        .param("by", handover.by())
                        .param("reason", handover.reason())
                        .param("made", Sql.at(handover.made()))
                        .update()
                == 1;
    }

    /** Those of a matter, the newest first. */
    List<Handover> of(int county, UUID matter, int limit) {
        return db.sql(
                        """
                        select %s
                        from exchange.handover h
                        where h.county = :county and h.matter_id = :matter
                        order by h.made_at desc, h.id desc
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("matter", matter)
                .param("limit", limit)
                .query(HandoverStore::row)
                .list();
    }

    /** Whether the matter is on its way or there by another handover. */
    boolean live(Handover handover) {
        return of(handover.county(), handover.matter(), OF_MATTER_MAX).stream()
                .anyMatch(each -> each.state().live() && !each.id().equals(handover.id()));
    }

    /** How often they had the same matter before. */
    int before(Handover handover) {
        return db.sql(
                        """
                        select count(*)
                        from exchange.handover
                        where county = :county and matter_id = :matter and partner_id = :partner
                          and their_number <> '' and id <> :id
                        """)
                .param("county", handover.county())
                .param("matter", handover.matter())
                .param("partner", handover.partner())
                .param("id", handover.id())
                .query(Integer.class)
                .single();
    }

    /** How many of a unit need somebody. */
    int stuck(int county, UUID unit) {
        return db.sql(
                        """
                        select count(*)
                        from exchange.handover
                        where county = :county and unit_id = :unit and state in ('UNMAPPED', 'REFUSED', 'UNTOLD')
                        """)
                .param("county", county)
                .param("unit", unit)
                .query(Integer.class)
                .single();
    }

    /** Those of a unit: what is stuck first, then the newest. */
    List<Handover> ofUnit(int county, UUID unit, int limit) {
        return db.sql(
                        """
                        select %s
                        from exchange.handover h
                        where h.county = :county and h.unit_id = :unit
                        order by h.state not in ('UNMAPPED', 'REFUSED', 'UNTOLD'), h.changed_at desc, h.id
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("unit", unit)
                .param("limit", limit)
                .query(HandoverStore::row)
                .list();
    }

    /** Those that wait for the table to be completed. */
    List<Handover> unmapped(int county, UUID partner, int limit) {
        return db.sql(
                        """
                        select %s
                        from exchange.handover h
                        where h.county = :county and h.partner_id = :partner and h.state = 'UNMAPPED'
                        order by h.made_at, h.id
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("partner", partner)
                .param("limit", limit)
                .query(HandoverStore::row)
                .list();
    }

    Optional<Handover> lock(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from exchange.handover h
                        where h.county = :county and h.id = :id
                        for update
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("id", id)
                .query(HandoverStore::row)
                .optional();
    }

    /** Cross-county: takes what is due, so that no other node does until the lease has run out. */
    @Transactional
    public List<Handover> claim(Instant now, Instant lease, int most) {
        return db.sql(
                        """
                        -- every county
                        update exchange.handover h
                        set next_at = :lease
                        from (
                            select county, id
                            from exchange.handover
                            where next_at <= :now
                            order by next_at, id
                            limit :most
                            for update skip locked
                        ) due
                        where h.county = due.county and h.id = due.id
                        returning %s
                        """
                                .formatted(COLUMNS))
                .param("now", Sql.at(now))
                .param("lease", Sql.at(lease))
                .param("most", most)
                .query(HandoverStore::row)
                .list();
    }

    /** Waits until then, without an attempt. */
    void later(Handover handover, Instant next) {
        db.sql(
                        """
                        update exchange.handover
                        set next_at = :next
                        where county = :county and id = :id and next_at is not null and state = :state
                        """)
                .param("county", handover.county())
                .param("id", handover.id())
                .param("state", handover.state().name())
                .param("next", Sql.at(next))
                .update();
    }

    void update(Handover handover, Instant now) {
        var done = handover.done();
        var there = handover.there();
        var posted = handover.posted();
        db.sql(
                        """
                        update exchange.handover
                        set state = :state, missing = :missing, attempts = :attempts, next_at = :next, status = :status,
                            fault = :fault, their_number = :number, their_state = :their, answer = :answer,
                            their_reason = :theirReason, sent_at = :sent, their_token = :token, back_reason = :back,
                            changed_at = :now
                        where county = :county and id = :id
                        """)
                .param("county", handover.county())
                .param("id", handover.id())
                .param("state", handover.state().name())
                .param("missing", done.missing())
                .param("attempts", done.attempts())
                .param("next", Sql.atOrNull(done.next()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("status", done.status())
                .param("fault", done.fault())
                .param("number", there.number())
                .param("their", there.state())
                .param("answer", there.answer())
                .param("theirReason", there.reason())
                .param("sent", Sql.atOrNull(posted.at()), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("token", posted.token())
                .param("back", handover.back())
                .param("now", Sql.at(now))
                .update();
    }

    private static Handover row(ResultSet row, int number) throws SQLException {
        return new Handover(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                Sql.uuid(row, "partner_id"),
                Sql.uuid(row, "matter_id"),
                row.getString("number"),
                Sql.uuid(row, "unit_id"),
                row.getString("by_name"),
                row.getString("reason"),
                Handover.State.valueOf(row.getString("state")),
                new Handover.Try(
                        row.getString("missing"),
                        row.getInt("attempts"),
                        Sql.instantOrNull(row, "next_at"),
                        row.getInt("status"),
                        row.getString("fault")),
                new Handover.There(
                        row.getString("their_number"),
                        row.getString("their_state"),
                        row.getString("answer"),
                        row.getString("their_reason")),
                new Handover.Posted(
                        Sql.instantOrNull(row, "sent_at"), row.getString("their_token")),
                row.getString("back_reason"),
                Sql.instant(row, "made_at"),
                Sql.instant(row, "changed_at"));
    }
}
