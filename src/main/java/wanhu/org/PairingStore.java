package wanhu.org;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Ids;
import wanhu.base.Sql;

/** Rows of org.pairing. */
@Component
class PairingStore {
    private final JdbcClient db;

    PairingStore(JdbcClient db) {
        this.db = db;
    }

    List<PairedUnit> ofVillage(int county, UUID village, LocalDate day) {
        return db.sql(
                        """
                        select id, village, unit, leader, first_day, last_day
                        from org.pairing
                        where county = :county and village = :village
                            and first_day <= :day and (last_day is null or last_day >= :day)
                        order by first_day, id
                        """)
                .param("county", county)
                .param("village", village)
                .param("day", day)
                .query(PairingStore::paired)
                .list();
    }

    List<PairedUnit> ofUnit(int county, UUID unit, LocalDate day) {
        return db.sql(
                        """
                        select id, village, unit, leader, first_day, last_day
                        from org.pairing
                        where county = :county and unit = :unit
                            and first_day <= :day and (last_day is null or last_day >= :day)
                        order by first_day, id
                        """)
                .param("county", county)
                .param("unit", unit)
                .param("day", day)
                .query(PairingStore::paired)
                .list();
    }

    UUID insert(int county, NewPairing wish) {
        var id = Ids.next();
        db.sql(
                        """
                        insert into org.pairing (county, id, village, unit, leader, first_day)
                        values (:county, :id, :village, :unit, :leader, :first)
                        """)
                .param("county", county)
                .param("id", id)
                .param("village", wish.village())
                .param("unit", wish.unit())
                .param("leader", wish.leader())
                .param("first", wish.from())
                .update();
        return id;
    }

    void end(int county, UUID pairing, LocalDate lastDay) {
        db.sql(
                        """
                        update org.pairing
                        set last_day = greatest(first_day, cast(:last as date))
                        where county = :county and id = :id and last_day is null
                        """)
                .param("county", county)
                .param("id", pairing)
                .param("last", lastDay)
                .update();
    }

    private static PairedUnit paired(ResultSet row, int number) throws SQLException {
        return new PairedUnit(
                Sql.uuid(row, "id"),
                Sql.uuid(row, "village"),
                Sql.uuid(row, "unit"),
                row.getString("leader"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
