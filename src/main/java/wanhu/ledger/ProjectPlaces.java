package wanhu.ledger;

import java.util.function.IntSupplier;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.org.UnitMerged;
import wanhu.org.UnitMoved;

/**
 * Keeps the paths of projects as the tree is today; the ids of their units stay, and the history
 * says what was then.
 */
@Component
class ProjectPlaces {
    /** Rows that one statement rewrites. */
    static final int BATCH_ROWS_MAX = 500;

    private final JdbcClient db;

    ProjectPlaces(JdbcClient db) {
        this.db = db;
    }

    /** A unit stands elsewhere: all paths at and below its old place follow. */
    @EventListener
    void follow(UnitMoved moved) {
        all(() -> move(moved));
    }

    /** A unit was merged into another, which does what is open and sees what was. */
    @EventListener
    void follow(UnitMerged merged) {
        takeOver(merged);
        all(() -> merge(merged));
    }

    private static void all(IntSupplier batch) {
        int changed = batch.getAsInt();
        while (changed == BATCH_ROWS_MAX) {
            changed = batch.getAsInt();
        }
    }

    private int move(UnitMoved moved) {
        return db.sql(
                        """
                        update ledger.project
                        set place_path = case when place_path >= :from and place_path < :until
                                then :fresh || substr(place_path, :rest) else place_path end,
                            responsible_path = case when responsible_path >= :from and responsible_path < :until
                                then :fresh || substr(responsible_path, :rest) else responsible_path end,
                            proposer_path = case when proposer_path >= :from and proposer_path < :until
                                then :fresh || substr(proposer_path, :rest) else proposer_path end
                        where county = :county and id in (
                            select id
                            from ledger.project
                            where county = :county
                                and (place_path >= :from and place_path < :until
                                    or responsible_path >= :from and responsible_path < :until
                                    or proposer_path >= :from and proposer_path < :until)
                            order by id
                            limit :limit)
                        """)
                .params(moved.parameters())
                .param("limit", BATCH_ROWS_MAX)
                .update();
    }

    /** What has not ended goes on in the unit that remains; a unit never helps itself. */
    private void takeOver(UnitMerged merged) {
        db.sql(
                        """
                        update ledger.project
                        set responsible_id = case when responsible_id = :unit then :into else responsible_id end,
                            proposer_id = case when proposer_id = :unit then :into else proposer_id end,
                            co_units = array_remove(
                                case when :into = any (co_units) then array_remove(co_units, :unit)
                                    else array_replace(co_units, :unit, :into) end,
                                case when responsible_id = :unit then :into else responsible_id end)
                        where county = :county and ended_at is null
                            and (responsible_id = :unit or proposer_id = :unit or :unit = any (co_units))
                        """)
                .params(merged.parameters())
                .update();
    }

    private int merge(UnitMerged merged) {
        return db.sql(
                        """
                        update ledger.project
                        set place_path = case when place_path = :old then :fresh else place_path end,
                            responsible_path = case when responsible_path = :old then :fresh else responsible_path end,
                            proposer_path = case when proposer_path = :old then :fresh else proposer_path end
                        where county = :county and id in (
                            select id
                            from ledger.project
                            where county = :county
                                and (place_path = :old or responsible_path = :old or proposer_path = :old)
                            order by id
                            limit :limit)
                        """)
                .params(merged.parameters())
                .param("limit", BATCH_ROWS_MAX)
                .update();
    }
}
