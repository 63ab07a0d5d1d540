package wanhu.letter;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.org.Units;

/** The heads of units. */
@Repository
class HeadingStore {
    private final JdbcClient db;
    private final Units units;

    HeadingStore(JdbcClient db, Units units) {
        this.db = db;
        this.units = units;
    }

    /** That of a unit; made of its name when nobody wrote one. */
    Heading of(int county, UUID unit) {
        return db.sql(
                        """
                        select organ, code, mark, minutes, contact
                        from letter.head
                        where county = :county and unit = :unit
                        """)
                .param("county", county)
                .param("unit", unit)
                .query((row, _) ->
                        new Heading(
                                row.getString("organ"),
                                row.getString("code"),
                                row.getString("mark"),
                                row.getString("minutes"),
                                row.getString("contact")))
                .optional()
                .orElseGet(() -> Heading.of(units.get(county, unit).name()));
    }

    void save(int county, UUID unit, Heading heading) {
        db.sql(
                        """
                        insert into letter.head (county, unit, organ, code, mark, minutes, contact)
                        values (:county, :unit, :organ, :code, :mark, :minutes, :contact)
                        on conflict (county, unit) do update
                        set organ = excluded.organ, code = excluded.code, mark = excluded.mark,
                            minutes = excluded.minutes, contact = excluded.contact
                        """)
                .param("county", county)
                .param("unit", unit)
                .param("organ", heading.organ())
                .param("code", heading.code())
                .param("mark", heading.mark())
                .param("minutes", heading.minutes())
                .param("contact", heading.contact())
                .update();
    }
}
