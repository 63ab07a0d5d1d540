package wanhu.knowledge;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Page;
import wanhu.base.Scope;
import wanhu.base.Zones;
import wanhu.matter.Terms;

/** ArticleLists of articles for staff, in four orders. */
@Repository
class ArticleLists {
    static final int ROWS_MAX = 30;

    /** Rows are counted no further than this. */
    static final int COUNT_ROWS_MAX = 1_000;

    private static final String WANTED =
            """
            from knowledge.article a
            where a.county = :county
                and (a.state <> 'NEW' or (a.owner_path >= :held_from and a.owner_path < :held_until))
                and (not :mine or a.owner_unit = :unit)
                and (:audience = '' or a.audience = :audience)
                and (:category = '' or exists (
                    select from unnest(a.categories) c
                    where c = :category or starts_with(c, :category || '.')))
                and (:q = '' or position(:q in a.title) > 0 or (
                    select count(*)
                    from knowledge.word w
                    where w.county = a.county and w.article_id = a.id and w.key = any(cast(:keys as int[]))) >= :words)
                and case :view
                    when '' then a.state <> 'WITHDRAWN'
                    when 'LIVE' then a.state = 'LIVE'
                    when 'WITHDRAWN' then a.state = 'WITHDRAWN'
                    when 'EXPIRED' then a.state = 'LIVE' and a.expires_on < :today
                    when 'DUE' then a.state = 'LIVE' and least(a.review_on, a.expires_on) <= :soon
                    when 'WISHES' then a.wishes > 0
                    else a.pending = :view and a.owner_path >= :held_from and a.owner_path < :held_until
                end
            """;

    private final JdbcClient db;
    private final Clock clock;

    ArticleLists(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Row(Article article, long key) {}

    @Transactional(readOnly = true)
    Page<Article> page(Actor actor, Asked asked) {
        var after = Asked.Mark.of(asked.after());
        var parameters = parameters(actor, asked);
        parameters.put("sort", asked.order().name());
        var rows =
                db.sql(
                                """
                                select *
                                from (
                                    select %s, cast(
                                        case :sort
                                            when 'REVIEW' then least(a.review_on, a.expires_on) - date '2000-01-01'
                                            when 'CITED' then -a.cited
                                            when 'UNHELPED' then -a.unhelped
                                            else -date_part('epoch', a.changed_at) * 1000
                                        end as bigint) as sort_key
                                    %s
                                ) a
                                where (a.sort_key, a.id) > (:after, :afterId)
                                order by a.sort_key, a.id
                                limit :limit
                                """
                                        .formatted(ArticleStore.COLUMNS, WANTED))
                        .params(parameters)
                        .param("after", after.key())
                        .param("afterId", after.id())
                        .param("limit", ROWS_MAX + 1)
                        .query((row, number) ->
                                new Row(ArticleStore.read(row, number), row.getLong("sort_key")))
                        .list();
        boolean more = rows.size() > ROWS_MAX;
        var shown = more ? rows.subList(0, ROWS_MAX) : rows;
        var next =
                more
                        ? new Asked.Mark(shown.getLast().key(), shown.getLast().article().id())
                                .text()
                        : null;
        return new Page<>(shown.stream().map(Row::article).toList(), count(parameters), next);
    }

    private int count(Map<String, Object> parameters) {
        return db.sql(
                        """
                        select count(*)
                        from (
                            select 1
                            %s
                            limit :most
                        ) counted
                        """
                                .formatted(WANTED))
                .params(parameters)
                .param("most", COUNT_ROWS_MAX)
                .query(Integer.class)
                .single();
    }

    private Map<String, Object> parameters(Actor actor, Asked asked) {
        var today = Zones.day(clock.instant());
        int[] keys = Terms.keys(asked.text());
        var parameters = new HashMap<String, Object>(Scope.of(actor).parameters());
        parameters.putAll(asked.parameters());
        parameters.put("unit", actor.unit());
        parameters.put("today", today);
        parameters.put("soon", today.plusDays(Article.WARN_DAYS));
        parameters.put("keys", keys);
        parameters.put("words", Math.max(1, (keys.length + 1) / 2));
        return parameters;
    }

    /** What the post's own unit has to do: to look at again, to review, to answer. */
    record Waiting(int due, int late, int review, int wishes) {
        boolean none() {
            return due + review + wishes == 0;
        }
    }

    @Transactional(readOnly = true)
    Waiting waiting(Actor actor) {
        var today = Zones.day(clock.instant());
        return db.sql(
                        """
                        select
                            count(*) filter (where a.state = 'LIVE' and least(a.review_on, a.expires_on) <= :soon) as due,
                            count(*) filter (where a.state = 'LIVE'
                                and (a.review_on < :today or a.expires_on < :today)) as late,
                            count(*) filter (where a.pending = 'REVIEW') as review,
                            coalesce(sum(a.wishes), 0) as wishes
                        from knowledge.article a
                        where a.county = :county and a.owner_unit = :unit
                        """)
                .param("county", actor.county())
                .param("unit", actor.unit())
                .param("today", today)
                .param("soon", today.plusDays(Article.WARN_DAYS))
                .query((row, _) ->
                        new Waiting(
                                row.getInt("due"),
                                row.getInt("late"),
                                row.getInt("review"),
                                row.getInt("wishes")))
                .single();
    }
}
