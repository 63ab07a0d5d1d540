package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

/**
 * Two ways to the same rows. Rare words: all matters that say them, by the index of words, and of
 * these what the post sees. Common words: what the post sees from the latest on, by the indexes in
 * the order of time, and each is asked whether it says them; nobody waits until a hundred thousand
 * are sorted.
 */
@Repository
class MatterSearchStore {
    private static final Instant LAST_TIME = Instant.parse("9999-01-01T00:00:00Z");

    /** One row in so many is looked at for a first guess. */
    private static final int SAMPLED_OF = 500;

    /** Fewer are read and sorted at once, however few matters there are. */
    private static final int COMMON_MIN = 1_000;

    /** More are never read and sorted for who sees the whole county. */
    private static final int COMMON_MAX = 4_000;

    /**
     * More are never read and sorted for who sees a part of it. What many say may be said nowhere
     * there, and then the walk ends only where the part ends: reading and sorting is bounded.
     */
    private static final int COMMON_ELSEWHERE = 6_000;

    /** By so much more than the most a sample of so few rows tells for sure. */
    private static final double SURELY = 1.25;

    /** Rows of a page of search. */
    private static final int SHOWN = 20;

    private static final UUID LAST_ID = new UUID(-1, -1);
    private static final String AFTER = "(m.reported_at, m.id) < (:mark_at, :mark_id)";

    private final JdbcClient db;

    MatterSearchStore(JdbcClient db) {
        this.db = db;
    }

    private static int mostRare(ListWhere where, long all) {
        if (!where.county()) {
            return COMMON_ELSEWHERE;
        }
        return where.filtered() ? COMMON_MAX : mostRare(all);
    }

    /**
     * Of so many matters the walk looks at all ÷ saying for each row that it shows, the other way
     * at all that say it: they cost the same when those that say it are the root of all × shown. A
     * filter makes the walk longer by nobody knows how much.
     */
    static int mostRare(long all) {
        return Math.clamp(Math.round(Math.sqrt((double) all * SHOWN)), COMMON_MIN, COMMON_MAX);
    }

    /** Of one row in {@value #SAMPLED_OF}. */
    private record Sample(long all, long saying) {}

    /** Always the same rows, so that the same search goes the same way while nothing changes. */
    private Sample sampled(ListWhere where) {
        return db.sql(
                        """
                        select count(*) all_rows,
                          count(*) filter (where w.keys @> cast(:words as int[])) saying
                        from matter.words w tablesample system (0.2) repeatable (1)
                        where w.county = :county
                        """)
                .params(where.parameters())
                .query((row, _) -> new Sample(row.getLong("all_rows"), row.getLong("saying")))
                .single();
    }

    /** Digests of which one is that of a requester; an empty one is that of nobody. */
    record Contact(String phone, String name) {}

    /** What is open or ended since then of who has that phone or name, and not secret. */
    List<MatterSearch.Hit> of(ListWhere where, Contact contact, Instant since) {
        where.and("not m.secret and (m.open or m.closed_at >= :since)", "since", Sql.at(since));
        where.and(
                """
                m.id in (
                  select r.matter_id
                  from matter.requester r
                  where r.county = :county and (r.phone_index = :phone or r.name_index = :name))
                """,
                "phone",
                contact.phone());
        where.parameters().put("name", contact.name());
        var statement =
                """
                select %s, m.due_at, m.warn_at, m.due_clock, m.body
                from matter.matter m
                where %s
                  and %s
                order by m.reported_at desc, m.id desc
                limit :limit
                """
                        .formatted(MatterListStore.COLUMNS, where.text(), AFTER);
        return list(where, null, ContactSearch.FOUND_MAX, statement);
    }

    /**
     * The rare way; nothing where so many matters of the county say the words that it is quicker to
     * walk from the latest on. What very many say is told by a sample: to count them would take
     * longer than to find those that are shown.
     */
    Optional<List<MatterSearch.Hit>> rare(ListWhere where, @Nullable MatterMark mark, int limit) {
        var sample = sampled(where);
        int most = mostRare(where, sample.all() * SAMPLED_OF);
        return sample.saying() * SAMPLED_OF > SURELY * most
                ? Optional.empty()
                : rare(where, mark, limit, most);
    }

