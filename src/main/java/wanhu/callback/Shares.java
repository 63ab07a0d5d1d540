package wanhu.callback;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Act;
import wanhu.base.Actor;
import wanhu.base.Audit;
import wanhu.base.Ids;
import wanhu.base.Refused;
import wanhu.base.Refused.Kind;
import wanhu.base.Role;
import wanhu.base.Sql;
import wanhu.base.Verb;
import wanhu.base.Zones;
import wanhu.category.Categories;
import wanhu.law.Laws;
import wanhu.life.Matter;

/**
 * Which share of a matter's like is called (GB/T 33358: follow-ups by sampling): the serious ones
 * all, else what the county has stated for its category or the nearest above, else the rule of its
 * group.
 */
@Service
class Shares {
    /** Most versions of one county that a page shows. */
    static final int ROWS_MAX = 200;

    private final JdbcClient db;
    private final Laws laws;
    private final Categories categories;
    private final Audit audit;
    private final Clock clock;

    Shares(JdbcClient db, Laws laws, Categories categories, Audit audit, Clock clock) {
        this.db = db;
        this.laws = laws;
        this.categories = categories;
        this.audit = audit;
        this.clock = clock;
    }

    /** The share for a matter that was answered on a day, in per cent. */
    int percent(Matter matter, Lot lot, LocalDate on) {
        var own = lot.whole() ? null : stated(matter.county(), matter.about().category(), on);
        return own == null ? lot.percent(laws, matter.county(), on) : own;
    }

    private @Nullable Integer stated(int county, String category, LocalDate on) {
        return inForce(county, on).stream()
                .filter(each -> each.percent() != null && each.covers(category))
                .max(Comparator.comparingInt(each -> each.category().length()))
                .map(Share::percent)
                .orElse(null);
    }

    /** What holds on a day, one a category at most. */
    private List<Share> inForce(int county, LocalDate on) {
        return db.sql(
                        """
                        select distinct on (category) category, valid_from, percent, source
                        from callback.share
                        where county = :county and valid_from <= :on
                        order by category, valid_from desc, id desc
                        """)
                .param("county", county)
                .param("on", on)
                .query(Shares::read)
                .list();
    }

    private static Share read(ResultSet row, int number) throws SQLException {
        return new Share(
                row.getString("category"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("percent", Integer.class),
                row.getString("source"));
    }

    /** All versions, the latest day first. */
    @Transactional(readOnly = true)
    List<Share> list(int county) {
        return db.sql(
                        """
                        select category, valid_from, percent, source
                        from callback.share
                        where county = :county
                        order by valid_from desc, id desc
                        limit :limit
                        """)
                .param("county", county)
                .param("limit", ROWS_MAX)
                .query(Shares::read)
                .list();
    }

    /**
     * States a share from a day on, today or later; what was drawn before keeps its own.
     *
     * @throws Refused FORBIDDEN but to the administrator, INVALID for a day that has passed or an
     *     unknown category
     */
    @Transactional
    void state(Actor actor, Share share) {
        Refused.unless(Kind.FORBIDDEN, actor.is(Role.ADMIN), "callback.refused.admin");
        var now = clock.instant();
        boolean ahead = !share.from().isBefore(Zones.day(now));
        Refused.unless(Kind.INVALID, ahead, "callback.refused.day");
        var category = categories.chosen(actor.county(), share.category());
        db.sql(
                        """
                        insert into callback.share (county, id, category, valid_from, percent, source, made_at, made_by)
                        values (:county, :id, :category, :from, :percent, :source, :at, :by)
                        """)
                .param("county", actor.county())
                .param("id", Ids.next())
                .param("category", category.code())
                .param("from", share.from())
                .param("percent", share.percent())
                .param("source", share.source())
                .param("at", Sql.at(now))
                .param("by", actor.person())
                .update();
        audit.record(
                actor,
                Act.of(Verb.CALL_SHARE_STATED, category.code())
                        .with("percent", share.percent() == null ? "-" : share.percent())
                        .with("from", share.from()));
    }
}
