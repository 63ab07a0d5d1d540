package wanhu.knowledge;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Refused;
import wanhu.base.Sql;
import wanhu.base.Verb;
import wanhu.life.Matter;

/** Which matter rests on which version of which article. */
@Service
public class Citations {
    /** Most articles that one matter shows. */
    static final int ROWS_MAX = 20;

    private final JdbcClient db;
    private final Finder finder;
    private final ArticleStore articles;
    private final Audit audit;
    private final Clock clock;

    Citations(JdbcClient db, Finder finder, ArticleStore articles, Audit audit, Clock clock) {
        this.db = db;
        this.finder = finder;
        this.articles = articles;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a matter cites.
     *
     * @param version that was shown then
     * @param by who cited it
     */
    record Cited(UUID article, int version, String title, String by, Instant at) {}

    /**
     * Writes down that the answer of a matter rests on the article as it is shown now; a second
     * time changes nothing.
     *
     * @param matter one that the actor has been shown
     * @throws Refused MISSING when the article is not shown, or has expired
     */
    @Transactional
    public void cite(Actor actor, Matter matter, UUID article) {
        var shown =
                finder.find(actor.county(), article, Audience.STAFF).orElseThrow(Articles::missing);
        int made =
                db.sql(
                                """
                                insert into knowledge.citation (county, article_id, matter_id, version, by_name, at)
                                values (:county, :article, :matter, :version, :name, :at)
                                on conflict (county, article_id, matter_id) do nothing
                                """)
                        .param("county", actor.county())
                        .param("article", article)
                        .param("matter", matter.id())
                        .param("version", shown.version())
                        .param("name", actor.name())
                        .param("at", Sql.at(clock.instant()))
                        .update();
        if (made == 1) {
            articles.count(actor.county(), article, 1, 0);
            audit.record(
                    actor,
                    Act.of(Verb.ARTICLE_CITED, article)
                            .with("version", shown.version())
                            .with("matter", matter.number()));
        }
    }

    /** What the matter cites, newest first. */
    @Transactional(readOnly = true)
    List<Cited> ofMatter(int county, UUID matter) {
        return db.sql(
                        """
                        select c.article_id, c.version, v.title, c.by_name, c.at
                        from knowledge.citation c
                        join knowledge.version v
                            on v.county = c.county and v.article_id = c.article_id and v.version = c.version
                        where c.county = :county and c.matter_id = :matter
                        order by c.at desc, c.article_id
                        limit :limit
                        """)
                .param("county", county)
                .param("matter", matter)
                .param("limit", ROWS_MAX)
                .query((row, _) ->
                        new Cited(
                                Sql.uuid(row, "article_id"),
                                row.getInt("version"),
                                row.getString("title"),
                                row.getString("by_name"),
                                Sql.instant(row, "at")))
                .list();
    }
}
