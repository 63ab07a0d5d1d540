package wanhu.message;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Sql;
import wanhu.vault.Resealing;
import wanhu.vault.Vault;

/** Secrets of channels under a new key of the vault. */
@Component
class ChannelResealing implements Resealing {
    private final JdbcClient db;
    private final Vault vault;

    ChannelResealing(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    private record Row(int county, UUID id, String secret) {}

    @Override
    public Optional<Place> reseal(Place after, int rows) {
        var found = list(after, rows);
        found.forEach(this::reseal);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Place(found.getLast().county(), found.getLast().id()));
    }

    private List<Row> list(Place after, int rows) {
        return db.sql(
                        """
                        -- every county
                        select county, id, secret_sealed
                        from message.channel
                        where (county, id) > (:county, :id)
                          and not starts_with(secret_sealed, :current)
                        order by county, id
                        limit :rows
                        """)
                .param("county", after.county())
                .param("id", after.id())
                .param("current", vault.currentPrefix())
                .param("rows", rows)
                .query((row, _) ->
                        new Row(
                                row.getInt("county"),
                                Sql.uuid(row, "id"),
                                row.getString("secret_sealed")))
                .list();
    }

    private void reseal(Row row) {
        db.sql(
                        """
                        update message.channel
                        set secret_sealed = :secret
                        where county = :county and id = :id and secret_sealed = :old
                        """)
                .param("county", row.county())
                .param("id", row.id())
                .param("old", row.secret())
                .param("secret", vault.anew(ChannelSetting.SECRET, row.id(), row.secret()))
                .update();
    }
}
