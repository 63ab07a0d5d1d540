package wanhu.round;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Ids;
import wanhu.base.Sql;

/** 周提示 and its like: meetings that were not held in time, for the level above. */
@Repository
class PromptStore {
    private static final int ROWS_MAX = 500;

    private final JdbcClient db;

    PromptStore(JdbcClient db) {
        this.db = db;
    }

    /** Makes the prompt of a meeting; once, however often it is asked for. */
    boolean add(Round round, UUID to, Instant now) {
        return db.sql(
                                """
                                insert into round.prompt (county, id, kind, name_zh, name_en, body, to_unit, period, round_id,
                                    made_at)
                                values (:county, :id, :kind, :nameZh, :nameEn, :body, :to, :period, :round, :now)
                                on conflict (county, round_id) do nothing
                                """)
                        .param("county", round.county())
                        .param("id", Ids.next())
                        .param("kind", round.kind())
                        .param("nameZh", round.name().chinese())
                        .param("nameEn", round.name().english())
                        .param("body", round.body().unit())
                        .param("to", to)
                        .param("period", round.period())
                        .param("round", round.id())
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** What a unit must still answer, newest first. */
    List<Prompt> open(int county, UUID to) {
        return db.sql(
                        """
                        select id, name_zh, name_en, body, period, round_id, made_at
                        from round.prompt
                        where county = :county and to_unit = :to and answered_at is null
                        order by made_at desc, id desc
                        limit :limit
                        """)
                .param("county", county)
                .param("to", to)
                .param("limit", ROWS_MAX)
                .query(PromptStore::prompt)
                .list();
    }

    /** Notes what the unit did about it; false when it was answered before or is not its own. */
    boolean answer(int county, UUID to, UUID id, Answer answer) {
        return db.sql(
                                """
                                update round.prompt
                                set answered_at = :now, answered_by = :by, answer = :text
                                where county = :county and id = :id and to_unit = :to and answered_at is null
                                """)
                        .param("county", county)
                        .param("id", id)
                        .param("to", to)
                        .param("now", Sql.at(answer.at()))
                        .param("by", answer.by())
                        .param("text", answer.text())
                        .update()
                == 1;
    }

    /** What was done about a prompt. */
    record Answer(String text, String by, Instant at) {}

    private static Prompt prompt(ResultSet row, int rowNumber) throws SQLException {
        return new Prompt(
                Sql.uuid(row, "id"),
                new RoundKind.Text(row.getString("name_zh"), row.getString("name_en")),
                Sql.uuid(row, "body"),
                row.getString("period"),
                Sql.uuid(row, "round_id"),
                Sql.instant(row, "made_at"));
    }
}
