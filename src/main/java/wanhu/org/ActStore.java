package wanhu.org;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.base.OrgPath;
import wanhu.base.Sql;

/** The acts themselves: what was decided, for which day, and what became of it. */
@Component
class ActStore {
    /** Acts that a page lists. */
    private static final int ACT_ROWS_MAX = 100;

    private static final int DUE_ROWS_MAX = 100;

    /** An act whose day has come. */
    record Due(int county, UUID act) {}

    private final JdbcClient db;

    ActStore(JdbcClient db) {
        this.db = db;
    }

    void insert(int county, UnitAct act, UUID by) {
        var change = act.change();
        db.sql(
                        """
                        insert into org.unit_act (county, id, kind, unit, target, new_name, new_kind, new_code, children,
                            effective, document, state, made_by, made_by_name, made_at)
                        values (:county, :id, :kind, :unit, :target, :name, :newKind, :code, :children,
                            :effective, :document, :state, :by, :byName, :at)
                        """)
                .param("county", county)
                .param("id", act.id())
                .param("kind", change.kindName())
                .param("unit", change.unit())
                .param("target", ActColumns.target(change))
                .param("name", ActColumns.name(change))
                .param("newKind", ActColumns.kind(change))
                .param("code", ActColumns.code(change))
                .param("children", ActColumns.children(change))
                .param("effective", act.effective())
                .param("document", act.document())
                .param("state", act.state().name())
                .param("by", by)
                .param("byName", act.by())
                .param("at", Sql.at(act.at()))
                .update();
    }

    /** Acts on units at a place and below it. */
    List<UnitAct> list(int county, OrgPath place) {
        return db.sql(
                        """
                        select a.id, a.kind, a.unit, a.target, a.new_name, a.new_kind, a.new_code, a.children, a.effective,
                            a.document, a.state, a.failure, a.made_by_name, a.made_at
                        from org.unit_act a
                        join org.unit u on u.county = :county and u.id = a.unit
                        where a.county = :county and u.path >= :from and u.path < :until
                        order by a.effective desc, a.id desc
                        limit :limit
                        """)
                .param("county", county)
                .param("from", place.from())
                .param("until", place.until())
                .param("limit", ACT_ROWS_MAX)
                .query(ActStore::act)
                .list();
    }

    List<Due> due(LocalDate day) {
        return db.sql(
                        """
                        select county, id
                        from org.unit_act -- cross-county: the tick looks for acts whose day has come
                        where state = 'APPROVED' and effective <= :day
                        order by effective, county, id
                        limit :limit
                        """)
                .param("day", day)
                .param("limit", DUE_ROWS_MAX)
                .query((row, _) -> new Due(row.getInt("county"), Sql.uuid(row, "id")))
                .list();
    }

    /** Locks an act that waits and whose day has come; empty when another node has it. */
    Optional<UnitAct> lockDue(int county, UUID act, LocalDate day) {
        return db.sql(
                        """
                        select id, kind, unit, target, new_name, new_kind, new_code, children, effective, document, state,
                            failure, made_by_name, made_at
                        from org.unit_act
                        where county = :county and id = :id and state = 'APPROVED' and effective <= :day
                        for update skip locked
                        """)
                .param("county", county)
                .param("id", act)
                .param("day", day)
                .query(ActStore::act)
                .optional();
    }

    /** The unit that an act changes; empty when there is no such act. */
    Optional<UUID> unit(int county, UUID act) {
        return db.sql("select unit from org.unit_act where county = :county and id = :id")
                .param("county", county)
                .param("id", act)
                .query(UUID.class)
                .optional();
    }

    boolean withdraw(int county, UUID act) {
        return db.sql(
                                """
                                update org.unit_act
                                set state = 'WITHDRAWN'
                                where county = :county and id = :id and state = 'APPROVED'
                                """)
                        .param("county", county)
                        .param("id", act)
                        .update()
                == 1;
    }

    void applied(int county, UUID act, Instant at) {
        db.sql(
                        """
                        update org.unit_act
                        set state = 'APPLIED', applied_at = :at
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", act)
                .param("at", Sql.at(at))
                .update();
    }

    void fail(int county, UUID act, String word) {
        db.sql(
                        """
                        update org.unit_act
                        set state = 'FAILED', failure = :word
                        where county = :county and id = :id and state = 'APPROVED'
                        """)
                .param("county", county)
                .param("id", act)
                .param("word", word)
                .update();
    }

    /** Notes the unit that a founding or a split has made. */
    void made(int county, UUID act, UUID unit) {
        db.sql(
                        """
                        update org.unit_act
                        set target = :unit
                        where county = :county and id = :id
                        """)
                .param("county", county)
                .param("id", act)
                .param("unit", unit)
                .update();
    }

    private static UnitAct act(ResultSet row, int number) throws SQLException {
        return new UnitAct(
                Sql.uuid(row, "id"),
                ActColumns.change(row),
                row.getObject("effective", LocalDate.class),
                row.getString("document"),
                UnitAct.State.valueOf(row.getString("state")),
                row.getString("failure"),
                Objects.requireNonNull(row.getString("made_by_name")),
                Sql.instant(row, "made_at"));
    }
}
