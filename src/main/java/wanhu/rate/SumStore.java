package wanhu.rate;

import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import wanhu.base.Sql;

/** Reads the sums, and the items behind them. */
@Repository
class SumStore {
    /** Units × findings of one county, at most. */
    private static final int SUMS_MAX = 500_000;

    /** Items behind one figure that are listed, at most. */
    static final int ITEMS_MAX = 5_000;

    private final JdbcClient db;

    SumStore(JdbcClient db) {
        this.db = db;
    }

    /** Months, both inclusive. */
    record Months(YearMonth from, YearMonth until) {
        int count() {
            return (int) java.time.temporal.ChronoUnit.MONTHS.between(from, until) + 1;
        }
    }

    /** A sum: the unit, category or month to which it belongs stands as text. */
    record Sum(String of, Finding finding, boolean excluded, int n) {}

    /** Sums of some units, each with all below it. */
    List<Sum> ofUnits(int county, String category, Months months, Collection<UUID> units) {
        return db.sql(
                        """
                        select unit_id as of, finding, excluded, sum(n)::int as n
                        from rate.cell
                        where county = :county
                          and category = :category
                          and month >= :from
                          and month <= :until
                          and unit_id = any(:units)
                        group by unit_id, finding, excluded
                        limit :limit
                        """)
                .param("county", county)
                .param("category", category)
                .param("from", RateItems.first(months.from()))
                .param("until", RateItems.first(months.until()))
                .param("units", units.toArray(UUID[]::new))
                .param("limit", SUMS_MAX)
                .query((row, _) -> sum(row))
                .list();
    }

    /** Sums of a unit itself. */
    List<Sum> own(int county, String category, Months months, UUID unit) {
        return db.sql(
                        """
                        select unit_id as of, finding, excluded, sum(n)::int as n
                        from rate.cell
                        where county = :county
                          and category = :category
                          and month >= :from
                          and month <= :until
                          and unit_id = :unit
                          and not below
                        group by unit_id, finding, excluded
                        limit :limit
                        """)
                .param("county", county)
                .param("category", category)
                .param("from", RateItems.first(months.from()))
                .param("until", RateItems.first(months.until()))
                .param("unit", unit)
                .param("limit", SUMS_MAX)
                .query((row, _) -> sum(row))
                .list();
    }

    /** Sums of a unit with all below it, month by month. */
    List<Sum> byMonth(int county, String category, Months months, UUID unit) {
        return db.sql(
                        """
                        select to_char(month, 'YYYY-MM') as of, finding, excluded, sum(n)::int as n
                        from rate.cell
                        where county = :county
                          and category = :category
                          and month >= :from
                          and month <= :until
                          and unit_id = :unit
                        group by month, finding, excluded
                        limit :limit
                        """)
                .param("county", county)
                .param("category", category)
                .param("from", RateItems.first(months.from()))
                .param("until", RateItems.first(months.until()))
                .param("unit", unit)
                .param("limit", SUMS_MAX)
                .query((row, _) -> sum(row))
                .list();
    }

    /** Sums of a unit with all below it, category by category. */
    List<Sum> byCategory(int county, Months months, UUID unit) {
        return db.sql(
                        """
                        select category as of, finding, excluded, sum(n)::int as n
                        from rate.cell
                        where county = :county
                          and category <> ''
                          and month >= :from
                          and month <= :until
                          and unit_id = :unit
                        group by category, finding, excluded
                        limit :limit
                        """)
                .param("county", county)
                .param("from", RateItems.first(months.from()))
                .param("until", RateItems.first(months.until()))
                .param("unit", unit)
                .param("limit", SUMS_MAX)
                .query((row, _) -> sum(row))
                .list();
    }

    private static Sum sum(java.sql.ResultSet row) throws java.sql.SQLException {
        return new Sum(
                row.getString("of"),
                Finding.valueOf(row.getString("finding")),
                row.getBoolean("excluded"),
                row.getInt("n"));
    }

    /** An item behind a figure. */
    record Behind(UUID matter, UUID unit, YearMonth month, Finding finding, boolean excluded) {}

    /** The items behind a figure of some units, the latest month first. */
    List<Behind> behind(int county, Asked asked, Collection<UUID> units) {
        return db.sql(
                        """
                        select matter_id, unit_id, to_char(month, 'YYYY-MM') as month, finding,
                            excluded
                        from rate.item
                        where county = :county
                          and unit_id = any(:units)
                          and month >= :from
                          and month <= :until
                          and finding = any(cast(:findings as text[]))
                          and :category in ('', category)
                          and excluded = :excluded
                        order by month desc, matter_id desc, no
                        limit :limit
                        """)
                .param("county", county)
                .param("units", units.toArray(UUID[]::new))
                .param("from", RateItems.first(asked.months().from()))
                .param("until", RateItems.first(asked.months().until()))
                .param("findings", asked.findings().stream().map(Enum::name).toArray(String[]::new))
                .param("category", asked.category())
                .param("excluded", asked.excluded())
                .param("limit", ITEMS_MAX)
                .query((row, _) ->
                        new Behind(
                                Sql.uuid(row, "matter_id"),
                                Sql.uuid(row, "unit_id"),
                                YearMonth.parse(row.getString("month")),
                                Finding.valueOf(row.getString("finding")),
                                row.getBoolean("excluded")))
                .list();
    }

    /** Which items are meant. */
    record Asked(Months months, String category, List<Finding> findings, boolean excluded) {}
}
