package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import wanhu.base.Actor;
import wanhu.base.OrgPath;
import wanhu.base.Page;
import wanhu.base.Refused;
import wanhu.base.Scope;
import wanhu.base.Sql;
import wanhu.base.Zones;
import wanhu.life.Kind;
import wanhu.life.Reason;

/**
 * The door to what was published of matters: no sign-in, no name, no place finer than the village.
 */
@Service
public class PublicMatters {
    /** Most matters on one page of the board. */
    public static final int ROWS_MAX = 100;

    private static final int VILLAGE_DEPTH = 5;

    /** Columns of a {@link PublicMatter}. */
    static final String COLUMNS =
            """
            m.id, m.number, m.kind, m.category, m.public_title, m.public_text, m.public_answer, m.place_path,
            m.handler_path, m.result, m.reported_at, m.closed_at, m.supporters,
            (select count(*) from matter.requester r
              where r.county = :county and r.matter_id = m.id and r.grade is not null) as rated,
            (select count(*) from matter.requester r
              where r.county = :county and r.matter_id = m.id
                and r.grade in ('VERY_SATISFIED', 'SATISFIED', 'FAIRLY_SATISFIED')) as satisfied
            """;

    private final JdbcClient db;

    PublicMatters(JdbcClient db) {
        this.db = db;
    }

    /**
     * What somebody looks for on the board.
     *
     * @param within only places in this subtree; null for the county
     * @param category code of a category, with those below it; empty for all
     * @param text words that title, text or answer hold
     * @param after number after which the page starts; empty for the first
     */
    public record Query(
            int county,
            @Nullable OrgPath within,
            String category,
            String text,
            String after,
            int limit) {}

    /** Published matters, the last closed first. */
    @Transactional(readOnly = true)
    public Page<PublicMatter> list(Query query) {
        int limit = Math.clamp(query.limit(), 1, ROWS_MAX);
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("county", query.county());
        var where =
                new StringBuilder("m.county = :county and m.published and m.closed_at is not null");
        narrow(query, where, parameters);
        long count = count(where.toString(), parameters);
        after(query, where, parameters);
        parameters.put("limit", limit + 1);
        var rows = rows(where.toString(), parameters);
        boolean more = rows.size() > limit;
        var shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(shown, count, more ? shown.getLast().number() : null);
    }

    private long count(String where, Map<String, @Nullable Object> parameters) {
        // Composed; tried by BoardTest.
        return db.sql("select count(*) from matter.matter m where " + where)
                .params(parameters)
                .query(Long.class)
                .single();
    }

    private List<PublicMatter> rows(String where, Map<String, @Nullable Object> parameters) {
        var text =
                "select "
                        + COLUMNS
                        + " from matter.matter m where "
                        + where
                        + " order by m.closed_at desc, m.id desc limit :limit";
        // Composed; tried by BoardTest.
        return db.sql(text).params(parameters).query(PublicMatters::row).list();
    }

    private static void narrow(
            Query query, StringBuilder where, Map<String, @Nullable Object> parameters) {
        var within = query.within();
        if (within != null) {
            where.append(" and m.place_path >= :from and m.place_path < :until");
            parameters.put("from", within.from());
            parameters.put("until", within.until());
        }
        if (!query.category().isEmpty()) {
            where.append(" and (m.category = :category or m.category like :below)");
            parameters.put("category", query.category());
            parameters.put("below", query.category().replaceAll("[%_\\\\]", "\\\\$0") + ".%");
        }
        if (!query.text().isBlank()) {
            where.append(
                    " and (m.public_title || ' ' || m.public_text || ' ' || m.public_answer || ' ' || m.number) ilike :text");
            parameters.put(
                    "text", "%" + query.text().strip().replaceAll("[%_\\\\]", "\\\\$0") + "%");
        }
    }

    private void after(Query query, StringBuilder where, Map<String, @Nullable Object> parameters) {
        if (!query.after().isEmpty()) {
            where.append(
                    """
                     and (m.closed_at, m.id) < (
                        select seen.closed_at, seen.id from matter.matter seen
                        where seen.county = :county and seen.number = :after and seen.published)
                    """);
            parameters.put("after", query.after());
        }
    }

