package wanhu.supervise;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

/** The rows of prompts. */
@Repository
class FoundStore {
    private static final String COLUMNS =
            """
            s.county, s.id, s.matter_id, s.matter_number, s.rule, s.turn, s.figure, s.threshold, s.rank, s.to_unit,
            s.against_unit, s.supervision_id, s.made_at
            """;

    private final JdbcClient db;

    FoundStore(JdbcClient db) {
        this.db = db;
    }

    /** What came of a prompt. */
    enum Outcome {
        /** An order was given. */
        ORDERED,
        /** Somebody saw no need, and said why. */
        DISMISSED,
        /** The unit did it meanwhile. */
        LAPSED
    }

    /** What was decided. */
    record Decided(Outcome outcome, String by, String reason, Instant at) {}

    /** Keeps it; false when the same was found before. */
    boolean add(Prompt prompt) {
        return db.sql(
                                """
                                insert into supervise.prompt (county, id, matter_id, matter_number, rule, turn, figure,
                                    threshold, rank, to_unit, against_unit, supervision_id, made_at)
                                values (:county, :id, :matter, :number, :rule, :turn, :figure,
                                    :threshold, :rank, :to, :against, :supervision, :made)
                                on conflict (county, matter_id, rule, turn) do nothing
                                """)
                        .param("county", prompt.county())
                        .param("id", prompt.id())
                        .param("matter", prompt.matter())
                        .param("number", prompt.matterNumber())
                        .param("rule", prompt.rule().name())
                        .param("turn", prompt.turn())
                        .param("figure", prompt.figure())
                        .param("threshold", prompt.threshold())
                        .param("rank", prompt.rank().name())
                        .param("to", prompt.to())
                        .param("against", prompt.against())
                        .param("supervision", prompt.supervision())
                        .param("made", Sql.at(prompt.made()))
                        .update()
                == 1;
    }

    /** Closes it; false when it was closed before. */
    boolean decide(int county, UUID id, Decided decided, @Nullable UUID order) {
        return db.sql(
                                """
                                update supervise.prompt
                                set outcome = :outcome, decided_at = :at, decided_by = :by, reason = :reason,
                                    supervision_id = coalesce(:order, supervision_id)
                                where county = :county and id = :id and outcome is null
                                """)
                        .param("county", county)
                        .param("id", id)
                        .param("outcome", decided.outcome().name())
                        .param("at", Sql.at(decided.at()))
                        .param("by", decided.by())
                        .param("reason", decided.reason())
                        .param("order", order, java.sql.Types.OTHER)
                        .update()
                == 1;
    }

    /** Closes what was found of a matter and holds no longer. */
    void lapse(int county, UUID matter, List<Prompt.Rule> rules, Instant now) {
        db.sql(
                        """
                        update supervise.prompt
                        set outcome = 'LAPSED', decided_at = :now
                        where county = :county and matter_id = :matter and outcome is null and rule = any(:rules)
                        """)
                .param("county", county)
                .param("matter", matter)
                .param("rules", rules.stream().map(Enum::name).toArray(String[]::new))
                .param("now", Sql.at(now))
                .update();
    }

    Optional<Prompt> open(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from supervise.prompt s
                        where s.county = :county and s.id = :id and s.outcome is null
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("id", id)
                .query(FoundStore::read)
                .optional();
    }

    /** What was found of a matter and still waits. */
    List<Prompt> ofMatter(int county, UUID matter) {
        return db.sql(
                        """
                        select %s
                        from supervise.prompt s
                        where s.county = :county and s.matter_id = :matter and s.outcome is null
                        order by s.made_at desc, s.id
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("matter", matter)
                .param("limit", SupervisionStore.OF_MATTER_ROWS_MAX)
                .query(FoundStore::read)
                .list();
    }

    /**
     * A piece of what waits for a decision, the oldest first.
     *
     * @param rule only this; empty for all
     */
    List<Prompt> waiting(Map<String, Object> seen, String rule, Key after, int limit) {
        return db.sql(
                        """
                        select %s
                        from supervise.prompt s
                        where %s and s.outcome is null and (:rule = '' or s.rule = :rule)
                            and (s.made_at, s.id) > (:after, :afterId)
                        order by s.made_at, s.id
                        limit :limit
                        """
                                .formatted(COLUMNS, Seen.ROWS.formatted("to_unit", "to_unit")))
                .params(seen)
                .param("rule", rule)
                .param("after", Sql.at(after.at()))
                .param("afterId", after.id())
                .param("limit", limit)
                .query(FoundStore::read)
                .list();
    }

    /** How many wait, counted to a limit. */
    int count(Map<String, Object> seen, String rule, int most) {
        return db.sql(
                        """
                        select count(*)
                        from (
                            select 1
                            from supervise.prompt s
                            where %s and s.outcome is null and (:rule = '' or s.rule = :rule)
                            limit :most
                        ) counted
                        """
                                .formatted(Seen.ROWS.formatted("to_unit", "to_unit")))
                .params(seen)
                .param("rule", rule)
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    private static Prompt read(ResultSet row, int rowNumber) throws SQLException {
        return new Prompt(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                Sql.uuid(row, "matter_id"),
                row.getString("matter_number"),
                Prompt.Rule.valueOf(row.getString("rule")),
                row.getString("turn"),
                row.getInt("figure"),
                row.getInt("threshold"),
                Rank.valueOf(row.getString("rank")),
                Sql.uuid(row, "to_unit"),
                Sql.uuid(row, "against_unit"),
                Sql.uuidOrNull(row, "supervision_id"),
                Sql.instant(row, "made_at"));
    }
}
