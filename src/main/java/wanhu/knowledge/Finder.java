package wanhu.knowledge;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Sql;
import wanhu.base.Zones;
import wanhu.matter.Terms;

/**
 * Finds what is shown now: by words, the rarer the better and most of all those of the title. What
 * has expired is not found, neither by residents nor by those who would read it out to them.
 */
@Service
public class Finder {
    /** Most articles that are offered for somebody's story. */
    public static final int FOUND_MAX = 30;

    /** Most articles that are looked at, of which some may be hidden; a search answers no more. */
    static final int SCORED_MAX = 100;

    /** Shorter texts say nothing yet. */
    private static final int TEXT_CHARACTERS_MIN = 2;

    /** Of a whole story only its beginning is looked at. */
    private static final int TEXT_CHARACTERS_MAX = 400;

    /** A story names many things: something rare of it must stand in the title. */
    private static final double STORY_LEAST = 2;

    private static final String COLUMNS =
            "a.id, a.owner_unit, v.version, v.title, v.body, v.basis, v.reviewed_at";

    private static final String SHOWN =
            """
                and a.state = 'LIVE' and (a.expires_on is null or a.expires_on >= :today)
                and (:staff or a.audience = 'PUBLIC')
            """;

    private final JdbcClient db;
    private final Clock clock;

    Finder(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /**
     * What may answer somebody's story, best first; nothing for a text of one sign.
     *
     * @param audience {@link Audience#PUBLIC} for what residents may read, {@link Audience#STAFF}
     *     for all
     * @param limit at most {@value #FOUND_MAX}
     */
    @Transactional(readOnly = true)
    public List<Found> near(int county, String text, Audience audience, int limit) {
        return byWords(county, text, audience, new Bar(STORY_LEAST, 1, limit, ""));
    }

    /** What residents may read and has most of the words that one looks for, best first. */
    @Transactional(readOnly = true)
    List<Found> search(int county, String words, String category) {
        int asked = Terms.keys(cut(words)).length;
        return byWords(
                county, words, Audience.PUBLIC, new Bar(0, (asked + 1) / 2, SCORED_MAX, category));
    }

    /** Cross-county: the county in which residents may read the article; an address names none. */
    @Transactional(readOnly = true)
    Optional<Integer> county(List<Integer> counties, UUID id) {
        return db.sql(
                        """
                        select a.county
                        from knowledge.article a
                        where a.county = any(:counties) and a.id = :id
                            and a.state = 'LIVE' and a.audience = 'PUBLIC'
                        """)
                .param("counties", counties.toArray(Integer[]::new))
                .param("id", id)
                .query(Integer.class)
                .optional();
    }

    /** The article that is shown; empty when none is, or not to them. */
    @Transactional(readOnly = true)
    public Optional<Found> find(int county, UUID id, Audience audience) {
        return db.sql(
                        """
                        select %s
                        from knowledge.article a
                        join knowledge.version v on v.county = a.county and v.article_id = a.id and v.version = a.live
                        where a.county = :county and a.id = :id %s
                        """
                                .formatted(COLUMNS, SHOWN))
                .param("county", county)
                .param("id", id)
                .param("today", today())
                .param("staff", audience == Audience.STAFF)
                .query(Finder::read)
                .optional();
    }

    /** How good it must be, and how many. */
    private record Bar(double least, int words, int limit, String category) {}

    private List<Found> byWords(int county, String text, Audience audience, Bar bar) {
        var told = cut(text);
        int[] keys = told.length() < TEXT_CHARACTERS_MIN ? new int[0] : Terms.keys(told);
        var best = keys.length == 0 ? List.<UUID>of() : scored(county, keys, bar);
        if (best.isEmpty()) {
            return List.of();
        }
        return shown(county, best, audience, bar.category()).stream()
                .sorted(Comparator.comparingInt(each -> best.indexOf(each.id())))
                .limit(bar.limit())
                .toList();
    }

    /** Articles with these words, best first: a word counts the more the fewer have it. */
    private List<UUID> scored(int county, int[] keys, Bar bar) {
        return db.sql(
                        """
                        with hit as (
                            select w.article_id, w.weight, count(*) over (partition by w.key) as articles
                            from knowledge.word w
                            where w.county = :county and w.key = any(cast(:keys as int[]))
                        ), total as (
                            select greatest(count(*), 1)::numeric as articles
                            from knowledge.article a
                            where a.county = :county and a.state = 'LIVE'
                        )
                        select hit.article_id
                        from hit
                        cross join total
                        group by hit.article_id
                        having count(*) >= :words
                            and sum(hit.weight * ln(1 + total.articles / hit.articles))
                                >= :least * ln(1 + max(total.articles))
                        order by sum(hit.weight * ln(1 + total.articles / hit.articles)) desc, hit.article_id
                        limit :limit
                        """)
                .param("county", county)
                .param("keys", keys)
                .param("least", bar.least())
                .param("words", bar.words())
                .param("limit", SCORED_MAX)
                .query(UUID.class)
                .list();
    }

    private List<Found> shown(int county, List<UUID> ids, Audience audience, String category) {
        return db.sql(
                        """
                        select %s
                        from knowledge.article a
                        join knowledge.version v on v.county = a.county and v.article_id = a.id and v.version = a.live
                        where a.county = :county and a.id = any(:ids)
                            %s
                            and (:category = '' or exists (
                                select from unnest(a.categories) c
                                where c = :category or starts_with(c, :category || '.')))
                        limit :limit
                        """
                                .formatted(COLUMNS, SHOWN))
                .param("county", county)
                .param("ids", ids.toArray(UUID[]::new))
                .param("today", today())
                .param("staff", audience == Audience.STAFF)
                .param("category", category)
                .param("limit", SCORED_MAX)
                .query(Finder::read)
                .list();
    }

    private static String cut(String text) {
        var told = text.strip();
        return told.length() > TEXT_CHARACTERS_MAX ? told.substring(0, TEXT_CHARACTERS_MAX) : told;
    }

    /**
     * A piece of what residents may read.
     *
     * @param category code of it or of one above; empty for all
     * @param after id of the last one before, after which it goes on; empty for the first
     */
    record Browsed(int county, String category, String after, int limit) {}

    /** What residents may read, the oldest first. */
    @Transactional(readOnly = true)
    List<Found> browse(Browsed wish) {
        return db.sql(
                        """
                        select %s
                        from knowledge.article a
                        join knowledge.version v on v.county = a.county and v.article_id = a.id and v.version = a.live
                        where a.county = :county %s
                            and (:category = '' or exists (
                                select from unnest(a.categories) c
                                where c = :category or starts_with(c, :category || '.')))
                            and a.id::text > :after
                        order by a.id
                        limit :limit
                        """
                                .formatted(COLUMNS, SHOWN))
                .param("county", wish.county())
                .param("today", today())
                .param("staff", false)
                .param("category", wish.category())
                .param("after", wish.after())
                .param("limit", wish.limit())
                .query(Finder::read)
                .list();
    }

    private LocalDate today() {
        return Zones.day(clock.instant());
    }

    private static Found read(ResultSet row, int number) throws SQLException {
        return new Found(
                Sql.uuid(row, "id"),
                row.getInt("version"),
                row.getString("title"),
                row.getString("body"),
                row.getString("basis"),
                Sql.uuid(row, "owner_unit"),
                Zones.day(Sql.instant(row, "reviewed_at")));
    }
}
