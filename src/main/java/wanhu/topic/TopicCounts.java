package wanhu.topic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

/** Counts what was told of topics, week by week and a year ago. */
@Repository
class TopicCounts {
    private final JdbcClient db;

    TopicCounts(JdbcClient db) {
        this.db = db;
    }

    /** Times between which is counted: the running weeks, those before, and the same last year. */
    record Times(
            Instant now,
            Instant window,
            Instant weeks,
            Instant before,
            Instant yearFrom,
            Instant yearUntil) {
        Map<String, Object> parameters() {
            return Map.of(
                    "now",
                    Sql.at(now),
                    "window",
                    Sql.at(window),
                    "weeks",
                    Sql.at(weeks),
                    "before",
                    Sql.at(before),
                    "yearFrom",
                    Sql.at(yearFrom),
                    "yearUntil",
                    Sql.at(yearUntil));
        }
    }

    /** A topic with its counts. */
    record Counted(UUID id, int window, int weeks, int before, int lastYear, int all) {}

    /** Topics of which enough was told in the window, those with most first. */
    List<Counted> counted(int county, Times times, int least) {
        return db.sql(
                        """
                        select topic,
                            count(*) filter (where reported_at > :window)::int as in_window,
                            count(*) filter (where reported_at > :weeks)::int as weeks,
                            count(*) filter (where reported_at > :before and reported_at <= :weeks)::int
                                as before,
                            count(*) filter (where reported_at > :yearFrom and reported_at <= :yearUntil)::int
                                as last_year,
                            count(*)::int as total
                        from (
                            select coalesce(own.merged_into, p.topic_id, m.cluster_id) as topic,
                                m.reported_at
                            from topic.member m
                            left join topic.pin p
                                on p.county = :county and p.matter_id = m.matter_id
                            left join topic.topic own
                                on own.county = :county and own.id = coalesce(p.topic_id, m.cluster_id)
                            where m.county = :county
                              and m.reported_at > :yearFrom
                              and m.reported_at <= :now) as members
                        group by topic
                        having count(*) filter (where reported_at > :window) >= :least
                        order by in_window desc, topic
                        limit :limit
                        """)
                .param("county", county)
                .params(times.parameters())
                .param("least", least)
                .param("limit", TopicStore.LIST_ROWS_MAX)
                .query(TopicCounts::counted)
                .list();
    }

    private static Counted counted(ResultSet row, int line) throws SQLException {
        return new Counted(
                Sql.uuid(row, "topic"),
                row.getInt("in_window"),
                row.getInt("weeks"),
                row.getInt("before"),
                row.getInt("last_year"),
                row.getInt("total"));
    }

    /** A matter of a topic. */
    record Member(UUID matter, UUID topic, Instant reported) {}

    /** Matters of some topics since an instant, the latest first. */
    List<Member> members(int county, Collection<UUID> topics, Instant since) {
        return db.sql(
                        """
                        select matter_id, topic, reported_at
                        from (
                            select m.matter_id, m.reported_at,
                                coalesce(own.merged_into, p.topic_id, m.cluster_id) as topic
                            from topic.member m
                            left join topic.pin p
                                on p.county = :county and p.matter_id = m.matter_id
                            left join topic.topic own
                                on own.county = :county and own.id = coalesce(p.topic_id, m.cluster_id)
                            where m.county = :county and m.reported_at > :since) as members
                        where topic = any(:topics)
                        order by reported_at desc, matter_id
                        limit :limit
                        """)
                .param("county", county)
                .param("since", Sql.at(since))
                .param("topics", topics.toArray(UUID[]::new))
                .param("limit", TopicStore.MEMBERS_MAX * Math.max(1, topics.size() / 4))
                .query((row, _) ->
                        new Member(
                                Sql.uuid(row, "matter_id"),
                                Sql.uuid(row, "topic"),
                                Sql.instant(row, "reported_at")))
                .list();
    }
}
