package wanhu.matter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;
import wanhu.matter.MatterSearchPage.Span;

/** Reads what says the words, and of it what a post sees; {@link MatterSearchWays} chooses how. */
@Repository
class MatterSearchStore {
    /** One row in so many is looked at for a guess. */
    private static final int SAMPLED_OF = 500;

    private static final String AFTER = "(m.reported_at, m.id) < (:mark_at, :mark_id)";

    private final JdbcClient db;

    MatterSearchStore(JdbcClient db) {
        this.db = db;
    }

    /** Of so many matters of the county so many say the words, guessed. */
    record Guess(long all, long saying) {}

    /**
     * From one row in {@value #SAMPLED_OF}; always the same rows, so that the same search goes the
     * same way while nothing changes.
     */
    Guess guess(ListWhere where, int[] words) {
        return db.sql(
                        """
                        select count(*) all_rows,
                          count(*) filter (where w.keys @> cast(:words as int[])) saying
                        from matter.words w tablesample system (0.2) repeatable (1)
                        where w.county = :county
                        """)
                .params(where.parameters())
                .param("words", words)
                .query((row, _) ->
                        new Guess(
                                row.getLong("all_rows") * SAMPLED_OF,
                                row.getLong("saying") * SAMPLED_OF))
                .single();
    }

    /** Whether each matter of the county has its signs. */
    boolean signed(ListWhere where) {
        return db.sql(
                        """
                        select not exists (
                          select from matter.words where county = :county and reported_at is null)
                        """)
                .params(where.parameters())
                .query(Boolean.class)
                .single();
    }

    /**
     * When the first matter of the county was reported, and the last; the same when there is none.
     */
    Span all(ListWhere where) {
        return db.sql(
                        """
                        select min(reported_at) as first, max(reported_at) as last
                        from matter.counted
                        where county = :county
                        """)
                .params(where.parameters())
                .query((row, _) ->
                        row.getObject("first") == null
                                ? new Span(Span.FIRST, Span.FIRST)
                                : new Span(Sql.instant(row, "first"), Sql.instant(row, "last")))
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
        return query(where, MatterSearchPage.of(null, ContactSearch.FOUND_MAX), statement)
                .query(MatterSearchStore::hit)
                .list();
    }

    /**
     * All that say the words, by their index, and of these what the post sees, the latest first.
     *
     * @param keys of words and signs
     * @param most more are not read
     * @return empty where more say it
     */
    Optional<List<MatterSearch.Hit>> said(
            ListWhere where, int[] keys, MatterSearchPage page, int most) {
        var rows =
                query(where, page, said(where))
                        .param("keys", keys)
                        .param("most", most)
                        .query(MatterSearchStore::counted)
                        .list();
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

    /**
     * From the latest of a share on, each asked whether it says the words.
     *
     * @param budget more are not looked at
     */
    List<MatterSearch.Hit> walked(
            MatterSearchShare share, int[] words, MatterSearchPage page, int budget) {
        return query(share.where(), page, walked(share))
                .param("words", words)
                .param("budget", budget)
                .query(MatterSearchStore::hit)
                .list();
    }

    /** The same of what the unit has in hand and has no sign of it: few. */
    List<MatterSearch.Hit> inHand(ListWhere where, int[] words, MatterSearchPage page) {
        return query(where, page, inHand(where))
                .param("words", words)
                .query(MatterSearchStore::hit)
                .list();
    }

    /**
     * Sorted before the matters are joined: as many are read as are shown, not as many as say it.
     */
    static String said(ListWhere where) {
        return """
        with said as materialized (
            select w.matter_id,
              coalesce(w.reported_at, (
                select c.reported_at
                from matter.counted c
                where c.county = :county and c.id = w.matter_id)) as reported_at
            from matter.words w
            where w.county = :county and w.keys @> cast(:keys as int[])
              and (w.reported_at >= :since and w.reported_at < :before) is not false
            limit :most + 1)
        select told.said, found.*
        from (select count(*) as said from said) as told
        left join lateral (
            select %s, m.due_at, m.warn_at, m.due_clock, m.body
            from (
              select said.matter_id, said.reported_at
              from said
              where told.said <= :most
                and (said.reported_at, said.matter_id) < (:mark_at, :mark_id)
              order by said.reported_at desc, said.matter_id desc) as latest
            join matter.matter m on m.county = :county and m.id = latest.matter_id
            where %s
            order by latest.reported_at desc, latest.matter_id desc
            limit :limit) as found on true
        order by found.reported_at desc, found.id desc
        """
                .formatted(MatterListStore.COLUMNS, where.text());
    }

    /**
     * Times and ids come from an index alone; what the wall asks of a row, only those that say it.
     */
    static String walked(MatterSearchShare share) {
        return """
        select %s, m.due_at, m.warn_at, m.due_clock, m.body
        from (
            select top.id, top.reported_at
            from (
              select m.id, m.reported_at
              from matter.counted m
              where m.county = :county and %s
                and m.reported_at >= :since and %s
              order by m.reported_at desc, m.id desc
              limit :budget) as top
            where (
              select w.keys @> cast(:words as int[])
              from matter.words w
              where w.county = :county and w.matter_id = top.id)
            order by top.reported_at desc, top.id desc) as found
        join matter.matter m on m.county = :county and m.id = found.id
        where %s
        order by found.reported_at desc, found.id desc
        limit :limit
        """
                .formatted(MatterListStore.COLUMNS, share.rows(), AFTER, share.where().text());
    }

    static String inHand(ListWhere where) {
        var branches =
                Stream.of(
                                "c.handler_id = :unit and " + OwnWork.UNSIGNED,
                                "c.open and c.dispatcher_id = :unit and c.handler_id is distinct from :unit",
                                "c.open and c.holder_id = :unit and c.handler_id is distinct from :unit")
                        .map(own -> inHand(where, own))
                        .collect(Collectors.joining("\nunion\n"));
        return """
        select %s, m.due_at, m.warn_at, m.due_clock, m.body
        from (%s) as found
        join matter.matter m on m.county = :county and m.id = found.id
        order by m.reported_at desc, m.id desc
        limit :limit
        """
                .formatted(MatterListStore.COLUMNS, branches);
    }

    /**
     * From the latest on: first whether it says the words, then whether the post sees it, and only
     * then the row.
     */
    private static String inHand(ListWhere where, String own) {
        return """
        (select top.id
        from (
          select c.id, c.reported_at
          from matter.counted c
          where c.county = :county and %s
            and c.reported_at >= :since
            and (c.reported_at, c.id) < (:mark_at, :mark_id)
          order by c.reported_at desc, c.id desc) as top
        where case when (
            select w.keys @> cast(:words as int[])
            from matter.words w
            where w.county = :county and w.matter_id = top.id)
          then exists (
            select
            from matter.matter m
            where m.id = top.id and %s) end
        order by top.reported_at desc, top.id desc
        limit :limit)
        """
                .formatted(own, where.text());
    }

    private JdbcClient.StatementSpec query(
            ListWhere where, MatterSearchPage page, String statement) {
        // Composed; tried by MatterSearchTest.
        return db.sql(statement)
                .params(where.parameters())
                .param("since", Sql.at(page.span().since()))
                .param("before", Sql.at(page.span().before()))
                .param("mark_at", Sql.at(page.at()))
                .param("mark_id", page.id())
                .param("limit", page.limit());
    }

    private static MatterSearch.Hit hit(ResultSet row, int number) throws SQLException {
        return new MatterSearch.Hit(MatterListStore.row(row, number), row.getString("body"));
    }
}
