package wanhu.suggest;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

/** When counties learn. */
@Repository
class LessonStore {
    private final JdbcClient db;

    LessonStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * Where a county stands.
     *
     * @param asked when somebody last wished that it learns; null when nobody waits
     * @param busyUntil how long a program may be at it; null when none is
     * @param learned when it last looked whether there is something to learn; null when never
     * @param matters from how many it learned then
     */
    record Standing(
            @Nullable Instant asked,
            @Nullable Instant busyUntil,
            @Nullable Instant learned,
            int matters) {
        boolean busy(Instant now) {
            return busyUntil != null && busyUntil.isAfter(now);
        }
    }

    Standing standing(int county) {
        return db.sql(
                        """
                        select asked_at, busy_until, learned_at, matters
                        from suggest.lesson
                        where county = :county
                        """)
                .param("county", county)
                .query((row, _) ->
                        new Standing(
                                Sql.instantOrNull(row, "asked_at"),
                                Sql.instantOrNull(row, "busy_until"),
                                Sql.instantOrNull(row, "learned_at"),
                                row.getInt("matters")))
                .optional()
                .orElse(new Standing(null, null, null, 0));
    }

    void ask(int county, Instant now) {
        db.sql(
                        """
                        insert into suggest.lesson (county, asked_at)
                        values (:county, :now)
                        on conflict (county) do update set asked_at = excluded.asked_at
                        """)
                .param("county", county)
                .param("now", Sql.at(now))
                .update();
    }

    /** Whether this program may learn now; no other does until the time has passed. */
    boolean claim(int county, Instant now, Duration most) {
        return db.sql(
                                """
                                insert into suggest.lesson as l (county, busy_until)
                                values (:county, :until)
                                on conflict (county) do update
                                set busy_until = excluded.busy_until
                                where l.busy_until is null or l.busy_until <= :now
                                """)
                        .param("county", county)
                        .param("until", Sql.at(now.plus(most)))
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    void done(int county, Instant now, int matters) {
        db.sql(
                        """
                        update suggest.lesson
                        set busy_until = null, asked_at = null, learned_at = :now, matters = :matters
                        where county = :county
                        """)
                .param("county", county)
                .param("now", Sql.at(now))
                .param("matters", matters)
                .update();
    }
}
