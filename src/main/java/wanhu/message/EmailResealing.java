package wanhu.message;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Sql;
import wanhu.vault.Resealing;
import wanhu.vault.Vault;

/** Addresses of those who work here under a new key of the vault. */
@Component
class EmailResealing implements Resealing {
    private final JdbcClient db;
    private final Vault vault;

    EmailResealing(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    private record Row(int county, UUID person, String email) {}

    @Override
    public Optional<Place> reseal(Place after, int rows) {
        var found = list(after, rows);
        found.forEach(this::reseal);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Place(found.getLast().county(), found.getLast().person()));
    }

    private List<Row> list(Place after, int rows) {
        return db.sql(
                        """
                        -- every county
                        select county, person_id, email_sealed
                        from message.address
                        where (county, person_id) > (:county, :id)
                          and not starts_with(email_sealed, :current)
                        order by county, person_id
                        limit :rows
                        """)
                .param("county", after.county())
                .param("id", after.id())
                .param("current", vault.currentPrefix())
                .param("rows", rows)
                .query((row, _) ->
                        new Row(
                                row.getInt("county"),
                                Sql.uuid(row, "person_id"),
                                row.getString("email_sealed")))
                .list();
    }

    private void reseal(Row row) {
        db.sql(
                        """
                        update message.address
                        set email_sealed = :email
                        where county = :county and person_id = :person and email_sealed = :old
                        """)
                .param("county", row.county())
                .param("person", row.person())
                .param("old", row.email())
                .param("email", vault.anew(Addresses.EMAIL, row.person(), row.email()))
                .update();
    }
}
