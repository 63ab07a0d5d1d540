package wanhu.vault;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

/**
 * Seals the values of a column anew with the current key, in batches while the product works. A
 * value that somebody changes meanwhile is left to them.
 */
@Repository
class Resealing {
    private final JdbcClient db;
    private final Vault vault;

    Resealing(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /** A row; its county is 0 where rows belong to none. */
    record Place(int county, UUID id) {
        /** Before all rows. */
        static final Place START = new Place(0, new UUID(0, 0));
    }

    private record Row(Place place, String sealed) {}

    /**
     * Seals values anew that lie after a row and are not under the current key.
     *
     * @param rows how many at most
     * @return the last row that was done; empty when none was left
     */
    Optional<Place> reseal(SealedColumn column, Place after, int rows) {
        var found = list(column, after, rows);
        found.forEach(row -> reseal(column, row));
        return found.isEmpty() ? Optional.empty() : Optional.of(found.getLast().place());
    }

    private List<Row> list(SealedColumn column, Place after, int rows) {
        // Composed; tried by KeyRotationTest.
        return db.sql(
                        """
                        -- every county
                        select %s as county, %s as id, %s as sealed
                        from %s
                        where (%s) > (%s) and not starts_with(%s, :current)
                        order by %s
                        limit :rows
                        """
                                .formatted(
                                        column.counties() ? "county" : "0",
                                        column.key(),
                                        column.column(),
                                        column.table(),
                                        column.place(),
                                        column.counties() ? ":county, :id" : ":id",
                                        column.column(),
                                        column.place()))
                .param("county", after.county())
                .param("id", after.id())
                .param("current", vault.currentPrefix())
                .param("rows", rows)
                .query((row, _) ->
                        new Row(
                                new Place(row.getInt("county"), Sql.uuid(row, "id")),
                                row.getString("sealed")))
                .list();
    }

    private void reseal(SealedColumn column, Row row) {
        // Composed; tried by KeyRotationTest.
        db.sql(
                        """
                        update %s
                        set %s = :sealed
                        where %s %s = :id and %s = :old
                        """
                                .formatted(
                                        column.table(),
                                        column.column(),
                                        column.counties() ? "county = :county and" : "",
                                        column.key(),
                                        column.column()))
                .param("county", row.place().county())
                .param("id", row.place().id())
                .param("old", row.sealed())
                .param("sealed", vault.anew(column.field(), row.place().id(), row.sealed()))
                .update();
    }
}
