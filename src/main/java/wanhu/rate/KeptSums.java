package wanhu.rate;

import java.sql.Date;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The sums of units themselves, which move with the items, and of what lies below them, with the
 * tree that they were made with.
 */
@Repository
class KeptSums {
    private final JdbcClient db;

    KeptSums(JdbcClient db) {
        this.db = db;
    }

    /**
     * A sum by its key.
     *
     * @param below of what lies below the unit, and not of itself
     */
    record Key(
            String category,
            YearMonth month,
            UUID unit,
            boolean below,
            Finding finding,
            boolean excluded) {}

    /** A sum and by how much it is moved. */
    private record Moved(Key key, int n) {}

    /** Adds to the sums; what comes to nothing goes. */
    void change(int county, Map<Key, Integer> changes) {
        var less = moved(changes, n -> n < 0);
        if (!less.isEmpty()) {
            lessen(county, less);
            forget(county, less);
        }
        var more = moved(changes, n -> n > 0);
        if (!more.isEmpty()) {
            add(county, more);
        }
    }

    private static List<Moved> moved(Map<Key, Integer> changes, IntPredicate some) {
        return changes.entrySet().stream()
                .filter(each -> some.test(each.getValue()))
                .map(each -> new Moved(each.getKey(), each.getValue()))
                .toList();
    }

    private void lessen(int county, List<Moved> sums) {
        given(
                        county,
                        sums,
                        """
                        update rate.cell c set n = c.n + s.n
                        from unnest(cast(:units as uuid[]), cast(:categories as text[]), cast(:months as date[]),
                            cast(:below as boolean[]), cast(:findings as text[]), cast(:excluded as boolean[]),
                            cast(:n as int[])) as s (unit, category, month, below, finding, excluded, n)
                        where c.county = :county and c.unit_id = s.unit and c.category = s.category
                            and c.month = s.month and c.below = s.below and c.finding = s.finding
                            and c.excluded = s.excluded
                        """)
                .update();
    }

    private void forget(int county, List<Moved> sums) {
        given(
                        county,
                        sums,
                        """
                        delete from rate.cell c
                        using unnest(cast(:units as uuid[]), cast(:categories as text[]), cast(:months as date[]),
                            cast(:below as boolean[]), cast(:findings as text[]), cast(:excluded as boolean[]),
                            cast(:n as int[])) as s (unit, category, month, below, finding, excluded, n)
                        where c.county = :county and c.unit_id = s.unit and c.category = s.category
                            and c.month = s.month and c.below = s.below and c.finding = s.finding
                            and c.excluded = s.excluded and c.n = 0
                        """)
                .update();
    }

    private void add(int county, List<Moved> sums) {
        given(
                        county,
                        sums,
                        """
                        insert into rate.cell (county, unit_id, category, month, below, finding, excluded, n)
                        select :county, s.unit, s.category, s.month, s.below, s.finding, s.excluded, s.n
                        from unnest(cast(:units as uuid[]), cast(:categories as text[]), cast(:months as date[]),
                            cast(:below as boolean[]), cast(:findings as text[]), cast(:excluded as boolean[]),
                            cast(:n as int[])) as s (unit, category, month, below, finding, excluded, n)
                        on conflict (county, unit_id, category, month, below, finding, excluded)
                            do update set n = cell.n + excluded.n
                        """)
                .update();
    }

    private JdbcClient.StatementSpec given(int county, List<Moved> sums, String statement) {
        return db.sql(statement)
                .param("county", county)
                .param("units", column(sums, each -> each.key().unit(), UUID[]::new))
                .param("categories", column(sums, each -> each.key().category(), String[]::new))
                .param(
                        "months",
                        column(sums, each -> RateItems.first(each.key().month()), Date[]::new))
                .param("below", column(sums, each -> each.key().below(), Boolean[]::new))
                .param("findings", column(sums, each -> each.key().finding().name(), String[]::new))
                .param("excluded", column(sums, each -> each.key().excluded(), Boolean[]::new))
                .param("n", column(sums, Moved::n, Integer[]::new));
    }

    /** How many sums of units themselves are not those of the items. */
    int unsummed(int county) {
        return db.sql(
                        """
                        select count(*)
                        from (
                            select c.category, i.month, i.unit_id, i.finding, i.excluded, count(*) as n
                            from rate.item i
                            cross join lateral (values (i.category), ('')) as c (category)
                            where i.county = :county
                            group by 1, 2, 3, 4, 5) as summed
                        full join (
                            select category, month, unit_id, finding, excluded, n
                            from rate.cell
                            where county = :county and not below) as kept
                            using (category, month, unit_id, finding, excluded)
                        where coalesce(summed.n, 0) <> coalesce(kept.n, 0)
                        """)
                .param("county", county)
                .query(Integer.class)
                .single();
    }

    /** Whether those of what lies below were made with it. */
    boolean made(int county, Shape shape) {
        return made(county).filter(sign -> sign == shape.sign()).isPresent();
    }

    private Optional<Long> made(int county) {
        return db.sql("select shape from rate.shape where county = :county")
                .param("county", county)
                .query(Long.class)
                .optional();
    }

    /** Makes those of what lies below anew from the sums of the units themselves. */
    void make(int county, Shape shape) {
        db.sql("delete from rate.cell where county = :county and below")
                .param("county", county)
                .update();
        db.sql(
                        """
                        insert into rate.cell (county, category, month, unit_id, below, finding, excluded, n)
                        select c.county, c.category, c.month, p.above, true, c.finding, c.excluded, sum(c.n)
                        from unnest(cast(:units as uuid[]), cast(:aboves as uuid[])) as p (unit, above)
                        join rate.cell c on c.county = :county and c.unit_id = p.unit and not c.below
                        group by c.county, c.category, c.month, p.above, c.finding, c.excluded
                        """)
                .param("county", county)
                .param("units", column(shape, Shape.Pair::unit))
                .param("aboves", column(shape, Shape.Pair::above))
                .update();
        db.sql(
                        """
                        insert into rate.shape (county, shape)
                        values (:county, :shape)
                        on conflict (county) do update set shape = :shape
                        """)
                .param("county", county)
                .param("shape", shape.sign())
                .update();
    }

    /** How many of what lies below are not the sum of the units themselves. */
    int unsummed(int county, Shape shape) {
        return db.sql(
                        """
                        select count(*)
                        from (
                            select c.category, c.month, p.above as unit_id, c.finding, c.excluded, sum(c.n) as n
                            from unnest(cast(:units as uuid[]), cast(:aboves as uuid[])) as p (unit, above)
                            join rate.cell c on c.county = :county and c.unit_id = p.unit and not c.below
                            group by 1, 2, 3, 4, 5) as summed
                        full join (
                            select category, month, unit_id, finding, excluded, n
                            from rate.cell
                            where county = :county and below) as kept
                            using (category, month, unit_id, finding, excluded)
                        where coalesce(summed.n, 0) <> coalesce(kept.n, 0)
                        """)
                .param("county", county)
                .param("units", column(shape, Shape.Pair::unit))
                .param("aboves", column(shape, Shape.Pair::above))
                .query(Integer.class)
                .single();
    }

    private static <R, T> T[] column(List<R> rows, Function<R, T> value, IntFunction<T[]> array) {
        return rows.stream().map(value).toArray(array);
    }

    private static UUID[] column(Shape shape, Function<Shape.Pair, UUID> value) {
        return shape.pairs().stream().map(value).toArray(UUID[]::new);
    }
}
