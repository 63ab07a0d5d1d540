package wanhu.org;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Sql;

/** Rows of org.post and org.appointment. */
@Component
class PostStore {
    /** A post that somebody holds; its place is the tree's business. */
    record Held(UUID post, Role role, UUID unit, String title) {}

    /** What an ended appointment was for. */
    record Ended(UUID post, @Nullable UUID person) {}

    private final JdbcClient db;

    PostStore(JdbcClient db) {
        this.db = db;
    }

    List<Held> heldBy(int county, UUID person, LocalDate day) {
        return db.sql(
                        """
                        select distinct p.order_no, p.id, p.role, p.unit, p.title
                        from org.appointment a
                        join org.post p on p.county = a.county and p.id = a.post
                        where a.county = :county and p.county = :county and a.person = :person
                            and a.first_day <= :day and (a.last_day is null or a.last_day >= :day)
                            and p.live
                        order by p.order_no, p.id
                        """)
                .param("county", county)
                .param("person", person)
                .param("day", day)
                .query((row, _) ->
                        new Held(
                                Sql.uuid(row, "id"),
                                Role.valueOf(row.getString("role")),
                                Sql.uuid(row, "unit"),
                                row.getString("title")))
                .list();
    }

    List<FilledPost> inUnit(int county, UUID unit, LocalDate day) {
        return db.sql(
                        """
                        select p.id, p.title, p.role, p.order_no, p.slot, a.id as appointment, a.person,
                            a.person_name, a.first_day, a.last_day
                        from org.post p
                        left join org.appointment a on a.county = :county and a.post = p.id
                            and a.first_day <= :day and (a.last_day is null or a.last_day >= :day)
                        where p.county = :county and p.unit = :unit and p.live
                        order by p.order_no, p.id, a.first_day, a.id
                        """)
                .param("county", county)
                .param("unit", unit)
                .param("day", day)
                .query(PostStore::filled)
                .list();
    }

    UUID create(int county, NewPost wish) {
        var id = Ids.next();
        try {
            db.sql(
                            """
                            insert into org.post (county, id, unit, title, role, order_no, slot)
                            values (:county, :id, :unit, :title, :role, :order, :slot)
                            """)
                    .param("county", county)
                    .param("id", id)
                    .param("unit", wish.unit())
                    .param("title", wish.title())
                    .param("role", wish.role().name())
                    .param("order", wish.order())
                    .param("slot", wish.slot() == null ? null : wish.slot().name())
                    .update();
        } catch (DuplicateKeyException _) {
            throw new Refused(Kind.CONFLICT, "org.refused.slot-taken");
        }
        return id;
    }

    /** Locks a live post until the transaction ends. */
    void lock(int county, UUID post) {
        var live =
                db.sql(
                                """
                                select id
                                from org.post
                                where county = :county and id = :id and live
                                for update
                                """)
                        .param("county", county)
                        .param("id", post)
                        .query(UUID.class)
                        .optional();
        if (live.isEmpty()) {
            throw new Refused(Kind.MISSING, "org.refused.no-post");
        }
    }

    /** Whether somebody holds the post on that day or later. */
    boolean held(int county, UUID post, LocalDate day) {
        return db.sql(
                        """
                        select exists (
                            select 1
                            from org.appointment
                            where county = :county and post = :post
                                and (last_day is null or last_day >= :day))
                        """)
                .param("county", county)
                .param("post", post)
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    void close(int county, UUID post) {
        db.sql(
                        """
                        update org.post
                        set live = false
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", post)
                .update();
    }

    /** Whether the person holds the post on some day of the wished term. */
    boolean overlaps(int county, NewAppointment wish) {
        return db.sql(
                        """
                        select exists (
                            select 1
                            from org.appointment
                            where county = :county and post = :post and person = :person
                                and (last_day is null or last_day >= :first)
                                and first_day <= coalesce(:last, date '9999-12-31'))
                        """)
                .param("county", county)
                .param("post", wish.post())
                .param("person", wish.person())
                .param("first", wish.from())
                .param("last", wish.until(), java.sql.Types.DATE)
                .query(Boolean.class)
                .single();
    }

    /** Appointments of one person wait for each other until the transaction ends. */
    void lockPerson(UUID person) {
        db.sql("select pg_advisory_xact_lock(:person)")
                .param("person", person.getMostSignificantBits() ^ person.getLeastSignificantBits())
                .query((_, _) -> person)
                .single();
    }

    Role role(int county, UUID post) {
        return db.sql("select role from org.post where county = :county and id = :id")
                .param("county", county)
                .param("id", post)
                .query((row, _) -> Role.valueOf(row.getString("role")))
                .single();
    }

    /** The roles in which the person is appointed on some day of the wished term. */
    List<Role> rolesDuring(int county, NewAppointment wish) {
        return db.sql(
                        """
                        select distinct p.role
                        from org.appointment a
                        join org.post p on p.county = a.county and p.id = a.post
                        where a.county = :county and p.county = :county and a.person = :person
                            and p.live
                            and (a.last_day is null or a.last_day >= :first)
                            and a.first_day <= coalesce(:last, date '9999-12-31')
                        """)
                .param("county", county)
                .param("person", wish.person())
                .param("first", wish.from())
                .param("last", wish.until(), java.sql.Types.DATE)
                .query((row, _) -> Role.valueOf(row.getString("role")))
                .list();
    }

    /** The persons appointed to live posts of the role on that day, at most so many. */
    List<UUID> holders(int county, Role role, LocalDate day, int limit) {
        return db.sql(
                        """
                        select distinct a.person
                        from org.appointment a
                        join org.post p on p.county = a.county and p.id = a.post
                        where a.county = :county and p.county = :county and p.role = :role
                            and p.live and a.person is not null
                            and a.first_day <= :day and (a.last_day is null or a.last_day >= :day)
                        limit :limit
                        """)
                .param("county", county)
                .param("role", role.name())
                .param("day", day)
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    UUID appoint(int county, NewAppointment wish) {
        var id = Ids.next();
        db.sql(
                        """
                        insert into org.appointment (county, id, post, person, person_name, first_day, last_day,
                            document)
                        values (:county, :id, :post, :person, :name, :first, :last, :document)
                        """)
                .param("county", county)
                .param("id", id)
                .param("post", wish.post())
                .param("person", wish.person())
                .param("name", wish.name())
                .param("first", wish.from())
                .param("last", wish.until())
                .param("document", wish.document())
                .update();
        return id;
    }

    Ended end(int county, UUID appointment, LocalDate lastDay) {
        return db.sql(
                        """
                        update org.appointment
                        set last_day = :last
                        where county = :county and id = :id and first_day <= :last
                            and (last_day is null or last_day > :last)
                        returning post, person
                        """)
                .param("county", county)
                .param("id", appointment)
                .param("last", lastDay)
                .query((row, _) -> new Ended(Sql.uuid(row, "post"), Sql.uuidOrNull(row, "person")))
                .optional()
                .orElseThrow(() -> new Refused(Kind.CONFLICT, "org.refused.no-appointment"));
    }

    private static FilledPost filled(ResultSet row, int number) throws SQLException {
        var slot = row.getString("slot");
        return new FilledPost(
                Sql.uuid(row, "id"),
                row.getString("title"),
                Role.valueOf(row.getString("role")),
                row.getInt("order_no"),
                slot == null ? null : Slot.valueOf(slot),
                Sql.uuidOrNull(row, "appointment"),
                Sql.uuidOrNull(row, "person"),
                row.getString("person_name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
