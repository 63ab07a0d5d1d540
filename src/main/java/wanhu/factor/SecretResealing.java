package wanhu.factor;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Sql;
import wanhu.vault.Resealing;
import wanhu.vault.Vault;

/** Secrets of authenticator apps under a new key of the vault. */
@Component
class SecretResealing implements Resealing {
    private final JdbcClient db;
    private final Vault vault;

    SecretResealing(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    private record Row(UUID account, String secret) {}

    @Override
    public Optional<Place> reseal(Place after, int rows) {
        var found = list(after, rows);
        found.forEach(this::reseal);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Place(0, found.getLast().account()));
    }

    private List<Row> list(Place after, int rows) {
        return db.sql(
                        """
                        select account, secret
                        from factor.totp
                        where account > :account and not starts_with(secret, :current)
                        order by account
                        limit :rows
                        """)
                .param("account", after.id())
                .param("current", vault.currentPrefix())
                .param("rows", rows)
                .query((row, _) -> new Row(Sql.uuid(row, "account"), row.getString("secret")))
                .list();
    }

    private void reseal(Row row) {
        db.sql("update factor.totp set secret = :secret where account = :account and secret = :old")
                .param("account", row.account())
                .param("old", row.secret())
                .param("secret", vault.anew(FactorStore.SECRET, row.account(), row.secret()))
                .update();
    }
}
