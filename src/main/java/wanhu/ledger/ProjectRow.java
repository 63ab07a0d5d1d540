package wanhu.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.Fen;
import wanhu.base.OrgPath;
import wanhu.base.Sql;

/** Reads a row of the table of projects, still without its milestones. */
final class ProjectRow {
    /** Columns of a {@link Project}. */
    static final String COLUMNS =
            """
            p.county, p.id, p.number, p.version, p.title, p.summary, p.source, p.year, p.place_id, p.place_path,
            p.proposer_id, p.proposer_path, p.responsible_id, p.responsible_path, p.co_units, p.leader_post,
            p.leader_unit, p.leader_name, p.leader_title, p.budget_fen, p.spent_fen, p.funding, p.promise, p.deadline,
            p.households, p.people, p.mu, p.phase, p.proposed_at, p.chosen_at, p.started_at, p.done_at, p.ended_at,
            p.next_due
            """;

    /** The day that stands for none. */
    static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private ProjectRow() {}

    static Project read(ResultSet row, int rowNumber) throws SQLException {
        return new Project(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                row.getString("number"),
                row.getInt("version"),
                about(row),
                parties(row),
                new Project.Money(
                        new Fen(row.getLong("budget_fen")),
                        row.getString("funding"),
                        new Fen(row.getLong("spent_fen"))),
                promise(row),
                Phase.valueOf(row.getString("phase")),
                List.of(),
                times(row));
    }

    private static Project.About about(ResultSet row) throws SQLException {
        return new Project.About(
                row.getString("title"),
                row.getString("summary"),
                Project.Source.valueOf(row.getString("source")),
                row.getInt("year"),
                Sql.uuid(row, "place_id"),
                new OrgPath(row.getString("place_path")));
    }

    private static Project.Parties parties(ResultSet row) throws SQLException {
        return new Project.Parties(
                office(row, "proposer"), office(row, "responsible"), units(row), leader(row));
    }

    private static Project.Office office(ResultSet row, String name) throws SQLException {
        return new Project.Office(
                Sql.uuid(row, name + "_id"), new OrgPath(row.getString(name + "_path")));
    }

    private static List<UUID> units(ResultSet row) throws SQLException {
        return List.of((UUID[]) row.getArray("co_units").getArray());
    }

    private static Project.@Nullable Leader leader(ResultSet row) throws SQLException {
        var name = row.getString("leader_name");
        return name.isEmpty()
                ? null
                : new Project.Leader(
                        Sql.uuidOrNull(row, "leader_post"),
                        Sql.uuidOrNull(row, "leader_unit"),
                        name,
                        row.getString("leader_title"));
    }

    private static Project.Promise promise(ResultSet row) throws SQLException {
        return new Project.Promise(
                row.getString("promise"),
                row.getObject("deadline", LocalDate.class),
                new Project.Reach(
                        row.getInt("households"), row.getInt("people"), row.getInt("mu")));
    }

    private static Project.Times times(ResultSet row) throws SQLException {
        return new Project.Times(
                Sql.instant(row, "proposed_at"),
                Sql.instantOrNull(row, "chosen_at"),
                Sql.instantOrNull(row, "started_at"),
                Sql.instantOrNull(row, "done_at"),
                Sql.instantOrNull(row, "ended_at"));
    }
}
