package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Sql;
import wanhu.life.By;
import wanhu.life.Matter;
import wanhu.life.Stage;
import wanhu.life.Step;
import wanhu.vault.Origins;

/** The timeline of matters: append-only. */
@Repository
class StepStore {
    private static final int LINES_MAX = 500;
    private static final String COMMAND_ONCE = "step_command";

    private final JdbcClient db;
    private final NamedParameterJdbcOperations batch;
    private final JsonMapper json;
    private final Origins origins;

    StepStore(JdbcClient db, NamedParameterJdbcOperations batch, JsonMapper json, Origins origins) {
        this.origins = origins;
        this.db = db;
        this.batch = batch;
        this.json = json;
    }

    /**
     * A line that is to be written.
     *
     * @param command to which it answers; null for what the product writes by itself
     */
    record Entry(
            Matter before,
            Matter after,
            Step step,
            By by,
            Instant happened,
            Instant recorded,
            @Nullable UUID round,
            @Nullable UUID command) {
        /** The same with what the clocks made of the matter, and the step as it is told. */
        Entry written(Matter dated, Step told) {
            return new Entry(before, dated, told, by, happened, recorded, round, command);
        }
    }

    /**
     * Writes a line.
     *
     * @throws Refused CONFLICT when its command led to another matter before
     */
    void append(Entry entry) {
        try {
            append(List.of(entry));
        } catch (DuplicateKeyException twice) {
            if (String.valueOf(twice.getMessage()).contains(COMMAND_ONCE)) {
                throw new Refused(Refused.Kind.CONFLICT, "matter.refused.command");
            }
            throw twice;
        }
    }

    /** Writes lines in one go. */
    void append(List<Entry> entries) {
        batch.batchUpdate(
                """
                insert into matter.step (county, matter_id, seq, id, step, stage_from, stage_to, holder_from, holder_to,
                    by_kind, by_person, by_post, by_unit, by_path, by_name, for_requester, happened_at,
                    recorded_at, told, note, detail, round_id, command, request, address)
                values (:county, :matter, :seq, :id, :step, :stageFrom, :stageTo, :holderFrom, :holderTo,
                    :byKind, :byPerson, :byPost, :byUnit, :byPath, :byName, :forRequester, :happened,
                    :recorded, :told, :note, cast(:detail as jsonb), :round, :command, :request, :address)
                """,
                entries.stream().map(this::row).toArray(SqlParameterSource[]::new));
    }

    private SqlParameterSource row(Entry entry) {
        var by = Acting.of(entry.by());
        var origin = origins.now();
        var after = entry.after();
        return new MapSqlParameterSource()
                .addValue("county", after.county())
                .addValue("matter", after.id())
                .addValue("seq", after.version())
                .addValue("id", Ids.next())
                .addValue("step", entry.step().name())
                .addValue("stageFrom", entry.before().stage().name())
                .addValue("stageTo", after.stage().name())
                .addValue("holderFrom", entry.before().parties().holder().unit())
                .addValue("holderTo", after.parties().holder().unit())
                .addValue("byKind", by.kind())
                .addValue("byPerson", by.person())
                .addValue("byPost", by.post())
                .addValue("byUnit", by.unit())
                .addValue("byPath", by.path())
                .addValue("byName", by.name())
                .addValue("forRequester", by.requester())
                .addValue("happened", Sql.at(entry.happened()))
                .addValue("recorded", Sql.at(entry.recorded()))
                .addValue("told", entry.step().told())
                .addValue("note", entry.step().note())
                .addValue("detail", json.writeValueAsString(entry.step()))
                .addValue("round", entry.round())
                .addValue("command", entry.command())
                .addValue("request", origin.request())
                // Who reports wrongdoing must not be found by the line she came through.
                .addValue("address", by.person() == null ? null : origin.address());
    }

    /** Who acts, flat for a row. */
    private record Acting(
            String kind,
            @Nullable UUID person,
            @Nullable UUID post,
            @Nullable UUID unit,
            @Nullable String path,
            String name,
            @Nullable UUID requester) {
        static Acting of(By by) {
            return switch (by) {
                case By.Staff(var a) ->
                        new Acting(
                                "STAFF",
                                a.person(),
                                a.post(),
                                a.unit(),
                                a.path().text(),
                                a.title() + " " + a.name(),
                                null);
                case By.OnBehalf(var a, var r) ->
                        new Acting(
                                "ON_BEHALF",
                                a.person(),
                                a.post(),
                                a.unit(),
                                a.path().text(),
                                a.title() + " " + a.name(),
                                r);
                case By.Requester(var r) -> new Acting("REQUESTER", null, null, null, null, "", r);
                case By.Rule(var rule) -> new Acting("RULE", null, null, null, null, rule, null);
            };
        }
    }

    /** The timeline of a matter, oldest first, at most {@value #LINES_MAX} lines. */
    List<TimelineLine> timeline(int county, UUID matter) {
        return db.sql(
                        """
                        select seq, step, stage_from, stage_to, holder_from, holder_to, by_kind, by_unit, by_name, happened_at,
                            recorded_at, told, note, detail, round_id
                        from matter.step
                        where county = :county and matter_id = :matter
                        order by seq
                        limit :limit
                        """)
                .param("county", county)
                .param("matter", matter)
                .param("limit", LINES_MAX)
                .query(this::line)
                .list();
    }

    private TimelineLine line(ResultSet row, int rowNumber) throws SQLException {
        return new TimelineLine(
                row.getInt("seq"),
                row.getString("step"),
                Stage.valueOf(row.getString("stage_from")),
                Stage.valueOf(row.getString("stage_to")),
                Sql.uuid(row, "holder_from"),
                Sql.uuid(row, "holder_to"),
                row.getString("by_kind"),
                Sql.uuidOrNull(row, "by_unit"),
                row.getString("by_name"),
                Sql.instant(row, "happened_at"),
                Sql.instant(row, "recorded_at"),
                row.getString("told"),
                row.getString("note"),
                detail(row.getString("detail")),
                Sql.uuidOrNull(row, "round_id"));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> detail(String text) {
        return json.readValue(text, Map.class);
    }
}
