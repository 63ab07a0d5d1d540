package wanhu.supervise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

/** The rows of orders and of their history. */
@Repository
class SupervisionStore {
    static final String COLUMNS =
            """
            s.county, s.id, s.number, s.version, s.matter_id, s.matter_number, s.rank, s.listed, s.ground, s.demand,
            s.issuer_unit, s.issuer_name, s.to_unit, s.issued_at, s.due_on, s.state, s.ended_at
            """;

    /** Orders of one matter that its page shows. */
    static final int OF_MATTER_ROWS_MAX = 20;

    private static final int EVENT_ROWS_MAX = 200;

    private final JdbcClient db;

    SupervisionStore(JdbcClient db) {
        this.db = db;
    }

    /** The next number of a year. */
    int next(int county, int year) {
        return db.sql(
                        """
                        insert into supervise.counter as c (county, year, last)
                        values (:county, :year, 1)
                        on conflict (county, year) do update set last = c.last + 1
                        returning last
                        """)
                .param("county", county)
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    /** Claims a command; the subject of the first time when it came before. */
    Optional<UUID> claim(int county, UUID command, UUID subject, Instant now) {
        int claimed =
                db.sql(
                                """
                                insert into supervise.command (county, id, subject_id, at)
                                values (:county, :id, :subject, :now)
                                on conflict (county, id) do nothing
                                """)
                        .param("county", county)
                        .param("id", command)
                        .param("subject", subject)
                        .param("now", Sql.at(now))
                        .update();
        return claimed == 1 ? Optional.empty() : Optional.of(first(county, command));
    }

    private UUID first(int county, UUID command) {
        return db.sql(
                        "select subject_id from supervise.command where county = :county and id = :id")
                .param("county", county)
                .param("id", command)
                .query(UUID.class)
                .single();
    }

    void insert(Supervision order) {
        db.sql(
                        """
                        insert into supervise.supervision (county, id, number, version, matter_id, matter_number, rank, listed,
                            ground, demand, issuer_unit, issuer_name, to_unit, issued_at, due_on, state)
                        values (:county, :id, :number, :version, :matter, :matterNumber, :rank, :listed,
                            :ground, :demand, :issuer, :name, :to, :issued, :due, :state)
                        """)
                .param("county", order.county())
                .param("id", order.id())
                .param("number", order.number())
                .param("version", order.version())
                .param("matter", order.of().matter())
                .param("matterNumber", order.of().number())
                .param("rank", order.rank().name())
                .param("listed", order.listed())
                .param("ground", order.ground().name())
                .param("demand", order.demand())
                .param("issuer", order.parties().issuer())
                .param("name", order.parties().name())
                .param("to", order.parties().to())
                .param("issued", Sql.at(order.times().issued()))
                .param("due", order.times().due())
                .param("state", order.state().name())
                .update();
    }

    void update(Supervision order) {
        db.sql(
                        """
                        update supervise.supervision
                        set version = :version, rank = :rank, listed = :listed, issuer_unit = :issuer,
                            issuer_name = :name, due_on = :due, state = :state, ended_at = :ended
                        where county = :county and id = :id
                        """)
                .param("county", order.county())
                .param("id", order.id())
                .param("version", order.version())
                .param("rank", order.rank().name())
                .param("listed", order.listed())
                .param("issuer", order.parties().issuer())
                .param("name", order.parties().name())
                .param("due", order.times().due())
                .param("state", order.state().name())
                .param("ended", Sql.atOrNull(order.times().ended()))
                .update();
    }

    Optional<Supervision> lock(int county, UUID id) {
        return one("for update", county, id);
    }

    Optional<Supervision> find(int county, UUID id) {
        return one("", county, id);
    }

    private Optional<Supervision> one(String lock, int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from supervise.supervision s
                        where s.county = :county and s.id = :id
                        %s
                        """
                                .formatted(COLUMNS, lock))
                .param("county", county)
                .param("id", id)
                .query(SupervisionStore::read)
                .optional();
    }

    /** The orders of a matter, newest first. */
    List<Supervision> ofMatter(int county, UUID matter) {
        return db.sql(
                        """
                        select %s
                        from supervise.supervision s
                        where s.county = :county and s.matter_id = :matter
                        order by s.issued_at desc, s.id desc
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("matter", matter)
                .param("limit", OF_MATTER_ROWS_MAX)
                .query(SupervisionStore::read)
                .list();
    }

    /** Who does it: nobody of ours when it is the system. */
    record Doer(@Nullable UUID person, @Nullable UUID post, @Nullable UUID unit, String name) {
        static final Doer SYSTEM = new Doer(null, null, null, "");
    }

    /** Appends a line to the history; the row of the order is locked or new. */
    void append(Supervision order, Event event, Doer by) {
        db.sql(
                        """
                        insert into supervise.event (county, supervision_id, seq, act, rank, due_on, text, by_person,
                            by_post, by_unit, by_name, at)
                        select :county, :id, coalesce(max(seq), 0) + 1, :act, :rank, :due, :text, :person,
                            :post, :unit, :name, :at
                        from supervise.event
                        where county = :county and supervision_id = :id
                        """)
                .param("county", order.county())
                .param("id", order.id())
                .param("act", event.act())
                .param("rank", event.rank().name())
                .param("due", event.due())
                .param("text", event.text())
                .param("person", by.person())
                .param("post", by.post())
                .param("unit", by.unit())
                .param("name", by.name())
                .param("at", Sql.at(event.at()))
                .update();
    }

    /** The history, newest first. */
    List<Event> events(int county, UUID order) {
        return db.sql(
                        """
                        select act, rank, due_on, text, by_name, at
                        from supervise.event
                        where county = :county and supervision_id = :id
                        order by seq desc
                        limit :limit
                        """)
                .param("county", county)
                .param("id", order)
                .param("limit", EVENT_ROWS_MAX)
                .query((row, _) ->
                        new Event(
                                row.getString("act"),
                                Rank.valueOf(row.getString("rank")),
                                row.getObject("due_on", LocalDate.class),
                                row.getString("text"),
                                row.getString("by_name"),
                                Sql.instant(row, "at")))
                .list();
    }

    static Supervision read(ResultSet row, int rowNumber) throws SQLException {
        return new Supervision(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                row.getString("number"),
                row.getInt("version"),
                new Supervision.Of(Sql.uuid(row, "matter_id"), row.getString("matter_number")),
                Rank.valueOf(row.getString("rank")),
                row.getBoolean("listed"),
                Ground.valueOf(row.getString("ground")),
                row.getString("demand"),
                new Supervision.Parties(
                        Sql.uuid(row, "issuer_unit"),
                        row.getString("issuer_name"),
                        Sql.uuid(row, "to_unit")),
                new Supervision.Times(
                        Sql.instant(row, "issued_at"),
                        row.getObject("due_on", LocalDate.class),
                        Sql.instantOrNull(row, "ended_at")),
                Supervision.State.valueOf(row.getString("state")));
    }
}
