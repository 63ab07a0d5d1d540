package wanhu.matter;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Sql;

/**
 * Published matters by when they were told, for programs that read many: which they are first, then
 * piece by piece what stands there, so that nobody holds them all.
 */
@Service
public class PublicSpans {
    /** Most matters of one span. */
    public static final int MATTERS_MAX = 1_000;

    private final JdbcClient db;

    PublicSpans(JdbcClient db) {
        this.db = db;
    }

    /** A range of time: from an instant on, until just before another. */
    public record Between(Instant from, Instant until) {
        /** Before everything that the database can hold. */
        public static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

        /** After everything. */
        public static final Instant LAST = Instant.parse("2999-12-31T00:00:00Z");

        /** All time. */
        public static final Between ALWAYS = new Between(FIRST, LAST);
    }

    /**
     * What is looked for.
     *
     * @param categories codes; empty for all
     * @param told when it was told
     * @param closed when it ended
     * @param skip so many are left out first
     */
    public record Span(
            int county,
            List<String> categories,
            Between told,
            Between closed,
            int skip,
            int limit) {
        public Span {
            categories = List.copyOf(categories);
        }
    }

    /** Ids of what was published and fits, the last told first, at most {@link #MATTERS_MAX}. */
    @Transactional(readOnly = true)
    public List<UUID> ids(Span span) {
        return db
                .sql(
                        """
                        select m.id
                        from matter.matter m
                        where m.county = :county and m.published and m.closed_at is not null
                          and m.reported_at >= :told_from and m.reported_at < :told_until
                          and m.closed_at >= :closed_from and m.closed_at < :closed_until
                          and (:any_category or m.category = any(:categories))
                        order by m.reported_at desc, m.id desc
                        limit :limit
                        """)
                .param("county", span.county())
                .param("told_from", Sql.at(span.told().from()))
                .param("told_until", Sql.at(span.told().until()))
                .param("closed_from", Sql.at(span.closed().from()))
                .param("closed_until", Sql.at(span.closed().until()))
                .param("any_category", span.categories().isEmpty())
                .param("categories", span.categories().toArray(String[]::new))
                .param("limit", span.skip() + Math.clamp(span.limit(), 1, MATTERS_MAX))
                .query((row, _) -> Sql.uuid(row, "id"))
                .list()
                .stream()
                .skip(span.skip())
                .toList();
    }

    /** Those of them that are still published, the last told first. */
    @Transactional(readOnly = true)
    public List<PublicMatter> of(int county, List<UUID> ids) {
        return db.sql(
                        "select "
                                + PublicMatters.COLUMNS
                                + " from matter.matter m where m.county = :county and m.id = any(:ids)"
                                + " and m.published and m.closed_at is not null"
                                + " order by m.reported_at desc, m.id desc")
                .param("county", county)
                .param("ids", ids.toArray(UUID[]::new))
                .query(PublicMatters::row)
                .list();
    }

    /** What was published of matters with these numbers, the last told first. */
    @Transactional(readOnly = true)
    public List<PublicMatter> numbered(int county, List<String> numbers) {
        return db.sql(
                        "select "
                                + PublicMatters.COLUMNS
                                + " from matter.matter m where m.county = :county and m.number = any(:numbers)"
                                + " and m.published and m.closed_at is not null"
                                + " order by m.reported_at desc, m.id desc")
                .param("county", county)
                .param("numbers", numbers.toArray(String[]::new))
                .query(PublicMatters::row)
                .list();
    }
}
