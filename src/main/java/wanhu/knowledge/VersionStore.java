package wanhu.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Actor;
import wanhu.base.Sql;

/** Keeps the versions of articles; what was shown once never changes. */
@Repository
class VersionStore {
    /** Most versions of one article that are listed. */
    static final int VERSIONS_ROWS_MAX = 100;

    private static final String COLUMNS =
            """
            v.article_id, v.version, v.edit, v.state, v.title, v.body, v.basis, v.audience, v.categories, v.review_on,
            v.expires_on, v.written_by, v.written_name, v.written_at, v.reviewed_by, v.reviewed_name, v.reviewed_at,
            v.remark
            """;

    private final JdbcClient db;

    VersionStore(JdbcClient db) {
        this.db = db;
    }

    /** The versions of an article, newest first. */
    List<Version> list(int county, UUID article) {
        return db.sql(
                        """
                        select %s
                        from knowledge.version v
                        where v.county = :county and v.article_id = :article
                        order by v.version desc
                        limit :limit
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("article", article)
                .param("limit", VERSIONS_ROWS_MAX)
                .query(VersionStore::read)
                .list();
    }

    Optional<Version> find(int county, UUID article, int version) {
        return db.sql(
                        """
                        select %s
                        from knowledge.version v
                        where v.county = :county and v.article_id = :article and v.version = :version
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("article", article)
                .param("version", version)
                .query(VersionStore::read)
                .optional();
    }

    /** Adds a draft. */
    void insert(Actor by, Version.Of of, Text text, Instant at) {
        fill(
                        db.sql(
                                """
                                insert into knowledge.version (county, article_id, version, edit, state, title, body,
                                    basis, audience, categories, review_on, expires_on, written_by, written_name,
                                    written_at)
                                values (:county, :article, :version, 1, 'DRAFT', :title, :body,
                                    :basis, :audience, :categories, :review, :expires, :by, :name, :at)
                                """),
                        by,
                        text,
                        at)
                .param("article", of.article())
                .param("version", of.version())
                .update();
    }

    /** Writes a draft anew; who writes last is its author. */
    void update(Actor by, Version draft, Text text, Instant at) {
        fill(
                        db.sql(
                                """
                                update knowledge.version
                                set edit = edit + 1, title = :title, body = :body, basis = :basis,
                                    audience = :audience, categories = :categories, review_on = :review,
                                    expires_on = :expires, written_by = :by, written_name = :name, written_at = :at,
                                    reviewed_by = null, reviewed_name = '', reviewed_at = null
                                where county = :county and article_id = :article and version = :version
                                    and state = 'DRAFT'
                                """),
                        by,
                        text,
                        at)
                .param("article", draft.article())
                .param("version", draft.version())
                .update();
    }

    private static JdbcClient.StatementSpec fill(
            JdbcClient.StatementSpec statement, Actor by, Text text, Instant at) {
        return statement
                .param("county", by.county())
                .param("title", text.title())
                .param("body", text.body())
                .param("basis", text.basis())
                .param("audience", text.audience().name())
                .param("categories", text.categories().toArray(String[]::new))
                .param("review", text.review())
                .param("expires", text.expires())
                .param("by", by.person())
                .param("name", by.name())
                .param("at", Sql.at(at));
    }

    /** Hands a draft over to the review. */
    void submit(int county, Version draft) {
        db.sql(
                        """
                        update knowledge.version
                        set state = 'REVIEW', edit = edit + 1, remark = ''
                        where county = :county and article_id = :article and version = :version
                        """)
                .param("county", county)
                .param("article", draft.article())
                .param("version", draft.version())
                .update();
    }

    /** Gives it back to its author, with the reason. */
    void giveBack(int county, Version version, String remark) {
        db.sql(
                        """
                        update knowledge.version
                        set state = 'DRAFT', edit = edit + 1, remark = :remark
                        where county = :county and article_id = :article and version = :version
                        """)
                .param("remark", remark)
                .param("county", county)
                .param("article", version.article())
                .param("version", version.version())
                .update();
    }

    /** Found right by a second person: shown from now on, and the one before no longer. */
    void publish(Actor by, Version version, Instant at) {
        retire(by.county(), version.article());
        db.sql(
                        """
                        update knowledge.version
                        set state = 'LIVE', edit = edit + 1, reviewed_by = :by, reviewed_name = :name,
                            reviewed_at = :at
                        where county = :county and article_id = :article and version = :version
                        """)
                .param("by", by.person())
                .param("name", by.name())
                .param("at", Sql.at(at))
                .param("county", by.county())
                .param("article", version.article())
                .param("version", version.version())
                .update();
    }

    /** What was shown is shown no longer. */
    void retire(int county, UUID article) {
        db.sql(
                        """
                        update knowledge.version
                        set state = 'OLD', edit = edit + 1
                        where county = :county and article_id = :article and state = 'LIVE'
                        """)
                .param("county", county)
                .param("article", article)
                .update();
    }

    static Version read(ResultSet row, int number) throws SQLException {
        return new Version(
                Sql.uuid(row, "article_id"),
                row.getInt("version"),
                row.getInt("edit"),
                Version.State.valueOf(row.getString("state")),
                new Text(
                        row.getString("title"),
                        row.getString("body"),
                        row.getString("basis"),
                        Audience.valueOf(row.getString("audience")),
                        ArticleStore.texts(row.getArray("categories")),
                        row.getObject("review_on", LocalDate.class),
                        row.getObject("expires_on", LocalDate.class)),
                new Version.Hand(
                        Sql.uuid(row, "written_by"),
                        row.getString("written_name"),
                        Sql.instant(row, "written_at")),
                reviewed(row),
                row.getString("remark"));
    }

    private static Version.@Nullable Hand reviewed(ResultSet row) throws SQLException {
        var by = Sql.uuidOrNull(row, "reviewed_by");
        var at = Sql.instantOrNull(row, "reviewed_at");
        return by == null || at == null
                ? null
                : new Version.Hand(by, row.getString("reviewed_name"), at);
    }
}
