package wanhu.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.PersonalData;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Sql;
import wanhu.base.Verb;

/**
 * What readers say of an article: whether it helped, and what is missing or wrong. Nothing tells
 * who said it; numbers of people in the text are hidden before it is kept.
 */
@Service
class Wishes {
    /** Longest wish or answer in characters. */
    static final int CHARACTERS_MAX = 500;

    /** Most wishes of one article that are listed. */
    static final int ROWS_MAX = 50;

    private final JdbcClient db;
    private final ArticleStore articles;
    private final Audit audit;
    private final Clock clock;

    Wishes(JdbcClient db, ArticleStore articles, Audit audit, Clock clock) {
        this.db = db;
        this.articles = articles;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One wish.
     *
     * @param done when somebody of the owner dealt with it; null before
     * @param answer what came of it
     */
    record Wish(
            UUID id, int version, String text, Instant at, @Nullable Instant done, String answer) {}

    /** Counts whether it helped. */
    @Transactional
    void count(Found article, int county, boolean helped) {
        articles.count(known(county, article.id()), helped);
    }

    /**
     * Keeps what somebody says of the article.
     *
     * @throws Refused INVALID for an empty or too long text
     */
    @Transactional
    void add(Found article, int county, String text) {
        db.sql(
                        """
                        insert into knowledge.wish (county, id, article_id, version, text, at)
                        values (:county, :id, :article, :version, :text, :at)
                        """)
                .param("county", county)
                .param("id", Ids.next())
                .param("article", article.id())
                .param("version", article.version())
                .param("text", PersonalData.redacted(said(text)))
                .param("at", Sql.at(clock.instant()))
                .update();
        articles.count(county, article.id(), 0, 1);
    }

    /** The wishes of an article, those first that wait, then the newest. */
    @Transactional(readOnly = true)
    List<Wish> list(Article article) {
        return db.sql(
                        """
                        select id, version, text, at, done_at, answer
                        from knowledge.wish
                        where county = :county and article_id = :article
                        order by done_at is not null, at desc, id
                        limit :limit
                        """)
                .param("county", article.county())
                .param("article", article.id())
                .param("limit", ROWS_MAX)
                .query(Wishes::read)
                .list();
    }

    /** Writes down what came of a wish. */
    @Transactional
    void answer(Actor actor, UUID article, UUID wish, String answer) {
        var of = articles.lock(actor.county(), article).orElseThrow(Articles::missing);
        Rights.mustKeep(actor, of);
        int done =
                db.sql(
                                """
                                update knowledge.wish
                                set done_at = :at, done_name = :name, answer = :answer
                                where county = :county and id = :id and article_id = :article and done_at is null
                                """)
                        .param("at", Sql.at(clock.instant()))
                        .param("name", actor.name())
                        .param("answer", said(answer))
                        .param("county", actor.county())
                        .param("id", wish)
                        .param("article", article)
                        .update();
        Refused.unless(Kind.CONFLICT, done == 1, "knowledge.refused.wish-done");
        articles.count(actor.county(), article, 0, -1);
        audit.record(
                actor,
                Act.of(Verb.ARTICLE_CHANGED, article).with("act", "ANSWERED").with("wish", wish));
    }

    private Article known(int county, UUID id) {
        return articles.find(county, id).orElseThrow(Articles::missing);
    }

    private static String said(String text) {
        var said = text.strip();
        boolean fits = !said.isEmpty() && said.length() <= CHARACTERS_MAX;
        Refused.unless(Kind.INVALID, fits, "knowledge.refused.wish", CHARACTERS_MAX);
        return said;
    }

    private static Wish read(ResultSet row, int number) throws SQLException {
        return new Wish(
                Sql.uuid(row, "id"),
                row.getInt("version"),
                row.getString("text"),
                Sql.instant(row, "at"),
                Sql.instantOrNull(row, "done_at"),
                row.getString("answer"));
    }
}
