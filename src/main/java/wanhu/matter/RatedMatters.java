package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Sql;
import wanhu.life.Grade;
import wanhu.life.Reason;

/**
 * What rates are made of: who handled a matter, and what those who asked said of it. Nothing of who
 * they are. What accuses somebody of wrongdoing is not among them, so that no figure hints at it.
 */
@Service
public class RatedMatters {
    /** Matters that are asked for at once, at most. */
    public static final int IDS_MAX = 1_000;

    private final JdbcClient db;

    RatedMatters(JdbcClient db) {
        this.db = db;
    }

    /**
     * A matter with a unit that handles it.
     *
     * @param unit the lead now, or the last one
     * @param category its code
     * @param came when it was given to that unit, or taken on; an answer that was sent back, or a
     *     matter that is done again, did not come anew
     * @param contacted when the unit spoke with a requester first; null while it never did
     * @param result what the unit said it reached; null before it answered
     * @param asked the last follow-up; null when nobody was asked yet
     * @param ratings of the requesters who rated, in the order in which they asked
     */
    public record Rated(
            UUID id,
            UUID unit,
            String category,
            Instant came,
            @Nullable Instant contacted,
            Reason.@Nullable Result result,
            @Nullable Asked asked,
            List<Rating> ratings) {}

    /**
     * A follow-up.
     *
     * @param reached whether somebody was reached; else it was given up after the attempts
     * @param solved whether she said that it is solved
     * @param grade her grade; null when she gave none
     */
    public record Asked(Instant at, boolean reached, boolean solved, @Nullable Grade grade) {}

    /** What a requester said with her code. */
    public record Rating(Instant at, boolean solved, Grade grade) {}

    /** The ids of the matters to which something happened in or after a transaction. */
    @Transactional(readOnly = true)
    public List<UUID> touched(int county, long since, int limit) {
        return db.sql(
                        """
                        select distinct matter_id
                        from matter.step
                        where county = :county and xid >= :since
                        limit :limit
                        """)
                .param("county", county)
                .param("since", since)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /** The ids of all matters after one, in their order. */
    @Transactional(readOnly = true)
    public List<UUID> after(int county, UUID id, int limit) {
        return db.sql(
                        """
                        select id
                        from matter.counted
                        where county = :county and id > :after
                        order by id
                        limit :limit
                        """)
                .param("county", county)
                .param("after", id)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    /**
     * Those of the matters that some unit handles, but for accusations and what ended unhandled.
     */
    @Transactional(readOnly = true)
    public List<Rated> list(int county, Collection<UUID> ids) {
        if (ids.size() > IDS_MAX) {
            throw new IllegalArgumentException(
                    "Expected at most " + IDS_MAX + " ids but got " + ids.size());
        }
        var asked = asked(county, ids);
        var ratings = ratings(county, ids);
        return db.sql(
                        """
                        select m.id, m.handler_id, m.category, m.result, came.at as came_at,
                            (
                                select min(s.recorded_at)
                                from matter.step s
                                where s.county = m.county and s.matter_id = m.id
                                    and s.step = 'Contact' and s.detail ->> 'reached' = 'true'
                                    and s.recorded_at >= came.at
                            ) as contacted_at
                        from matter.matter m
                        cross join lateral (
                            select coalesce(max(s.recorded_at), m.reported_at) as at
                            from matter.step s
                            where s.county = m.county and s.matter_id = m.id
                                and s.holder_to = m.handler_id
                                and s.step in ('Dispatch', 'TakeOn', 'HandBack', 'AnswerAtOnce',
                                    'Escalate', 'EscalateUrgently')
                        ) as came
                        where m.county = :county
                          and m.id = any(:ids)
                          and m.handler_id is not null
                          and m.complained_of is null
                          and m.kind <> 'REPORT'
                          and m.stage not in ('DECLINED', 'REFERRED', 'MERGED', 'WITHDRAWN')
                        """)
                .param("county", county)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> rated(row, asked, ratings))
                .list();
    }

    private static Rated rated(
            ResultSet row, Map<UUID, Asked> asked, Map<UUID, List<Rating>> ratings)
            throws SQLException {
        var id = Sql.uuid(row, "id");
        var result = row.getString("result");
        return new Rated(
                id,
                Sql.uuid(row, "handler_id"),
                row.getString("category"),
                Sql.instant(row, "came_at"),
                Sql.instantOrNull(row, "contacted_at"),
                result == null ? null : Reason.Result.valueOf(result),
                asked.get(id),
                ratings.getOrDefault(id, List.of()));
    }

    private Map<UUID, Asked> asked(int county, Collection<UUID> ids) {
        var found = new HashMap<UUID, Asked>();
        db.sql(
                        """
                        select distinct on (matter_id) matter_id, recorded_at, step,
                            coalesce(cast(detail ->> 'solved' as boolean), false) as solved,
                            detail ->> 'grade' as grade
                        from matter.step
                        where county = :county
                          and matter_id = any(:ids)
                          and step in ('FollowUp', 'Close')
                        order by matter_id, seq desc
                        """)
                .param("county", county)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> found.put(Sql.uuid(row, "matter_id"), asked(row)))
                .list();
        return found;
    }

    private static Asked asked(ResultSet row) throws SQLException {
        var grade = row.getString("grade");
        return new Asked(
                Sql.instant(row, "recorded_at"),
                row.getString("step").equals("FollowUp"),
                row.getBoolean("solved"),
                grade == null ? null : Grade.valueOf(grade));
    }

    private Map<UUID, List<Rating>> ratings(int county, Collection<UUID> ids) {
        record Of(UUID matter, Rating rating) {}
        return db
                .sql(
                        """
                        select matter_id, rated_at, coalesce(solved, false) as solved, grade
                        from matter.requester
                        where county = :county
                          and matter_id = any(:ids)
                          and rated_at is not null
                        order by matter_id, joined_at, id
                        """)
                .param("county", county)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) ->
                        new Of(
                                Sql.uuid(row, "matter_id"),
                                new Rating(
                                        Sql.instant(row, "rated_at"),
                                        row.getBoolean("solved"),
                                        Grade.valueOf(row.getString("grade")))))
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Of::matter, Collectors.mapping(Of::rating, Collectors.toList())));
    }
}
