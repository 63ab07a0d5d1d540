package wanhu.suggest;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Ids;
import wanhu.base.Sql;

/** The rows of what people chose where something was suggested. */
@Repository
class ChoiceStore {
    private static final int CORRECTED_MATTERS_MAX = 5_000;
    private static final int PAIRS_MAX = 10;

    private final JdbcClient db;

    ChoiceStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * What somebody chose.
     *
     * @param suggested what stood first
     * @param place of what was chosen among the suggestions, from 1; 0 when it was not among them
     */
    record Choice(
            int county,
            UUID matter,
            Subject subject,
            int version,
            String suggested,
            String chosen,
            int place,
            Instant at) {}

    void insert(Choice choice) {
        db.sql(
                        """
                        insert into suggest.choice (county, id, matter_id, subject, version, suggested, chosen, place, at)
                        values (:county, :id, :matter, :subject, :version, :suggested, :chosen, :place, :at)
                        """)
                .param("county", choice.county())
                .param("id", Ids.next())
                .param("matter", choice.matter())
                .param("subject", choice.subject().name())
                .param("version", choice.version())
                .param("suggested", choice.suggested())
                .param("chosen", choice.chosen())
                .param("place", choice.place())
                .param("at", Sql.at(choice.at()))
                .update();
    }

    /** Matters in which somebody chose otherwise than was suggested first, the latest. */
    Set<UUID> corrected(int county, Subject subject) {
        return new HashSet<>(
                db.sql(
                                """
                                select matter_id
                                from suggest.choice
                                where county = :county and subject = :subject and place <> 1
                                order by at desc
                                limit :limit
                                """)
                        .param("county", county)
                        .param("subject", subject.name())
                        .param("limit", CORRECTED_MATTERS_MAX)
                        .query((row, _) -> Sql.uuid(row, "matter_id"))
                        .list());
    }

    /** Whether somebody chose otherwise since then. */
    boolean correctedSince(int county, Instant since) {
        return db.sql(
                        """
                        select exists (
                            select 1
                            from suggest.choice
                            where county = :county and subject in ('CATEGORY', 'UNIT') and at > :since and place <> 1)
                        """)
                .param("county", county)
                .param("since", Sql.at(since))
                .query(Boolean.class)
                .single();
    }

    /**
     * How often suggestions were taken.
     *
     * @param all choices that were made
     * @param firsts in which the first suggestion was chosen
     * @param others in which another suggestion was
     */
    record Use(int all, int firsts, int others) {
        double share() {
            return all == 0 ? 0 : (double) firsts / all;
        }
    }

    Use use(int county, Subject subject, Instant since) {
        return db.sql(
                        """
                        select count(*) as everything, count(*) filter (where place = 1) as firsts,
                            count(*) filter (where place > 1) as others
                        from suggest.choice
                        where county = :county and subject = :subject and at >= :since
                        """)
                .param("county", county)
                .param("subject", subject.name())
                .param("since", Sql.at(since))
                .query((row, _) ->
                        new Use(
                                row.getInt("everything"),
                                row.getInt("firsts"),
                                row.getInt("others")))
                .single();
    }

    /** What was often chosen instead of what. */
    record Pair(String suggested, String chosen, int times) {}

    List<Pair> pairs(int county, Subject subject, Instant since) {
        return db.sql(
                        """
                        select suggested, chosen, count(*) as times
                        from suggest.choice
                        where county = :county and subject = :subject and at >= :since and place <> 1
                        group by suggested, chosen
                        order by times desc, suggested, chosen
                        limit :limit
                        """)
                .param("county", county)
                .param("subject", subject.name())
                .param("since", Sql.at(since))
                .param("limit", PAIRS_MAX)
                .query((row, _) ->
                        new Pair(
                                row.getString("suggested"),
                                row.getString("chosen"),
                                row.getInt("times")))
                .list();
    }
}
