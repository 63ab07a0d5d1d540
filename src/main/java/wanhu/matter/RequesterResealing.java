package wanhu.matter;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Sql;
import wanhu.vault.Resealing;
import wanhu.vault.Vault;

/** Names and phones of requesters under a new key of the vault. */
@Component
class RequesterResealing implements Resealing {
    private final JdbcClient db;
    private final Vault vault;

    RequesterResealing(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    private record Row(int county, UUID id, @Nullable String name, @Nullable String phone) {}

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
                        select county, id, name_sealed, phone_sealed
                        from matter.requester
                        where (county, id) > (:county, :id)
                          and (not starts_with(name_sealed, :current)
                            or not starts_with(phone_sealed, :current))
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
                                row.getString("name_sealed"),
                                row.getString("phone_sealed")))
                .list();
    }

    private void reseal(Row row) {
        var name = row.name();
        var phone = row.phone();
        db.sql(
                        """
                        update matter.requester
                        set name_sealed = :name, phone_sealed = :phone
                        where county = :county and id = :id
                          and name_sealed is not distinct from :old_name
                          and phone_sealed is not distinct from :old_phone
                        """)
                .param("county", row.county())
                .param("id", row.id())
                .param("old_name", name)
                .param("old_phone", phone)
                .param("name", name == null ? null : vault.anew(Receipts.NAME, row.id(), name))
                .param("phone", phone == null ? null : vault.anew(Receipts.PHONE, row.id(), phone))
                .update();
    }
}
