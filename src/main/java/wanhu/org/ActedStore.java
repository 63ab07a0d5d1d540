package wanhu.org;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Ids;
import wanhu.base.OrgPath;
import wanhu.base.Sql;

/** What acts do to units, their versions, posts and appointments. */
@Component
class ActedStore {
    private static final int VERSION_ROWS_MAX = 100;

    /** An appointment that ended because its unit was closed. */
    record Ended(UUID appointment, UUID post, @Nullable UUID person) {}

    private final JdbcClient db;
    private final UnitStore units;

    ActedStore(JdbcClient db, UnitStore units) {
        this.db = db;
        this.units = units;
    }

    /** One act at a time changes the tree of a county. */
    void lockTree(int county) {
        units.renewVersions(Set.of(county));
    }

    int takeOrdinal(int county, UUID above) {
        return units.takeOrdinal(county, above);
    }

    /** Keeps the unit as it is now; the act is about to change it. */
    void keepVersion(int county, UnitAct act, UUID unit) {
        db.sql(
                        """
                        insert into org.unit_version (county, id, unit, code, path, above, kind, name, valid_from,
                            valid_until, act)
                        select county, :id, id, code, path, above, kind, name, least(valid_from, :effective),
                            :effective, :act
                        from org.unit
                        where county = :county and id = :unit
                        """)
                .param("county", county)
                .param("id", Ids.next())
                .param("effective", act.effective())
                .param("act", act.id())
                .param("unit", unit)
                .update();
    }

    void rename(int county, UnitAct act, UnitChange.Rename rename) {
        db.sql(
                        """
                        update org.unit
                        set name = :name, kind = :kind, initials = :initials, valid_from = :effective, act = :act
                        where county = :county and id = :unit
                        """)
                .param("county", county)
                .param("unit", rename.unit())
                .param("name", rename.name().strip())
                .param("kind", rename.kind().name())
                .param("initials", Initials.of(rename.name()))
                .param("effective", act.effective())
                .param("act", act.id())
                .update();
    }

    void move(int county, UnitAct act, Unit unit, UUID to) {
        db.sql(
                        """
                        update org.unit
                        set above = :above, valid_from = :effective, act = :act
                        where county = :county and id = :unit
                        """)
                .param("county", county)
                .param("unit", unit.id())
                .param("above", to)
                .param("effective", act.effective())
                .param("act", act.id())
                .update();
    }

    /** Rewrites the paths of a subtree. */
    void rewrite(int county, OrgPath old, OrgPath fresh) {
        db.sql(
                        """
                        update org.unit
                        set path = :fresh || substr(path, :rest)
                        where county = :county and path >= :from and path < :until
                        """)
                .param("county", county)
                .param("fresh", fresh.text())
                .param("rest", old.text().length() + 1)
                .param("from", old.from())
                .param("until", old.until())
                .update();
    }

    void close(int county, UnitAct act, UUID unit) {
        db.sql(
                        """
                        update org.unit
                        set live = false, valid_from = :effective, act = :act
                        where county = :county and id = :unit
                        """)
                .param("county", county)
                .param("unit", unit)
                .param("effective", act.effective())
                .param("act", act.id())
                .update();
    }

    /** How many appointments to posts of the unit have not ended on that day. */
    int appointments(int county, UUID unit, LocalDate day) {
        return db.sql(
                        """
                        select count(*)
                        from org.appointment a
                        join org.post p on p.county = a.county and p.id = a.post
                        where a.county = :county and p.county = :county and p.unit = :unit
                            and (a.last_day is null or a.last_day >= :day)
                        """)
                .param("county", county)
                .param("unit", unit)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    List<Ended> endAppointments(int county, UUID unit, LocalDate lastDay) {
        return db.sql(
                        """
                        update org.appointment a
                        set last_day = greatest(a.first_day, cast(:last as date))
                        from org.post p
                        where a.county = :county and p.county = :county and p.id = a.post and p.unit = :unit
                            and (a.last_day is null or a.last_day > :last)
                        returning a.id, a.post, a.person
                        """)
                .param("county", county)
                .param("unit", unit)
                .param("last", lastDay)
                .query((row, _) ->
                        new Ended(
                                Sql.uuid(row, "id"),
                                Sql.uuid(row, "post"),
                                Sql.uuidOrNull(row, "person")))
                .list();
    }

    void closePosts(int county, UUID unit) {
        db.sql(
                        """
                        update org.post
                        set live = false
                        where county = :county and unit = :unit
                        """)
                .param("county", county)
                .param("unit", unit)
                .update();
    }

    /** Earlier versions of a unit, latest first. */
    List<UnitVersion> versions(int county, UUID unit) {
        return db.sql(
                        """
                        select v.name, v.kind, v.above, v.valid_from, v.valid_until, a.kind as act, a.document
                        from org.unit_version v
                        join org.unit_act a on a.county = v.county and a.id = v.act
                        where v.county = :county and a.county = :county and v.unit = :unit
                        order by v.valid_until desc, v.id desc
                        limit :limit
                        """)
                .param("county", county)
                .param("unit", unit)
                .param("limit", VERSION_ROWS_MAX)
                .query((row, _) ->
                        new UnitVersion(
                                row.getString("name"),
                                UnitKind.valueOf(row.getString("kind")),
                                Sql.uuidOrNull(row, "above"),
                                row.getObject("valid_from", LocalDate.class),
                                row.getObject("valid_until", LocalDate.class),
                                row.getString("act"),
                                row.getString("document")))
                .list();
    }
}
