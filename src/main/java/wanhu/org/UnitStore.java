package wanhu.org;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.base.Refused;
import wanhu.base.Sql;

/** Rows of org.unit. */
@Component
class UnitStore {
    private static final int ORDINAL_MAX = 9999;

    /** Children of one city or province that are listed at once. */
    private static final int DIVISION_ROWS_MAX = 1000;

    private final JdbcClient db;

    UnitStore(JdbcClient db) {
        this.db = db;
    }

    /** The county's units with its city and province, read now. */
    Tree tree(int county) {
        var units =
                new ArrayList<>(
                        db.sql(
                                        """
                                        select id, county, code, path, above, kind, name, order_no, live
                                        from org.unit
                                        where county = :county
                                        """)
                                .param("county", county)
                                .query(UnitStore::unit)
                                .list());
        addDivision(units, county / 100 * 100, String.valueOf(county / 100));
        addDivision(units, county / 10_000 * 10_000, String.valueOf(county / 10_000));
        return new Tree(county, units);
    }

    private void addDivision(List<Unit> units, int county, String code) {
        if (units.stream().noneMatch(unit -> unit.code().equals(code))) {
            findByCode(county, code).ifPresent(units::add);
        }
    }

    /** Versions of the county's tree and of those above it. */
    List<UUID> versions(int county) {
        return db.sql(
                        """
                        select version
                        from org.tree -- cross-county: a county, its city and its province
                        where county in (:county, :city, :province)
                        order by county
                        """)
                .param("county", county)
                .param("city", county / 100 * 100)
                .param("province", county / 10_000 * 10_000)
                .query(UUID.class)
                .list();
    }

    /** Gives the trees of the counties a new version, the same for all. */
    void renewVersions(Set<Integer> counties) {
        db.sql(
                        """
                        insert into org.tree (county, version)
                        select c.county, cast(:version as uuid)
                        from unnest(cast(:counties as int[])) as c (county)
                        order by c.county
                        on conflict (county) do update
                        set version = excluded.version
                        """)
                .param("counties", counties.toArray(Integer[]::new))
                .param("version", Ids.next())
                .update();
    }

    Optional<Unit> find(int county, UUID id) {
        return db.sql(
                        """
                        select id, county, code, path, above, kind, name, order_no, live
                        from org.unit
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", id)
                .query(UnitStore::unit)
                .optional();
    }

    Optional<Unit> findByCode(int county, String code) {
        return db.sql(
                        """
                        select id, county, code, path, above, kind, name, order_no, live
                        from org.unit
                        where county = :county and code = :code
                        """)
                .param("county", county)
                .param("code", code)
                .query(UnitStore::unit)
                .optional();
    }

    List<Integer> counties() {
        return db.sql(
                        """
                        select county
                        from org.unit -- cross-county: the list of counties itself
                        where kind = 'COUNTY' and live
                        order by county
                        """)
                .query(Integer.class)
                .list();
    }

    List<Unit> divisionsBelow(OrgPath path) {
        return db
                .sql(
                        """
                        select id, county, code, path, above, kind, name, order_no, live
                        from org.unit -- cross-county: the counties of a city, the cities of a province
                        where kind in ('CITY', 'COUNTY') and path > :from and path < :until and live
                        order by path
                        limit :limit
                        """)
                .param("from", path.from())
                .param("until", path.until())
                .param("limit", DIVISION_ROWS_MAX)
                .query(UnitStore::unit)
                .list()
                .stream()
                .filter(unit -> unit.path().depth() == path.depth() + 1)
                .toList();
    }

    /**
     * Takes the next ordinal below a unit and locks the unit until the transaction ends.
     *
     * @throws Refused when all 9,999 are used up
     */
    int takeOrdinal(int county, UUID above) {
        int ordinal =
                db.sql(
                                """
                                update org.unit
                                set next_child = least(next_child + 1, 10000)
                                where county = :county and id = :id
                                returning old.next_child
                                """)
                        .param("county", county)
                        .param("id", above)
                        .query(Integer.class)
                        .single();
        if (ordinal > ORDINAL_MAX) {
            throw new Refused(Refused.Kind.RULE, "org.refused.full", ORDINAL_MAX);
        }
        return ordinal;
    }

    void insert(Unit unit, LocalDate from) {
        db.sql(
                        """
                        insert into org.unit (county, id, code, path, above, kind, name, initials, order_no,
                            live, valid_from)
                        values (:county, :id, :code, :path, :above, :kind, :name, :initials, :order, :live,
                            :from)
                        """)
                .param("county", unit.county())
                .param("id", unit.id())
                .param("code", unit.code())
                .param("path", unit.path().text())
                .param("above", unit.above())
                .param("kind", unit.kind().name())
                .param("name", unit.name())
                .param("initials", Initials.of(unit.name()))
                .param("order", unit.order())
                .param("live", unit.live())
                .param("from", from)
                .update();
    }

    static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                Sql.uuid(row, "id"),
                row.getInt("county"),
                row.getString("code"),
                new OrgPath(row.getString("path")),
                Sql.uuidOrNull(row, "above"),
                UnitKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getInt("order_no"),
                row.getBoolean("live"));
    }
}
