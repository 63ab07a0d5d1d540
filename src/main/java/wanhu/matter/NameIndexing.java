package wanhu.matter;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.Sql;
import wanhu.vault.Vault;

/**
 * Fills in the digests of names that were sealed before there were any; may stop and begin again.
 */
@Component
class NameIndexing {
    private static final int ROWS_MAX = 500;

    private final JdbcClient db;
    private final Vault vault;
    private final TransactionTemplate transaction;

    NameIndexing(JdbcClient db, Vault vault, TransactionTemplate transaction) {
        this.db = db;
        this.vault = vault;
        this.transaction = transaction;
    }

    private record Row(int county, UUID id, String sealed) {}

    /** In small transactions until none is left; then one look at an empty index. */
    @Scheduled(
            fixedDelayString = "${wanhu.name-index:PT10M}",
            initialDelayString = "${wanhu.name-index:PT1M}")
    public void run() {
        int filled = ROWS_MAX;
        while (filled == ROWS_MAX) {
            filled = transaction.execute(_ -> fill());
        }
    }

    private int fill() {
        var rows = list();
        rows.forEach(this::fill);
        return rows.size();
    }

    private List<Row> list() {
        return db.sql(
                        """
                        -- every county
                        select county, id, name_sealed
                        from matter.requester
                        where name_sealed is not null and name_index is null
                        limit :rows
                        for update skip locked
                        """)
                .param("rows", ROWS_MAX)
                .query((row, _) ->
                        new Row(
                                row.getInt("county"),
                                Sql.uuid(row, "id"),
                                row.getString("name_sealed")))
                .list();
    }

    private void fill(Row row) {
        var plain = vault.open(Receipts.NAME, row.id(), row.sealed());
        db.sql(
                        """
                        update matter.requester
                        set name_index = :index
                        where county = :county and id = :id
                        """)
                .param("index", vault.index(Receipts.NAME, plain))
                .param("county", row.county())
                .param("id", row.id())
                .update();
    }
}
