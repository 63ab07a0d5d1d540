package wanhu.topic;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Actor;
import wanhu.base.Sql;

/** Monthly topics with their milestones and notes. */
@Repository
class MonthlyStore {
    /** Monthly topics of one list. */
    static final int LIST_ROWS_MAX = 200;

    private static final int NOTES_MAX = 300;

    private final JdbcClient db;

    MonthlyStore(JdbcClient db) {
        this.db = db;
    }

    List<Monthly> list(int county) {
        return db.sql(
                        """
                        select county, id, version, to_char(month, 'YYYY-MM') as month, title, topic_id,
                            category, issuer_unit, owner_unit, cause, plan, target, before_n, days,
                            begun_at, after_n, outcome, closed_at
                        from topic.monthly
                        where county = :county
                        order by month desc, id desc
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", LIST_ROWS_MAX)
                .query(MonthlyStore::read)
                .list();
    }

    Optional<Monthly> find(int county, UUID id) {
        return db.sql(
                        """
                        select county, id, version, to_char(month, 'YYYY-MM') as month, title, topic_id,
                            category, issuer_unit, owner_unit, cause, plan, target, before_n, days,
                            begun_at, after_n, outcome, closed_at
                        from topic.monthly
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .query(MonthlyStore::read)
                .optional();
    }

    private static Monthly read(ResultSet row, int line) throws SQLException {
        var closed = Sql.instantOrNull(row, "closed_at");
        return new Monthly(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                row.getInt("version"),
                YearMonth.parse(row.getString("month")),
                row.getString("title"),
                Sql.uuidOrNull(row, "topic_id"),
                row.getString("category"),
                Sql.uuid(row, "issuer_unit"),
                Sql.uuid(row, "owner_unit"),
                new Monthly.Plan(
                        row.getString("cause"), row.getString("plan"), row.getString("target")),
                row.getInt("before_n"),
                row.getInt("days"),
                Sql.instant(row, "begun_at"),
                closed == null
                        ? null
                        : new Monthly.Ended(
                                row.getInt("after_n"), row.getString("outcome"), closed));
    }

    void insert(Monthly made, List<Monthly.Milestone> milestones) {
        db.sql(
                        """
                        insert into topic.monthly (county, id, version, month, title, topic_id, category,
                            issuer_unit, owner_unit, cause, plan, target, before_n, days, begun_at)
                        values (:county, :id, 1, :month, :title, :topic, :category,
                            :issuer, :owner, :cause, :plan, :target, :before, :days, :begun)
                        """)
                .param("county", made.county())
                .param("id", made.id())
                .param("month", Date.valueOf(made.month().atDay(1)))
                .param("title", made.title())
                .param("topic", made.topic())
                .param("category", made.category())
                .param("issuer", made.issuer())
                .param("owner", made.owner())
                .param("cause", made.plan().cause())
                .param("plan", made.plan().measures())
                .param("target", made.plan().target())
                .param("before", made.before())
                .param("days", made.days())
                .param("begun", Sql.at(made.begun()))
                .update();
        for (Monthly.Milestone each : milestones) {
            db.sql(
                            """
                            insert into topic.milestone (county, monthly_id, position, name, due_on)
                            values (:county, :monthly, :position, :name, :due)
                            """)
                    .param("county", made.county())
                    .param("monthly", made.id())
                    .param("position", each.position())
                    .param("name", each.name())
                    .param("due", each.due())
                    .update();
        }
    }

    List<Monthly.Milestone> milestones(Monthly of) {
        return db.sql(
                        """
                        select position, name, due_on, reached_on
                        from topic.milestone
                        where county = :county and monthly_id = :monthly
                        order by position
                        limit :limit
                        """)
                .param("county", of.county())
                .param("monthly", of.id())
                .param("limit", NOTES_MAX)
                .query((row, _) ->
                        new Monthly.Milestone(
                                row.getInt("position"),
                                row.getString("name"),
                                row.getObject("due_on", LocalDate.class),
                                row.getObject("reached_on", LocalDate.class)))
                .list();
    }

    /** Marks a step of the plan as reached; false when it was, or is none. */
    boolean reach(Monthly of, int position, LocalDate day) {
        return db.sql(
                                """
                                update topic.milestone set reached_on = :day
                                where county = :county and monthly_id = :monthly
                                    and position = :position and reached_on is null
                                """)
                        .param("county", of.county())
                        .param("monthly", of.id())
                        .param("position", position)
                        .param("day", day)
                        .update()
                == 1;
    }

    /** Counts a change; false when somebody was faster, or it has ended. */
    boolean move(Monthly of) {
        return db.sql(
                                """
                                update topic.monthly set version = version + 1
                                where county = :county and id = :id and version = :version
                                    and closed_at is null
                                """)
                        .param("county", of.county())
                        .param("id", of.id())
                        .param("version", of.version())
                        .update()
                == 1;
    }

    void close(Monthly of, Monthly.Ended ended) {
        db.sql(
                        """
                        update topic.monthly
                        set after_n = :after, outcome = :outcome, closed_at = :at
                        where county = :county and id = :id
                        """)
                .param("county", of.county())
                .param("id", of.id())
                .param("after", ended.after())
                .param("outcome", ended.outcome())
                .param("at", Sql.at(ended.at()))
                .update();
    }

    void note(Actor actor, UUID monthly, Monthly.Note note) {
        db.sql(
                        """
                        insert into topic.note
                            (county, monthly_id, seq, act, text, by_person, by_name, at)
                        select :county, :monthly, coalesce(max(seq), 0) + 1, :act, :text, :person,
                            :name, :at
                        from topic.note
                        where county = :county and monthly_id = :monthly
                        """)
                .param("county", actor.county())
                .param("monthly", monthly)
                .param("act", note.act())
                .param("text", note.text())
                .param("person", actor.person())
                .param("name", note.name())
                .param("at", Sql.at(note.at()))
                .update();
    }

    List<Monthly.Note> notes(Monthly of) {
        return db.sql(
                        """
                        select act, text, by_name, at
                        from topic.note
                        where county = :county and monthly_id = :monthly
                        order by seq
                        limit :limit
                        """)
                .param("county", of.county())
                .param("monthly", of.id())
                .param("limit", NOTES_MAX)
                .query((row, _) ->
                        new Monthly.Note(
                                row.getString("act"),
                                row.getString("text"),
                                row.getString("by_name"),
                                Sql.instant(row, "at")))
                .list();
    }

    /** How many matters of a topic were told between two instants. */
    int told(int county, UUID topic, Instant from, Instant until) {
        return db.sql(
                        """
                        select count(*)
                        from topic.member m
                        left join topic.pin p on p.county = :county and p.matter_id = m.matter_id
                        left join topic.topic own
                            on own.county = :county and own.id = coalesce(p.topic_id, m.cluster_id)
                        where m.county = :county
                          and m.reported_at > :from
                          and m.reported_at <= :until
                          and coalesce(own.merged_into, p.topic_id, m.cluster_id) = :topic
                        """)
                .param("county", county)
                .param("topic", topic)
                .param("from", Sql.at(from))
                .param("until", Sql.at(until))
                .query(Integer.class)
                .single();
    }
}
