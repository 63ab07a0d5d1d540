package wanhu.wording;

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

/** Keeps the versions of texts that counties have made; append-only. */
@Repository
class WordingStore {
    private static final int VERSIONS_ROWS_MAX = 5_000;

    private final JdbcClient db;

    WordingStore(JdbcClient db) {
        this.db = db;
    }

    /** Lets one change of a county's texts wait for the other. */
    void lock(int county) {
        db.sql(
                        """
                        insert into wording.county (county)
                        values (:county)
                        on conflict (county) do update set county = excluded.county
                        """)
                .param("county", county)
                .update();
    }

    List<Version> versions(int county) {
        return db.sql(
                        """
                        select key, version, valid_from, zh, en, reason, made_as
                        from wording.text
                        where county = :county
                        order by key, version
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", VERSIONS_ROWS_MAX)
                .query(WordingStore::version)
                .list();
    }

    void add(Actor actor, Instant at, Wish wish, int version) {
        db.sql(
                        """
                        insert into wording.text (county, id, key, version, valid_from, zh, en, reason,
                            made_at, made_by, made_post, made_as)
                        values (:county, :id, :key, :version, :from, :zh, :en, :reason,
                            :at, :by, :post, :as)
                        """)
                .param("county", actor.county())
                .param("id", Ids.next())
                .param("key", wish.key())
                .param("version", version)
                .param("from", wish.validFrom())
                .param("zh", wish.zh())
                .param("en", wish.en())
                .param("reason", wish.reason())
                .param("at", Sql.at(at))
                .param("by", actor.person())
                .param("post", actor.post())
                .param("as", actor.title() + " " + actor.name())
                .update();
    }

    private static Version version(ResultSet row, int number) throws SQLException {
        return new Version(
                row.getString("key"),
                row.getInt("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getString("zh"),
                row.getString("en"),
                row.getString("reason"),
                row.getString("made_as"));
    }
}
