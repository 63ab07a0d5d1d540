package wanhu.promise;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Sql;

/** How promises ended, also those that are long over. */
@Component
public class KeptPromises {
    /** Subjects that are asked for at once, at most. */
    public static final int SUBJECTS_MAX = 1_000;

    private final JdbcClient db;

    KeptPromises(JdbcClient db) {
        this.db = db;
    }

    /**
     * A promise that was made.
     *
     * @param due its end, as it is reckoned today
     * @param paused whether it stands still now
     * @param stopped when it was fulfilled or fell away; null while it runs
     * @param inTime whether that was in time; null while it runs
     */
    public record Kept(
            UUID subject,
            ClockKind kind,
            Instant started,
            Instant due,
            boolean paused,
            @Nullable Instant stopped,
            @Nullable Boolean inTime) {}

    /**
     * The promises to sign and to speak with the resident on each of the subjects, the first made
     * first. The index {@code clock_kept} has these kinds alone: who wants others needs another.
     */
    @Transactional(readOnly = true)
    public List<Kept> list(int county, Collection<UUID> subjects) {
        if (subjects.size() > SUBJECTS_MAX) {
            throw new IllegalArgumentException(
                    "Expected at most " + SUBJECTS_MAX + " subjects but got " + subjects.size());
        }
        return db.sql(
                        """
                        select subject_id, kind, started_at, due_at, paused_at, stopped_at,
                            in_time
                        from promise.clock
                        where county = :county
                          and subject_id = any(:subjects)
                          and kind in ('SIGN', 'CONTACT')
                        order by started_at, id
                        """)
                .param("county", county)
                .param("subjects", subjects.toArray(UUID[]::new))
                .query((row, _) ->
                        new Kept(
                                Sql.uuid(row, "subject_id"),
                                ClockKind.valueOf(row.getString("kind")),
                                Sql.instant(row, "started_at"),
                                Sql.instant(row, "due_at"),
                                row.getObject("paused_at") != null,
                                Sql.instantOrNull(row, "stopped_at"),
                                row.getObject("in_time", Boolean.class)))
                .list();
    }
}
