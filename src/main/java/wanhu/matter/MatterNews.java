package wanhu.matter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Sql;
import wanhu.life.Stage;

/**
 * The timeline as others follow it: each line once, in the order of transactions, and none that
 * could still be preceded by another. The timeline itself is the outbox: who acts writes nothing
 * more for those who follow.
 */
@Service
public class MatterNews {
    private final JdbcClient db;

    MatterNews(JdbcClient db) {
        this.db = db;
    }

    /** A place in that order: after the line of this matter in this transaction. */
    public record Place(long transaction, UUID matter, int seq) {
        private static final UUID FIRST = new UUID(0, 0);

        /** Before all lines of a transaction. */
        public static Place before(long transaction) {
            return new Place(transaction, FIRST, 0);
        }
    }

    /**
     * A line of the timeline, without a word of anybody.
     *
     * @param id of the line
     * @param handed whether somebody else has the matter since
     */
    public record News(
            UUID id,
            Place place,
            String number,
            String step,
            Stage from,
            Stage to,
            boolean handed,
            Instant at) {}

    /** The transaction before which all have ended. */
    @Transactional(propagation = Propagation.MANDATORY)
    public long settled() {
        return db.sql("select cast(pg_snapshot_xmin(pg_current_snapshot())::text as bigint)")
                .query(Long.class)
                .single();
    }

    /** Lines of a county after a place and before a transaction, at most so many. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<News> after(int county, Place place, long settled, int limit) {
        return db.sql(
                        """
                        select s.id, s.xid, s.matter_id, s.seq, m.number, s.step, s.stage_from, s.stage_to,
                            s.holder_from <> s.holder_to as handed, s.recorded_at
                        from matter.step s
                        join matter.matter m on m.county = s.county and m.id = s.matter_id
                        where s.county = :county
                          and s.xid >= :since
                          and s.xid < :settled
                          and (s.xid > :since
                            or (s.matter_id, s.seq) > (cast(:matter as uuid), cast(:seq as int)))
                        order by s.xid, s.matter_id, s.seq
                        limit :limit
                        """)
                .param("county", county)
                .param("since", place.transaction())
                .param("settled", settled)
                .param("matter", place.matter())
                .param("seq", place.seq())
                .param("limit", limit)
                .query((row, _) ->
                        new News(
                                Sql.uuid(row, "id"),
                                new Place(
                                        row.getLong("xid"),
                                        Sql.uuid(row, "matter_id"),
                                        row.getInt("seq")),
                                row.getString("number"),
                                row.getString("step"),
                                Stage.valueOf(row.getString("stage_from")),
                                Stage.valueOf(row.getString("stage_to")),
                                row.getBoolean("handed"),
                                Sql.instant(row, "recorded_at")))
                .list();
    }
}
