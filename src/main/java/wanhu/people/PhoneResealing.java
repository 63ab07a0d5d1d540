package wanhu.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Sql;
import wanhu.vault.Resealing;
import wanhu.vault.Vault;

/** Phones of those who work here under a new key of the vault. */
@Component
class PhoneResealing implements Resealing {
    private final JdbcClient db;
    private final Vault vault;

    PhoneResealing(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    private record Row(int county, UUID id, String phone) {}

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
                        select county, id, phone
                        from people.person
                        where (county, id) > (:county, :id)
                          and not starts_with(phone, :current)
                        order by county, id
                        limit :rows
                        """)
                .param("county", after.county())
                .param("id", after.id())
                .param("current", vault.currentPrefix())
                .param("rows", rows)
                .query((row, _) ->
                        new Row(row.getInt("county"), Sql.uuid(row, "id"), row.getString("phone")))
                .list();
    }

    private void reseal(Row row) {
        db.sql(
                        """
                        update people.person
                        set phone = :phone
                        where county = :county and id = :id and phone = :old
                        """)
                .param("county", row.county())
                .param("id", row.id())
                .param("old", row.phone())
                .param("phone", vault.anew(AccountStore.PHONE, row.id(), row.phone()))
                .update();
    }
}