    Optional<List<MatterSearch.Hit>> rare(
            ListWhere where, @Nullable MatterMark mark, int limit, int most) {
        where.parameters().put("most", most);
        var rows = query(where, mark, limit, rare(where)).query(MatterSearchStore::counted).list();
        return rows.getFirst().said() > most
                ? Optional.empty()
                : Optional.of(rows.stream().map(Counted::hit).filter(Objects::nonNull).toList());
    }

    /** A row beside how many say the words; without a row when nothing of it is seen. */
    private record Counted(int said, MatterSearch.@Nullable Hit hit) {}

    private static Counted counted(ResultSet row, int number) throws SQLException {
        return new Counted(
                row.getInt("said"), row.getObject("id") == null ? null : hit(row, number));
    }

    List<MatterSearch.Hit> latest(ListWhere where, @Nullable MatterMark mark, int limit) {
        return list(where, mark, limit, latest(where));
    }

    static String rare(ListWhere where) {
        return """
        with said as materialized (
            select w.matter_id
            from matter.words w
            where w.county = :county and w.keys @> cast(:words as int[])
            limit :most + 1)
        select told.said, found.*
        from (select count(*) as said from said) as told
        left join lateral (
            select %s, m.due_at, m.warn_at, m.due_clock, m.body
            from said
            join matter.matter m on m.county = :county and m.id = said.matter_id
            where told.said <= :most
              and %s
              and %s
            order by m.reported_at desc, m.id desc
            limit :limit) as found on true
        order by found.reported_at desc, found.id desc
        """
                .formatted(MatterListStore.COLUMNS, where.text(), AFTER);
    }

    static String latest(ListWhere where) {
        var branches =
                branches(where).stream()
                        .map(branch -> branch(where, branch))
                        .collect(Collectors.joining("\nunion\n"));
        return """
        select %s, m.due_at, m.warn_at, m.due_clock, m.body
        from (%s) as found
        join matter.matter m on m.county = :county and m.id = found.id
        where %s
        order by m.reported_at desc, m.id desc
        limit :limit
        """
                .formatted(MatterListStore.COLUMNS, branches, ListWhere.SEEN);
    }

    /**
     * Parts of what is seen that an index holds in the order of time or that are small: all of it
     * for who sees the whole county, else the territory and the unit's own work.
     */
    private static List<String> branches(ListWhere where) {
        var territory = where.territory();
        if (where.county()) {
            return List.of(territory);
        }
        var outside = " and (" + territory + ") is not true";
        return List.of(
                territory,
                "m.handler_id = :unit" + outside,
                "m.open and m.dispatcher_id = :unit" + outside,
                "m.open and m.holder_id = :unit" + outside);
    }

    /** A question of its own for each row, so that the planner walks the rows in their order. */
    private static String branch(ListWhere where, String branch) {
        return """
        (select m.id
        from matter.matter m
        where %s
          and %s
          and %s
          and (
            select w.keys @> cast(:words as int[])
            from matter.words w
            where w.county = :county and w.matter_id = m.id)
        order by m.reported_at desc, m.id desc
        limit :limit)
        """
                .formatted(where.narrow(), branch, AFTER);
    }

    private List<MatterSearch.Hit> list(
            ListWhere where, @Nullable MatterMark mark, int limit, String statement) {
        return query(where, mark, limit, statement).query(MatterSearchStore::hit).list();
    }

    private JdbcClient.StatementSpec query(
            ListWhere where, @Nullable MatterMark mark, int limit, String statement) {
        var at = mark == null ? LAST_TIME : mark.instant().orElse(LAST_TIME);
        // Composed; tried by MatterSearchTest.
        return db.sql(statement)
                .params(where.parameters())
                .param("mark_at", Sql.at(at))
                .param("mark_id", mark == null ? LAST_ID : mark.id())
                .param("limit", limit);
    }

    private static MatterSearch.Hit hit(ResultSet row, int number) throws SQLException {
        return new MatterSearch.Hit(MatterListStore.row(row, number), row.getString("body"));
    }
}
