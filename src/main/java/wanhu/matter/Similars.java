package wanhu.matter;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.Scope;
import wanhu.base.Sql;
import wanhu.base.Zones;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.life.Matter;

/**
 * The door to matters that may be the same: from the same village, about the same, within the time
 * of the rule ({@link RuleKey#SIMILAR_WINDOW}). People decide; this only shows.
 */
@Service
public class Similars {
    /** Most matters of a place that are compared, the latest ones. */
    static final int COMPARED_ROWS_MAX = 300;

    /** Most that are answered. */
    static final int FOUND_MAX = 20;

    private static final int TOWNSHIP_DEPTH = 4;

    private final JdbcClient db;
    private final Laws laws;
    private final Clock clock;

    Similars(JdbcClient db, Laws laws, Clock clock) {
        this.db = db;
        this.laws = laws;
        this.clock = clock;
    }

    /** What a resident may join: open, not secret, likest first. */
    @Transactional(readOnly = true)
    public List<Similar.Found> find(Similar wish) {
        var near =
                near(wish).stream()
                        .filter(Matter::open)
                        .filter(matter -> !matter.about().privacy().secret())
                        .toList();
        return likest(wish, near);
    }

    /** What staff may see of it, ended or not, likest first. */
    @Transactional(readOnly = true)
    public List<Similar.Found> find(Actor actor, Similar wish) {
        var scope = Scope.of(actor);
        var near =
                near(wish).stream()
                        .filter(matter ->
                                !matter.about().privacy().shutTo(actor.path())
                                        && scope.sees(
                                                matter.about().placePath(),
                                                matter.parties().holder().path()))
                        .toList();
        return likest(wish, near);
    }

    private static List<Similar.Found> likest(Similar wish, List<Matter> near) {
        var words = Set.copyOf(Terms.of(wish.text()));
        return near.stream()
                .map(matter -> new Similar.Found(matter, Terms.likeness(words, words(matter))))
                .filter(found -> found.likeness() >= wish.likenessMin())
                .sorted(Comparator.comparingDouble(Similar.Found::likeness).reversed())
                .limit(FOUND_MAX)
                .toList();
    }

    private static Set<String> words(Matter matter) {
        var about = matter.about();
        return Set.copyOf(Terms.of(about.title() + " " + about.placeNote() + " " + about.body()));
    }

    private List<Matter> near(Similar wish) {
        boolean village = wish.place().depth() > TOWNSHIP_DEPTH;
        return db.sql(
                        """
                        select %s
                        from matter.matter m
                        where m.county = :county
                          and m.%s = :place
                          and m.reported_at >= :since
                          and m.stage not in ('MERGED', 'WITHDRAWN', 'DECLINED', 'REFERRED')
                          and (:branch in ('', split_part(m.category, '.', 1)) or m.category = 'other')
                        order by m.reported_at desc, m.id desc
                        limit :limit
                        """
                                .formatted(
                                        MatterRow.COLUMNS, village ? "place_low" : "place_middle"))
                .param("county", wish.county())
                .param("place", wish.place().text())
                .param("since", Sql.at(since(wish.county())))
                .param("branch", wish.branch())
                .param("limit", COMPARED_ROWS_MAX)
                .query(MatterRow::read)
                .list();
    }

    private Instant since(int county) {
        var now = clock.instant();
        var window = laws.term(county, RuleKey.SIMILAR_WINDOW, Zones.day(now));
        return Zones.startOf(Zones.day(now).minusDays(window.amount()));
    }
}
