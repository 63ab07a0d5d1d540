package wanhu.vault;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.Sql;

/**
 * After a new key was made: the values of all rooms are sealed anew with it, in small transactions.
 * It may stop anywhere and begin again; the key is noted as done when every column came to its end.
 */
@Component
class ResealTick {
    static final int ROWS_MAX = 500;

    private final List<SealedColumn> columns;
    private final Resealing resealing;
    private final KeyRing ring;
    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ResealTick(
            List<SealedColumn> columns,
            Resealing resealing,
            KeyRing ring,
            JdbcClient db,
            TransactionTemplate transaction,
            Clock clock) {
        this.columns = columns;
        this.resealing = resealing;
        this.ring = ring;
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Every half minute; when the current key is done it reads one row. */
    @Scheduled(
            fixedDelayString = "${wanhu.reseal:PT30S}",
            initialDelayString = "${wanhu.reseal:PT30S}")
    public void run() {
        var current = ring.now().current();
        if (done(current)) {
            return;
        }
        columns.forEach(this::reseal);
        db.sql("update vault.key_check set resealed_at = :at where id = :id")
                .param("id", current)
                .param("at", Sql.at(clock.instant()))
                .update();
    }

    private boolean done(String key) {
        return db.sql(
                        """
                        select not exists (
                          select from vault.key_check where id = :id and resealed_at is null
                        )
                        """)
                .param("id", key)
                .query(Boolean.class)
                .single();
    }

    private void reseal(SealedColumn column) {
        Optional<Resealing.Place> next = Optional.of(Resealing.Place.START);
        while (next.isPresent()) {
            var after = next.get();
            next = transaction.execute(_ -> resealing.reseal(column, after, ROWS_MAX));
        }
    }
}
