package wanhu.law;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Actor;
import wanhu.base.Ids;
import wanhu.base.Sql;

/** Keeps the versions of rules that counties have made; append-only. */
@Repository
class LawStore {
    private static final int CHANGES_ROWS_MAX = 5_000;

    private final JdbcClient db;

    LawStore(JdbcClient db) {
        this.db = db;
    }

    /** Lets one change of a county's rules wait for the other. */
    void lock(int county) {
        db.sql(
                        """
                        insert into law.county (county)
                        values (:county)
                        on conflict (county) do update set county = excluded.county
                        """)
                .param("county", county)
                .update();
    }

    List<Rule> changes(int county) {
        return db.sql(
                        """
                        select key, version, valid_from, value, source_zh, source_en, article
                        from law.rule
                        where county = :county
                        order by key, version
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", CHANGES_ROWS_MAX)
                .query(LawStore::rule)
                .list();
    }

    Rule add(Actor actor, Instant at, RuleChange change, String value) {
        int version = next(actor.county(), change.key());
        var rule =
                new Rule(change.key(), version, change.validFrom(), null, value, change.source());
        db.sql(
                        """
                        insert into law.rule (county, id, key, version, valid_from, value,
                            source_zh, source_en, article, made_at, made_by, made_post, made_as)
                        values (:county, :id, :key, :version, :valid_from, :value,
                            :source_zh, :source_en, :article, :made_at, :made_by, :made_post, :made_as)
                        """)
                .param("county", actor.county())
                .param("id", Ids.next())
                .param("key", change.key().name())
                .param("version", version)
                .param("valid_from", change.validFrom())
                .param("value", value)
                .param("source_zh", change.source().zh())
                .param("source_en", change.source().en())
                .param("article", change.source().article())
                .param("made_at", Sql.at(at))
                .param("made_by", actor.person())
                .param("made_post", actor.post())
                .param("made_as", actor.title())
                .update();
        return rule;
    }

    private int next(int county, RuleKey key) {
        return db.sql(
                        """
                        select coalesce(max(version), 0) + 1
                        from law.rule
                        where county = :county and key = :key
                        """)
                .param("county", county)
                .param("key", key.name())
                .query(Integer.class)
                .single();
    }

    private static Rule rule(ResultSet row, int number) throws SQLException {
        var source =
                new Source(
                        row.getString("source_zh"),
                        row.getString("source_en"),
                        row.getString("article"));
        return new Rule(
                RuleKey.valueOf(row.getString("key")),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                null,
                row.getString("value"),
                source);
    }
}
