package wanhu.duty;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Sql;

/** Rows of the room. Items of an edition never change and are kept in memory. */
@Component
class DutyStore {
    /** Editions whose items are kept in memory; one has about 340 items, some 300 kB. */
    private static final int CACHED_EDITIONS_MAX = 32;

    private static final int EDITION_ROWS_MAX = 100;

    private final JdbcClient db;
    private final Clock clock;
    private final Map<UUID, List<DutyItem>> cached =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<UUID, List<DutyItem>> eldest) {
                    return size() > CACHED_EDITIONS_MAX;
                }
            };

    DutyStore(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    Optional<Edition> edition(int county, LocalDate day) {
        return db.sql(
                        """
                        select id, name, document, valid_from, sample, items, made_by_name, made_at
                        from duty.edition
                        where county = :county and valid_from <= :day
                        order by valid_from desc
                        limit 1
                        """)
                .param("county", county)
                .param("day", day)
                .query(DutyStore::edition)
                .optional();
    }

    List<Edition> editions(int county) {
        return db.sql(
                        """
                        select id, name, document, valid_from, sample, items, made_by_name, made_at
                        from duty.edition
                        where county = :county
                        order by valid_from desc
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", EDITION_ROWS_MAX)
                .query(DutyStore::edition)
                .list();
    }

    List<DutyItem> items(int county, UUID edition) {
        synchronized (cached) {
            var known = cached.get(edition);
            if (known != null) {
                return known;
            }
        }
        var items = read(county, edition);
        synchronized (cached) {
            cached.put(edition, items);
        }
        return items;
    }

    private List<DutyItem> read(int county, UUID edition) {
        return List.copyOf(
                db.sql(
                                """
                                select edition, code, kind, order_no, text, lead, lead_unit, upper_duty, own_duty, basis,
                                    categories
                                from duty.item
                                where county = :county and edition = :edition
                                order by order_no, code
                                """)
                        .param("county", county)
                        .param("edition", edition)
                        .query(DutyStore::item)
                        .list());
    }

    UUID insert(int county, NewEdition wish, List<DutyItem> items) {
        var id = Ids.next();
        try {
            db.sql(
                            """
                            insert into duty.edition (county, id, name, document, valid_from, sample, items, made_by,
                                made_by_name, made_at)
                            values (:county, :id, :name, :document, :from, :sample, :items, :by, :byName, :at)
                            """)
                    .param("county", county)
                    .param("id", id)
                    .param("name", wish.name())
                    .param("document", wish.document())
                    .param("from", wish.validFrom())
                    .param("sample", wish.sample())
                    .param("items", items.size())
                    .param("by", wish.by())
                    .param("byName", wish.byName())
                    .param("at", Sql.at(clock.instant()))
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Refused(Refused.Kind.CONFLICT, "duty.refused.same-day", wish.validFrom());
        }
        items.forEach(item -> insert(county, id, item));
        return id;
    }

    private void insert(int county, UUID edition, DutyItem item) {
        db.sql(
                        """
                        insert into duty.item (county, edition, code, kind, order_no, text, lead, lead_unit, upper_duty,
                            own_duty, basis, categories)
                        values (:county, :edition, :code, :kind, :order, :text, :lead, :unit, :upper, :own, :basis,
                            :categories)
                        """)
                .param("county", county)
                .param("edition", edition)
                .param("code", item.code())
                .param("kind", item.kind().name())
                .param("order", item.order())
                .param("text", item.text())
                .param("lead", item.lead())
                .param("unit", item.leadUnit())
                .param("upper", item.upperDuty())
                .param("own", item.ownDuty())
                .param("basis", item.basis())
                .param("categories", item.categories().toArray(String[]::new))
                .update();
    }

    private static Edition edition(ResultSet row, int number) throws SQLException {
        return new Edition(
                Sql.uuid(row, "id"),
                row.getString("name"),
                row.getString("document"),
                row.getObject("valid_from", LocalDate.class),
                row.getBoolean("sample"),
                row.getInt("items"),
                row.getString("made_by_name"),
                Sql.instant(row, "made_at"));
    }

    private static DutyItem item(ResultSet row, int number) throws SQLException {
        Array categories = row.getArray("categories");
        return new DutyItem(
                Sql.uuid(row, "edition"),
                row.getString("code"),
                DutyKind.valueOf(row.getString("kind")),
                row.getInt("order_no"),
                row.getString("text"),
                row.getString("lead"),
                Sql.uuidOrNull(row, "lead_unit"),
                row.getString("upper_duty"),
                row.getString("own_duty"),
                row.getString("basis"),
                List.of((String[]) categories.getArray()));
    }
}
