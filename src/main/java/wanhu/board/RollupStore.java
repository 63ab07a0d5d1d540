package wanhu.board;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

/** How far each rollup is, and what the last comparison with the matters found. */
@Repository
class RollupStore {
    private static final int COUNTIES_MAX = 10_000;

    private final JdbcClient db;

    RollupStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * How far a county is.
     *
     * @param seen all before this transaction is in; null to make all anew
     */
    record Fold(@Nullable Long seen) {}

    /** Cross-county: the counties that are followed. */
    List<Integer> counties(Rollup what) {
        // Composed; tried by RollupsTest.
        return db.sql(
                        "select county from %s.fold order by county limit :limit"
                                .formatted(what.room()))
                .param("limit", COUNTIES_MAX)
                .query(Integer.class)
                .list();
    }

    /** Cross-county: until when the county that is last has been followed. */
    Optional<Instant> oldest(Rollup what) {
        // Composed; tried by RollupsTest.
        return db.sql("select min(folded_at) as oldest from %s.fold".formatted(what.room()))
                .query((row, _) -> Optional.ofNullable(Sql.instantOrNull(row, "oldest")))
                .single();
    }

    /** Makes the row of a county that has none; waits for another that makes it now. */
    void begin(Rollup what, int county) {
        // Composed; tried by RollupsTest.
        db.sql(
                        """
                        insert into %s.fold (county, folded_at)
                        values (:county, 'epoch')
                        on conflict (county) do nothing
                        """
                                .formatted(what.room()))
                .param("county", county)
                .update();
    }

    /** The row, locked until the end of the transaction; empty while another follows. */
    Optional<Fold> lock(Rollup what, int county) {
        // Composed; tried by RollupsTest.
        return db.sql(
                        """
                        select seen
                        from %s.fold
                        where county = :county
                        for update skip locked
                        """
                                .formatted(what.room()))
                .param("county", county)
                .query((row, _) -> new Fold(row.getObject("seen", Long.class)))
                .optional();
    }

    /** The row as it is; empty when the county was never followed. */
    Optional<Fold> find(Rollup what, int county) {
        // Composed; tried by RollupsTest.
        return db.sql("select seen from %s.fold where county = :county".formatted(what.room()))
                .param("county", county)
                .query((row, _) -> new Fold(row.getObject("seen", Long.class)))
                .optional();
    }

    void end(Rollup what, int county, long seen, Instant now) {
        // Composed; tried by RollupsTest.
        db.sql(
                        """
                        update %s.fold
                        set seen = :seen, folded_at = :now
                        where county = :county
                        """
                                .formatted(what.room()))
                .param("county", county)
                .param("seen", seen)
                .param("now", Sql.at(now))
                .update();
    }

    /** All is to be made anew. */
    void distrust(Rollup what, int county) {
        // Composed; tried by RollupsTest.
        db.sql("update %s.fold set seen = null where county = :county".formatted(what.room()))
                .param("county", county)
                .update();
    }

    Instant at(Rollup what, int county) {
        // Composed; tried by RollupsTest.
        return db.sql("select folded_at from %s.fold where county = :county".formatted(what.room()))
                .param("county", county)
                .query((row, _) -> Sql.instant(row, "folded_at"))
                .optional()
                .orElse(Instant.EPOCH);
    }

    /**
     * Takes the comparison of a night.
     *
     * @param since from when on a comparison is one of this night
     * @return false when somebody has taken it
     */
    boolean claim(Rollup what, int county, Instant since, Instant now) {
        return db.sql(
                                """
                                insert into board.comparison (county, room, claimed_at)
                                values (:county, :room, :now)
                                on conflict (county, room) do update set claimed_at = :now
                                    where comparison.claimed_at < :since
                                """)
                        .param("county", county)
                        .param("room", what.room())
                        .param("now", Sql.at(now))
                        .param("since", Sql.at(since))
                        .update()
                == 1;
    }

    void compared(Rollup what, int county, int differing, Instant now) {
        db.sql(
                        """
                        update board.comparison
                        set compared_at = :now, differing = :differing
                        where county = :county and room = :room
                        """)
                .param("county", county)
                .param("room", what.room())
                .param("differing", differing)
                .param("now", Sql.at(now))
                .update();
    }

    /**
     * What the last comparisons found.
     *
     * @param oldest when the county was compared whose comparison is longest ago; null when none
     *     was ever begun
     */
    record Found(int differing, @Nullable Instant oldest) {}

    /** Cross-county: what the last comparisons found. */
    Found found() {
        return db.sql(
                        """
                        -- every county
                        select coalesce(sum(differing), 0) as differing,
                            min(coalesce(compared_at, claimed_at)) as oldest
                        from board.comparison
                        """)
                .query((row, _) ->
                        new Found(row.getInt("differing"), Sql.instantOrNull(row, "oldest")))
                .single();
    }
}
