package wanhu.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Sql;

/** The rows of exports in the background, and their pieces. */
@Repository
class JobStore {
    private static final String COLUMNS =
            """
            j.county, j.id, j.list, j.filters, j.told, j.format, j.gzip, j.language, j.reason, j.person_id, j.post_id,
            j.name, j.token_id, j.asked_id, j.state, j.rows, j.total, j.bytes, j.pieces, j.cursor, j.mark, j.made_at,
            j.begun_at, j.ended_at, j.until_at
            """;

    private final JdbcClient db;

    JobStore(JdbcClient db) {
        this.db = db;
    }

    void insert(Job job) {
        var what = job.what();
        db.sql(
                        """
                        insert into export.job (county, id, list, filters, told, format, gzip, language, reason,
                            person_id, post_id, name, token_id, asked_id, state, made_at, next_at)
                        values (:county, :id, :list, :filters, :told, :format, :gzip, :language, :reason,
                            :person, :post, :name, :token, :asked, :state, :made, :made)
                        """)
                .param("county", job.county())
                .param("id", job.id())
                .param("list", what.list())
                .param("filters", what.filters())
                .param("told", what.told())
                .param("format", what.format().name())
                .param("gzip", what.gzip())
                .param("language", what.language().getLanguage())
                .param("reason", what.reason())
                .param("person", job.owner().person())
                .param("post", job.owner().post())
                .param("name", job.owner().name())
                .param("token", job.owner().token(), Types.OTHER)
                .param("asked", job.asked(), Types.OTHER)
                .param("state", job.state().name())
                .param("made", Sql.at(job.times().made()))
                .update();
    }

    /** Of this person in this post, the newest first. */
    List<Job> own(Actor actor, int limit) {
        return db.sql(
                        """
                        select %s
                        from export.job j
                        where j.county = :county and j.person_id = :person and j.post_id = :post
                        order by j.made_at desc, j.id desc
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", actor.county())
                .param("person", actor.person())
                .param("post", actor.post())
                .param("limit", limit)
                .query(JobStore::row)
                .list();
    }

    /** How many of a person go on, in whatever post. */
    int live(Actor actor) {
        return db.sql(
                        """
                        select count(*)
                        from export.job
                        where county = :county and person_id = :person and next_at is not null
                        """)
                .param("county", actor.county())
                .param("person", actor.person())
                .query(Integer.class)
                .single();
    }

    Optional<Job> find(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from export.job j
                        where j.county = :county and j.id = :id
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("id", id)
                .query(JobStore::row)
                .optional();
    }

    /** The row, locked until the end of the transaction. */
    Optional<Job> lock(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from export.job j
                        where j.county = :county and j.id = :id
                        for update
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("id", id)
                .query(JobStore::row)
                .optional();
    }

    /** Cross-county: takes what is due, so that no other node does until the lease has run out. */
    @Transactional
    public List<Job> claim(Instant now, Instant lease, int most) {
        return db.sql(
                        """
                        -- every county
                        update export.job j
                        set next_at = :lease
                        from (
                            select county, id
                            from export.job
                            where next_at <= :now
                            order by next_at
                            limit :most
                            for update skip locked
                        ) due
                        where j.county = due.county and j.id = due.id
                        returning %s
                        """
                                .formatted(COLUMNS))
                .param("now", Sql.at(now))
                .param("lease", Sql.at(lease))
                .param("most", most)
                .query(JobStore::row)
                .list();
    }

    /** Looks again at that instant. */
    void later(Job job, Instant next) {
        db.sql(
                        """
                        update export.job
                        set next_at = :next
                        where county = :county and id = :id and next_at is not null
                        """)
                .param("county", job.county())
                .param("id", job.id())
                .param("next", Sql.at(next))
                .update();
    }

    void begin(Job job, Mark mark, int total, Instant now) {
        db.sql(
                        """
                        update export.job
                        set state = 'WRITING', mark = :mark, total = :total, begun_at = :now
                        where county = :county and id = :id
                        """)
                .param("county", job.county())
                .param("id", job.id())
                .param("mark", mark.line())
                .param("total", total)
                .param("now", Sql.at(now))
                .update();
    }

    /** Moves on behind a piece. */
    void advance(Job job, JobSource.Piece piece, int bytes, Instant lease) {
        db.sql(
                        """
                        update export.job
                        set pieces = pieces + 1, rows = rows + :rows, bytes = bytes + :bytes, cursor = :cursor,
                            total = greatest(total, rows + :rows), next_at = :lease
                        where county = :county and id = :id
                        """)
                .param("county", job.county())
                .param("id", job.id())
                .param("rows", piece.rows())
                .param("bytes", bytes)
                .param("cursor", piece.next() == null ? "" : piece.next())
                .param("lease", Sql.at(lease))
                .update();
    }

    void end(Job job, Job.State state, Instant now, Instant until) {
        db.sql(
                        """
                        update export.job
                        set state = :state, ended_at = :now, next_at = null,
                            until_at = case when :state = 'DONE' then cast(:until as timestamptz) end
                        where county = :county and id = :id and next_at is not null
                        """)
                .param("county", job.county())
                .param("id", job.id())
                .param("state", state.name())
                .param("now", Sql.at(now))
                .param("until", Sql.at(until))
                .update();
    }

    /** Cross-county: takes note of files whose time is over. */
    List<Job> expire(Instant now, int most) {
        return db.sql(
                        """
                        -- every county
                        update export.job j
                        set state = 'EXPIRED'
                        from (
                            select county, id
                            from export.job
                            where state = 'DONE' and until_at <= :now
                            order by until_at
                            limit :most
                            for update skip locked
                        ) due
                        where j.county = due.county and j.id = due.id
                        returning %s
                        """
                                .formatted(COLUMNS))
                .param("now", Sql.at(now))
                .param("most", most)
                .query(JobStore::row)
                .list();
    }

    /** Cross-county: forgets what ended long ago, a bounded number at a time. */
    void forget(Instant before, int most) {
        db.sql(
                        """
                        -- every county
                        delete from export.job
                        where (county, id) in (
                            select county, id
                            from export.job
                            where ended_at < :before and state <> 'DONE'
                            order by ended_at
                            limit :most
                            for update skip locked
                        )
                        """)
                .param("before", Sql.at(before))
                .param("most", most)
                .update();
    }

    private static Job row(ResultSet row, int number) throws SQLException {
        return new Job(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                new Job.What(
                        row.getString("list"),
                        row.getString("filters"),
                        row.getString("told"),
                        Job.Format.valueOf(row.getString("format")),
                        row.getBoolean("gzip"),
                        Locale.of(row.getString("language")),
                        row.getString("reason")),
                new Job.Owner(
                        Sql.uuid(row, "person_id"),
                        Sql.uuid(row, "post_id"),
                        row.getString("name"),
                        Sql.uuidOrNull(row, "token_id")),
                Job.State.valueOf(row.getString("state")),
                progress(row),
                new Job.Times(
                        Sql.instant(row, "made_at"),
                        Sql.instantOrNull(row, "begun_at"),
                        Sql.instantOrNull(row, "ended_at"),
                        Sql.instantOrNull(row, "until_at")),
                Sql.uuidOrNull(row, "asked_id"));
    }

    private static Job.Progress progress(ResultSet row) throws SQLException {
        return new Job.Progress(
                row.getInt("rows"),
                row.getObject("total", Integer.class),
                row.getLong("bytes"),
                row.getInt("pieces"),
                row.getString("cursor"),
                row.getString("mark"));
    }
}
