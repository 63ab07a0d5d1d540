package wanhu.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Actor;
import wanhu.base.Fen;
import wanhu.base.Ids;
import wanhu.base.Sql;

/** The history of projects: append-only. */
@Repository
class HistoryStore {
    /** Most lines of a history that are read. */
    static final int LINES_MAX = 500;

    private final JdbcClient db;

    HistoryStore(JdbcClient db) {
        this.db = db;
    }

    /**
     * A line that is to be written.
     *
     * @param actor who acted; null for the system
     */
    record Entry(
            Phase before, Project after, Act act, @Nullable Actor actor, Said said, Instant at) {}

    void append(Entry entry) {
        var after = entry.after();
        var actor = entry.actor();
        var said = entry.said();
        db.sql(
                        """
                        insert into ledger.event (county, project_id, seq, id, act, phase_from, phase_to, by_person, by_post,
                            by_unit, by_name, recorded_at, happened_on, text, publicly, spent_fen, percent, asked, satisfied)
                        values (:county, :project, :seq, :id, :act, :from, :to, :person, :post,
                            :unit, :name, :at, :on, :text, :publicly, :spent, :percent, :asked, :satisfied)
                        """)
                .param("county", after.county())
                .param("project", after.id())
                .param("seq", after.version())
                .param("id", Ids.next())
                .param("act", entry.act().name())
                .param("from", entry.before().name())
                .param("to", after.phase().name())
                .param("person", actor == null ? null : actor.person())
                .param("post", actor == null ? null : actor.post())
                .param("unit", actor == null ? null : actor.unit())
                .param("name", actor == null ? "" : actor.title() + " " + actor.name())
                .param("at", Sql.at(entry.at()))
                .param("on", said.on())
                .param("text", said.text())
                .param("publicly", said.publicly())
                .param("spent", said.spent().amount())
                .param("percent", after.percent())
                .param("asked", said.asked())
                .param("satisfied", said.satisfied())
                .update();
    }

    /** The history of a project, newest first, at most {@value #LINES_MAX} lines. */
    List<Event> of(Project project) {
        return db.sql(
                        """
                        select seq, act, phase_from, phase_to, by_unit, by_name, recorded_at, happened_on, text, publicly,
                            spent_fen, percent, asked, satisfied
                        from ledger.event
                        where county = :county and project_id = :project
                        order by seq desc
                        limit :limit
                        """)
                .param("county", project.county())
                .param("project", project.id())
                .param("limit", LINES_MAX)
                .query(HistoryStore::event)
                .list();
    }

    private static Event event(ResultSet row, int rowNumber) throws SQLException {
        return new Event(
                row.getInt("seq"),
                row.getString("act"),
                Phase.valueOf(row.getString("phase_from")),
                Phase.valueOf(row.getString("phase_to")),
                Sql.uuidOrNull(row, "by_unit"),
                row.getString("by_name"),
                Sql.instant(row, "recorded_at"),
                row.getObject("happened_on", LocalDate.class),
                row.getString("text"),
                row.getBoolean("publicly"),
                new Fen(row.getLong("spent_fen")),
                row.getInt("percent"),
                row.getInt("asked"),
                row.getInt("satisfied"));
    }
}
