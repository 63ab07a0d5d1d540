package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import wanhu.base.OrgPath;
import wanhu.base.Sql;
import wanhu.calendar.Term;
import wanhu.life.Channel;
import wanhu.life.Hold;
import wanhu.life.Kind;
import wanhu.life.Matter;
import wanhu.life.Reason;
import wanhu.life.Stage;
import wanhu.life.Tally;
import wanhu.org.Level;
import wanhu.promise.ClockKind;

/** Reads a row of the table of matters. */
final class MatterRow {
    /** Columns of a {@link Matter}, for the lists of the room. */
    static final String COLUMNS =
            """
            m.county, m.id, m.number, m.version, m.kind, m.category, m.channel, m.danger, m.title, m.body,
            m.place_id, m.place_path, m.place_note, m.anonymous, m.secret, m.publishable, m.complained_of, m.stage,
            m.holder_id, m.holder_path, m.holder_level, m.handler_id, m.handler_path, m.handler_level,
            m.dispatcher_id, m.dispatcher_path, m.dispatcher_level, m.author,
            m.returns, m.redos, m.passes, m.attempts, m.last_attempt, m.extended, m.extension, m.urgent,
            m.unhappy, m.designated, m.contacted, m.supporters,
            m.result, m.answer, m.public_title, m.public_text, m.public_answer, m.published, m.merged_into,
            m.reported_at, m.solved_at, m.closed_at, m.due_at, m.warn_at, m.due_clock
            """;

    private MatterRow() {}

    /** The matter of a row that has the {@link #COLUMNS}. */
    static Matter read(ResultSet row, int rowNumber) throws SQLException {
        return new Matter(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                row.getString("number"),
                row.getInt("version"),
                about(row),
                Stage.valueOf(row.getString("stage")),
                new Matter.Parties(
                        new Hold(
                                Sql.uuid(row, "holder_id"),
                                new OrgPath(row.getString("holder_path")),
                                Level.valueOf(row.getString("holder_level"))),
                        hold(row, "handler"),
                        hold(row, "dispatcher"),
                        Sql.uuidOrNull(row, "author")),
                tally(row),
                ending(row),
                times(row));
    }

    private static Matter.About about(ResultSet row) throws SQLException {
        var complainedOf = row.getString("complained_of");
        var privacy =
                new Matter.Privacy(
                        row.getBoolean("anonymous"),
                        row.getBoolean("secret"),
                        row.getBoolean("publishable"),
                        complainedOf == null ? null : new OrgPath(complainedOf));
        return new Matter.About(
                Kind.valueOf(row.getString("kind")),
                row.getString("category"),
                Channel.valueOf(row.getString("channel")),
                row.getBoolean("danger"),
                row.getString("title"),
                row.getString("body"),
                Sql.uuid(row, "place_id"),
                new OrgPath(row.getString("place_path")),
                row.getString("place_note"),
                privacy);
    }

    private static @Nullable Hold hold(ResultSet row, String name) throws SQLException {
        UUID unit = Sql.uuidOrNull(row, name + "_id");
        return unit == null
                ? null
                : new Hold(
                        unit,
                        new OrgPath(row.getString(name + "_path")),
                        Level.valueOf(row.getString(name + "_level")));
    }

    private static Tally tally(ResultSet row) throws SQLException {
        String extension = row.getString("extension");
        return new Tally(
                row.getInt("returns"),
                row.getInt("redos"),
                row.getInt("passes"),
                row.getInt("attempts"),
                row.getObject("last_attempt", LocalDate.class),
                row.getBoolean("extended"),
                extension == null ? null : Term.parse(extension),
                row.getBoolean("urgent"),
                row.getBoolean("unhappy"),
                row.getBoolean("designated"),
                row.getBoolean("contacted"),
                row.getInt("supporters"));
    }

    private static Matter.Ending ending(ResultSet row) throws SQLException {
        String result = row.getString("result");
        return new Matter.Ending(
                result == null ? null : Reason.Result.valueOf(result),
                row.getString("answer"),
                row.getString("public_title"),
                row.getString("public_text"),
                row.getString("public_answer"),
                row.getBoolean("published"),
                Sql.uuidOrNull(row, "merged_into"));
    }

    private static Matter.Times times(ResultSet row) throws SQLException {
        String clock = row.getString("due_clock");
        return new Matter.Times(
                Sql.instant(row, "reported_at"),
                Sql.instantOrNull(row, "solved_at"),
                Sql.instantOrNull(row, "closed_at"),
                Sql.instantOrNull(row, "due_at"),
                Sql.instantOrNull(row, "warn_at"),
                clock == null ? null : ClockKind.valueOf(clock));
    }
}
