package wanhu.knowledge;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.OrgPath;
import wanhu.base.Sql;
import wanhu.matter.Terms;

/** Keeps what is shown of each article and what it is found by. */
@Repository
class ArticleStore {
    static final String COLUMNS =
            """
            a.county, a.id, a.owner_unit, a.owner_path, a.state, a.live, a.title, a.audience, a.categories,
            a.review_on, a.expires_on, a.pending, a.cited, a.helped, a.unhelped, a.wishes, a.changed_at
            """;

    private static final int TITLE_WEIGHT = 3;

    private final JdbcClient db;

    ArticleStore(JdbcClient db) {
        this.db = db;
    }

    Optional<Article> find(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from knowledge.article a
                        where a.county = :county and a.id = :id
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("id", id)
                .query(ArticleStore::read)
                .optional();
    }

    Optional<Article> lock(int county, UUID id) {
        return db.sql(
                        """
                        select %s
                        from knowledge.article a
                        where a.county = :county and a.id = :id
                        for update
                        """
                                .formatted(COLUMNS))
                .param("county", county)
                .param("id", id)
                .query(ArticleStore::read)
                .optional();
    }

    /** Whether it was new; the same id twice is one article. */
    boolean insert(Article made) {
        return db.sql(
                                """
                                insert into knowledge.article (county, id, owner_unit, owner_path, state, title, audience,
                                    categories, review_on, expires_on, pending, changed_at)
                                values (:county, :id, :owner, :path, 'NEW', :title, :audience,
                                    :categories, :review, :expires, 'DRAFT', :at)
                                on conflict (county, id) do nothing
                                """)
                        .param("county", made.county())
                        .param("id", made.id())
                        .param("owner", made.owner())
                        .param("path", made.ownerPath().text())
                        .param("title", made.title())
                        .param("audience", made.audience().name())
                        .param("categories", made.categories().toArray(String[]::new))
                        .param("review", made.times().review())
                        .param("expires", made.times().expires())
                        .param("at", Sql.at(made.times().changed()))
                        .update()
                == 1;
    }

    /** Writes down where the version stands that is being written. */
    void pending(Article article, Article.@Nullable Pending pending, Instant at) {
        db.sql(
                        """
                        update knowledge.article
                        set pending = :pending, changed_at = :at
                        where county = :county and id = :id
                        """)
                .param("pending", pending == null ? null : pending.name())
                .param("at", Sql.at(at))
                .param("county", article.county())
                .param("id", article.id())
                .update();
    }

    /** Shows a version from now on. */
    void show(Article article, Version version, Instant at) {
        var text = version.text();
        db.sql(
                        """
                        update knowledge.article
                        set state = 'LIVE', live = :version, title = :title, audience = :audience,
                            categories = :categories, review_on = :review, expires_on = :expires,
                            pending = null, changed_at = :at
                        where county = :county and id = :id
                        """)
                .param("version", version.version())
                .param("title", text.title())
                .param("audience", text.audience().name())
                .param("categories", text.categories().toArray(String[]::new))
                .param("review", text.review())
                .param("expires", text.expires())
                .param("at", Sql.at(at))
                .param("county", article.county())
                .param("id", article.id())
                .update();
        words(article, text);
    }

    /** Shows nothing of it from now on. */
    void withdraw(Article article, Instant at) {
        db.sql(
                        """
                        update knowledge.article
                        set state = 'WITHDRAWN', live = null, changed_at = :at
                        where county = :county and id = :id
                        """)
                .param("at", Sql.at(at))
                .param("county", article.county())
                .param("id", article.id())
                .update();
        forget(article);
    }

    /** Somebody looked at it and found it right until another day. */
    void keep(Article article, LocalDate review, Instant at) {
        db.sql(
                        """
                        update knowledge.article
                        set review_on = :review, changed_at = :at
                        where county = :county and id = :id
                        """)
                .param("review", review)
                .param("at", Sql.at(at))
                .param("county", article.county())
                .param("id", article.id())
                .update();
    }

    /** A reader says whether it helped; nobody knows which reader. */
    void count(Article article, boolean helped) {
        db.sql(
                        """
                        update knowledge.article
                        set helped = helped + :yes, unhelped = unhelped + :no
                        where county = :county and id = :id
                        """)
                .param("yes", helped ? 1 : 0)
                .param("no", helped ? 0 : 1)
                .param("county", article.county())
                .param("id", article.id())
                .update();
    }

    /** Counts what cites it and what readers wish. */
    void count(int county, UUID id, int cited, int wishes) {
        db.sql(
                        """
                        update knowledge.article
                        set cited = cited + :cited, wishes = wishes + :wishes
                        where county = :county and id = :id
                        """)
                .param("cited", cited)
                .param("wishes", wishes)
                .param("county", county)
                .param("id", id)
                .update();
    }

    private void words(Article article, Text text) {
        forget(article);
        int[] title = Terms.keys(text.title(), "");
        insert(article, title, TITLE_WEIGHT);
        insert(article, Terms.keys(text.body()), 1);
    }

    private void insert(Article article, int[] keys, int weight) {
        db.sql(
                        """
                        insert into knowledge.word (county, key, article_id, weight)
                        select :county, k.key, :id, :weight
                        from unnest(cast(:keys as int[])) as k (key)
                        on conflict (county, key, article_id) do nothing
                        """)
                .param("county", article.county())
                .param("id", article.id())
                .param("weight", weight)
                .param("keys", keys)
                .update();
    }

    private void forget(Article article) {
        db.sql(
                        """
                        delete from knowledge.word
                        where county = :county and article_id = :id
                        """)
                .param("county", article.county())
                .param("id", article.id())
                .update();
    }

    static Article read(ResultSet row, int number) throws SQLException {
        var pending = row.getString("pending");
        int live = row.getInt("live");
        return new Article(
                row.getInt("county"),
                Sql.uuid(row, "id"),
                Sql.uuid(row, "owner_unit"),
                new OrgPath(row.getString("owner_path")),
                Article.State.valueOf(row.getString("state")),
                live == 0 ? null : live,
                row.getString("title"),
                Audience.valueOf(row.getString("audience")),
                texts(row.getArray("categories")),
                pending == null ? null : Article.Pending.valueOf(pending),
                new Article.Times(
                        row.getObject("review_on", LocalDate.class),
                        row.getObject("expires_on", LocalDate.class),
                        Sql.instant(row, "changed_at")),
                new Article.Counts(
                        row.getInt("cited"),
                        row.getInt("helped"),
                        row.getInt("unhelped"),
                        row.getInt("wishes")));
    }

    static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
