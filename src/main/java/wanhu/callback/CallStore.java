package wanhu.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;
import wanhu.life.Matter;
import wanhu.matter.MatterMoved;

/** Keeps the calls that are owed, and the seeds of their lots. */
@Repository
class CallStore {
    static final String COLUMNS =
            """
            c.county, c.id, c.matter_id, c.matter_number, c.kind, c.turn, c.lot, c.percent, c.drawn, c.handler_unit,
            c.due_at, c.attempts, c.last_attempt, c.state, c.note, c.by_name, c.ended_at
            """;

    private final JdbcClient db;

    CallStore(JdbcClient db) {
        this.db = db;
    }

    /** The seed of a month; the first one asked for stays. */
    String seed(int county, LocalDate month, String fresh) {
        return db.sql(
                        """
                        with first as (
                            insert into callback.seed (county, month, seed)
                            select :county, :month, :seed
                            where not exists (select from callback.seed where county = :county and month = :month)
                            on conflict (county, month) do nothing
                            returning seed)
                        select seed
                        from callback.seed
                        where county = :county and month = :month
                        union all
                        select seed
                        from first
                        """)
                .param("county", county)
                .param("month", month)
                .param("seed", fresh)
                .query(String.class)
                .optional()
                // Another made it in this very moment, which this statement does not see.
                .orElseGet(() -> seed(county, month).orElseThrow());
    }

    /** The seed of a month in which something was drawn. */
    Optional<String> seed(int county, LocalDate month) {
        return db.sql(
                        """
                        select seed
                        from callback.seed
                        where county = :county and month = :month
                        """)
                .param("county", county)
                .param("month", month)
                .query(String.class)
                .optional();
    }

    /** Adds a call; false for a second one of the same answer, or of the same command. */
    boolean insert(Owed owed, Matter of, LocalDate month, Instant now) {
        return db.sql(
                                """
                                insert into callback.call (county, id, matter_id, matter_number, kind, turn, lot, percent,
                                    drawn, month, category, place_path, handler_unit, handler_path, due_at, state, note,
                                    by_name, made_at)
                                values (:county, :id, :matter, :number, :kind, :turn, :lot, :percent,
                                    :drawn, :month, :category, :place, :handler, :path, :due, 'OPEN', :note, :by, :at)
                                on conflict do nothing
                                """)
                        .param("county", owed.county())
                        .param("id", owed.id())
                        .param("matter", owed.matter())
                        .param("number", owed.number())
                        .param("kind", owed.kind().name())
                        .param("turn", owed.turn())
                        .param("lot", owed.lot().name())
                        .param("percent", owed.percent())
                        .param("drawn", owed.drawn())
                        .param("month", month)
                        .param("category", of.about().category())
                        .param("place", of.about().placePath().text())
                        .param("handler", owed.handler())
                        .param("path", of.parties().handlerOrHolder().path().text())
                        .param("due", Sql.at(owed.due()))
                        .param("note", owed.note())
                        .param("by", owed.by())
                        .param("at", Sql.at(now))
                        .update()
                == 1;
    }

    Optional<Owed> find(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from callback.call c
                        where c.county = :county and c.id = :id
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("id", id)
                .query(CallStore::read)
                .optional();
    }

    /** What is owed for a matter. */
    List<Owed> open(int county, UUID matter) {
        return db.sql(
                        """
                        select %s
                        from callback.call c
                        where c.county = :county and c.matter_id = :matter and c.state = 'OPEN'
                        order by c.due_at, c.id
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("matter", matter)
                .query(CallStore::read)
                .list();
    }

    /** Nobody answered on that day. */
    void tried(Owed call, LocalDate on) {
        db.sql(
                        """
                        update callback.call
                        set attempts = attempts + 1, last_attempt = :on
                        where county = :county and id = :id
                        """)
                .param("on", on)
                .param("county", call.county())
                .param("id", call.id())
                .update();
    }

    /** Somebody must call now, and soon: it was rated badly. */
    void grave(Owed call) {
        db.sql(
                        """
                        update callback.call
                        set lot = 'SERIOUS', percent = 100, drawn = true
                        where county = :county and id = :id
                        """)
                .param("county", call.county())
                .param("id", call.id())
                .update();
    }

    /** The call that is owed after the answer of a matter is over, if one is. */
    void endFollowUp(MatterMoved fact, Owed.State state, String by) {
        db.sql(
                        """
                        update callback.call
                        set state = :state, ended_at = :at, by_name = :by
                        where county = :county and matter_id = :matter and state = 'OPEN' and kind = 'FOLLOW_UP'
                        """)
                .param("state", state.name())
                .param("at", Sql.at(fact.at()))
                .param("by", by)
                .param("county", fact.county())
                .param("matter", fact.after().id())
                .update();
    }

    /** It is over. */
    void end(Owed call, Owed.State state, String by, Instant at) {
        db.sql(
                        """
                        update callback.call
                        set state = :state, ended_at = :at, by_name = :by
                        where county = :county and id = :id and state = 'OPEN'
                        """)
                .param("state", state.name())
                .param("at", Sql.at(at))
                .param("by", by)
                .param("county", call.county())
                .param("id", call.id())
                .update();
    }

    static Owed read(ResultSet row, int number) throws SQLException {
        return new Owed(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                Sql.uuid(row, "matter_id"),
                row.getString("matter_number"),
                Owed.Kind.valueOf(row.getString("kind")),
                row.getInt("turn"),
                Lot.valueOf(row.getString("lot")),
                row.getInt("percent"),
                row.getBoolean("drawn"),
                Sql.uuid(row, "handler_unit"),
                Sql.instant(row, "due_at"),
                row.getInt("attempts"),
                row.getObject("last_attempt", LocalDate.class),
                Owed.State.valueOf(row.getString("state")),
                row.getString("note"),
                row.getString("by_name"),
                Sql.instantOrNull(row, "ended_at"));
    }
}