    /** The published matter with that number. */
    @Transactional(readOnly = true)
    public Optional<PublicMatter> find(int county, String number) {
        return db.sql(
                        "select "
                                + COLUMNS
                                + " from matter.matter m where m.county = :county and m.number = :number and m.published and m.closed_at is not null")
                .param("county", county)
                .param("number", number)
                .query(PublicMatters::row)
                .optional();
    }

    /** A matter that could be published: its number, its own title and when it ended. */
    public record Waiting(String number, String title, OrgPath place, Instant closed) {}

    /**
     * Ended matters of the post's territory whose residents agree to publication and that nobody
     * has published.
     */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Actor actor, int limit) {
        Refused.unless(
                Refused.Kind.FORBIDDEN, Scope.of(actor).contacts(), "matter.refused.missing");
        return db.sql(
                        """
                        select m.number, m.title, m.place_path, m.closed_at
                        from matter.matter m
                        where m.county = :county and m.publishable and not m.secret and not m.published
                          and m.stage in ('CLOSED', 'ARCHIVED')
                          and ((m.place_path >= :scope_from and m.place_path < :scope_until)
                            or (m.holder_path >= :held_from and m.holder_path < :held_until))
                        order by m.closed_at desc, m.id desc
                        limit :limit
                        """)
                .params(Scope.of(actor).parameters())
                .param("limit", Math.clamp(limit, 1, ROWS_MAX))
                .query((row, _) ->
                        new Waiting(
                                row.getString("number"),
                                row.getString("title"),
                                new OrgPath(row.getString("place_path")),
                                Sql.instant(row, "closed_at")))
                .list();
    }

    /**
     * Counts of one place, without a text and without a person.
     *
     * @param place the subtree's root
     * @param told matters told to us
     * @param ended matters that have ended with an answer
     * @param solved matters that ended solved or partly solved
     */
    public record Figures(OrgPath place, long told, long ended, long solved) {}

    /** Counts by township of the county, of what was told from a day on. */
    @Transactional(readOnly = true)
    public List<Figures> figures(int county, LocalDate from) {
        return db.sql(
                        """
                        select m.place_middle, count(*) as told,
                            count(*) filter (where m.stage in ('CLOSED', 'ARCHIVED')) as ended,
                            count(*) filter (where m.stage in ('CLOSED', 'ARCHIVED') and m.result in ('SOLVED', 'PARTLY')) as solved
                        from matter.matter m
                        where m.county = :county and m.reported_at >= :from and m.place_middle is not null
                        group by m.place_middle
                        order by m.place_middle
                        """)
                .param("county", county)
                .param("from", Sql.at(Zones.startOf(from)))
                .query((row, _) ->
                        new Figures(
                                new OrgPath(row.getString("place_middle")),
                                row.getLong("told"),
                                row.getLong("ended"),
                                row.getLong("solved")))
                .list();
    }

    /** The matter of a row that has the {@link #COLUMNS}. */
    static PublicMatter row(ResultSet row, int rowNumber) throws SQLException {
        var handler = row.getString("handler_path");
        var result = row.getString("result");
        return new PublicMatter(
                row.getString("number"),
                Kind.valueOf(row.getString("kind")),
                row.getString("category"),
                row.getString("public_title"),
                row.getString("public_text"),
                row.getString("public_answer"),
                coarse(new OrgPath(row.getString("place_path"))),
                handler == null ? null : coarse(new OrgPath(handler)),
                result == null ? null : Reason.Result.valueOf(result),
                Sql.instant(row, "reported_at"),
                Sql.instant(row, "closed_at"),
                row.getInt("supporters"),
                row.getInt("rated"),
                row.getInt("satisfied"));
    }

    private static OrgPath coarse(OrgPath path) {
        return path.depth() > VILLAGE_DEPTH ? path.atDepth(VILLAGE_DEPTH) : path;
    }
}
