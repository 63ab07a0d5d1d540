package wanhu.rate;

import java.sql.Date;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

/** Items, and what makes them be looked at again. */
@Repository
class RateItems {
    /** Stands for all categories. */
    static final String ANY = "";

    private final JdbcClient db;
    private final NamedParameterJdbcTemplate batches;

    RateItems(JdbcClient db, NamedParameterJdbcTemplate batches) {
        this.db = db;
        this.batches = batches;
    }

    /** A matter left out for a unit. */
    record Left(UUID matter, UUID unit) {}

    void clear(int county) {
        db.sql("delete from rate.item where county = :county").param("county", county).update();
        db.sql("delete from rate.cell where county = :county").param("county", county).update();
        db.sql("delete from rate.pending where county = :county").param("county", county).update();
        db.sql("delete from rate.stale where county = :county").param("county", county).update();
    }

    /** Matters of which a promise has ended since, or that somebody marked. */
    List<UUID> due(int county, Instant now, int limit) {
        return db.sql(
                        """
                        select matter_id
                        from (
                            select matter_id
                            from rate.pending
                            where county = :county and next_at <= :now
                            union
                            select matter_id
                            from rate.stale
                            where county = :county) as due
                        limit :limit
                        """)
                .param("county", county)
                .param("now", Sql.at(now))
                .param("limit", limit)
                .query(UUID.class)
                .list();
    }

    void mark(int county, UUID matter) {
        db.sql(
                        """
                        insert into rate.stale (county, matter_id)
                        values (:county, :matter)
                        on conflict (county, matter_id) do nothing
                        """)
                .param("county", county)
                .param("matter", matter)
                .update();
    }

    /** Which of the matters are left out, for which unit. */
    Set<Left> left(int county, Collection<UUID> matters) {
        return Set.copyOf(
                db.sql(
                                """
                                select matter_id, unit_id
                                from rate.exclusion
                                where county = :county
                                  and matter_id = any(:matters)
                                  and state = 'GRANTED'
                                """)
                        .param("county", county)
                        .param("matters", matters.toArray(UUID[]::new))
                        .query((row, _) ->
                                new Left(Sql.uuid(row, "matter_id"), Sql.uuid(row, "unit_id")))
                        .list());
    }

    List<Item> items(int county, Collection<UUID> matters) {
        return db.sql(
                        """
                        select matter_id, no, unit_id, category, to_char(month, 'YYYY-MM') as month,
                            finding, excluded
                        from rate.item
                        where county = :county and matter_id = any(:matters)
                        """)
                .param("county", county)
                .param("matters", matters.toArray(UUID[]::new))
                .query((row, _) ->
                        new Item(
                                Sql.uuid(row, "matter_id"),
                                row.getInt("no"),
                                Sql.uuid(row, "unit_id"),
                                row.getString("category"),
                                YearMonth.parse(row.getString("month")),
                                Finding.valueOf(row.getString("finding")),
                                row.getBoolean("excluded")))
                .list();
    }

    void forget(int county, Collection<UUID> matters) {
        var ids = matters.toArray(UUID[]::new);
        db.sql("delete from rate.item where county = :county and matter_id = any(:matters)")
                .param("county", county)
                .param("matters", ids)
                .update();
        db.sql("delete from rate.pending where county = :county and matter_id = any(:matters)")
                .param("county", county)
                .param("matters", ids)
                .update();
        db.sql("delete from rate.stale where county = :county and matter_id = any(:matters)")
                .param("county", county)
                .param("matters", ids)
                .update();
    }

    void add(int county, List<Item> items) {
        db.sql(
                        """
                        insert into rate.item
                            (county, matter_id, no, unit_id, category, month, finding, excluded)
                        select :county, i.matter_id, i.no, i.unit_id, i.category, i.month, i.finding,
                            i.excluded
                        from unnest(:matters, cast(:nos as smallint[]), :units,
                            cast(:categories as text[]), cast(:months as date[]),
                            cast(:findings as text[]), :excluded)
                            as i (matter_id, no, unit_id, category, month, finding, excluded)
                        """)
                .param("county", county)
                .param("matters", column(items, Item::matter, UUID[]::new))
                .param("nos", column(items, Item::no, Integer[]::new))
                .param("units", column(items, Item::unit, UUID[]::new))
                .param("categories", column(items, Item::category, String[]::new))
                .param("months", column(items, each -> first(each.month()), Date[]::new))
                .param("findings", column(items, each -> each.finding().name(), String[]::new))
                .param("excluded", column(items, Item::excluded, Boolean[]::new))
                .update();
    }

    private static <R, T> T[] column(List<R> rows, Function<R, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    void await(int county, Map<UUID, Instant> pending) {
        batches.batchUpdate(
                """
                insert into rate.pending (county, matter_id, next_at)
                values (:county, :matter, :next)
                on conflict (county, matter_id) do update set next_at = :next
                """,
                pending.entrySet().stream()
                        .map(each ->
                                new MapSqlParameterSource("county", county)
                                        .addValue("matter", each.getKey())
                                        .addValue("next", Sql.at(each.getValue())))
                        .toArray(SqlParameterSource[]::new));
    }

    static Date first(YearMonth month) {
        return Date.valueOf(month.atDay(1));
    }
}
