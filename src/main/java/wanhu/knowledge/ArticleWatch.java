package wanhu.knowledge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import wanhu.base.Sql;
import wanhu.base.UnitReminded;
import wanhu.base.Wall;
import wanhu.base.Zones;
import wanhu.org.Units;

/**
 * Tells the owner of an article that its day to be looked at, or its end, is near, and again when
 * it has come. Each is claimed by a row, so that a turn may come late, twice or on another machine.
 */
@Component
class ArticleWatch {
    /** Warnings of a county in one turn. */
    static final int TURN_ROWS_MAX = 500;

    private final JdbcClient db;
    private final Units units;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher facts;
    private final Clock clock;

    ArticleWatch(
            JdbcClient db,
            Units units,
            TransactionTemplate transaction,
            ApplicationEventPublisher facts,
            Clock clock) {
        this.db = db;
        this.units = units;
        this.transaction = transaction;
        this.facts = facts;
        this.clock = clock;
    }

    /** Every hour. */
    @Scheduled(
            fixedDelayString = "${wanhu.article-tick:PT1H}",
            initialDelayString = "${wanhu.article-tick:PT2M}")
    public void run() {
        units.counties().forEach(this::warn);
    }

    /** Warns of what is due in a county. */
    void warn(int county) {
        Wall.whole(() ->
                transaction.executeWithoutResult(_ ->
                        due(county).stream()
                                .filter(each -> claim(county, each))
                                .forEach(each -> tell(county, each))));
    }

    private record Warning(UUID article, UUID owner, String what, LocalDate day) {}

    private void tell(int county, Warning warning) {
        facts.publishEvent(
                new UnitReminded(
                        county,
                        warning.owner(),
                        "ARTICLE_" + warning.what(),
                        warning.day().toString(),
                        "/knowledge/" + warning.article(),
                        clock.instant()));
    }

    /** Of an article that ends on the day on which it is to be looked at, its end is told. */
    private List<Warning> due(int county) {
        var today = Zones.day(clock.instant());
        return db.sql(
                        """
                        select a.id, a.owner_unit, d.what, d.day
                        from knowledge.article a
                        cross join lateral (values
                            (case when a.review_on <= :today then 'REVIEW_DUE' else 'REVIEW_SOON' end, a.review_on),
                            (case when a.expires_on < :today then 'EXPIRED' else 'EXPIRY_SOON' end, a.expires_on)
                        ) as d (what, day)
                        where a.county = :county and a.state = 'LIVE' and d.day <= :soon
                            and (d.what like 'EXP%' or not coalesce(a.review_on = a.expires_on, false))
                            and not exists (
                                select from knowledge.warned w
                                where w.county = :county and w.article_id = a.id and w.what = d.what
                                    and w.day = d.day)
                        order by d.day, a.id
                        limit :limit
                        """)
                .param("county", county)
                .param("today", today)
                .param("soon", today.plusDays(Article.WARN_DAYS))
                .param("limit", TURN_ROWS_MAX)
                .query((row, _) ->
                        new Warning(
                                Sql.uuid(row, "id"),
                                Sql.uuid(row, "owner_unit"),
                                row.getString("what"),
                                row.getObject("day", LocalDate.class)))
                .list();
    }

    private boolean claim(int county, Warning warning) {
        return db.sql(
                                """
                                insert into knowledge.warned (county, article_id, what, day, at)
                                values (:county, :article, :what, :day, :now)
                                on conflict do nothing
                                """)
                        .param("county", county)
                        .param("article", warning.article())
                        .param("what", warning.what())
                        .param("day", warning.day())
                        .param("now", Sql.at(clock.instant()))
                        .update()
                == 1;
    }
}
