package wanhu.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.org.UnitKind;
import wanhu.people.Staff;

/** Rates of a large county are there at once. */
@WanhuTest
class RateSpeedTest {
    private static final int LARGE = 154_732;

    @Autowired Rates rates;
    @Autowired Staff staff;
    @Autowired JdbcClient db;

    /** A county-year of 100,000 matters: 330 units, 12 months, 10 categories. */
    @Test
    void aCountyYearOfAHundredThousandMattersIsReadAtOnce() {
        var root = staff.county(LARGE);
        var all = new ArrayList<UUID>();
        all.add(root.id());
        for (int at = 0; at < 15; at++) {
            var one = staff.below(root, UnitKind.TOWNSHIP, "镇" + at);
            all.add(one.id());
        }
        for (int at = all.size(); at < 330; at++) {
            all.add(Ids.next());
        }
        db.sql(
                        """
                        insert into rate.cell (county, category, month, unit_id, below, finding, excluded, n)
                        select :county, c.name, cast('2026-01-01' as date) + m * interval '1 month', u.id,
                            u.id = :root, f.name, false, 25
                        from unnest(cast(:units as uuid[])) as u (id),
                            generate_series(0, 11) as m,
                            unnest(array['HANDLED', 'SIGNED', 'SIGNED_LATE', 'CONTACTED', 'SOLVED', 'UNSOLVED',
                                'VERY_SATISFIED', 'DISSATISFIED']) as f (name),
                            unnest(array['']) as c (name)
                        """)
                .param("county", LARGE)
                .param("root", root.id())
                .param("units", all.toArray(UUID[]::new))
                .update();
        db.sql("insert into rate.fold (county, seen, folded_at) values (:county, 1, now())")
                .param("county", LARGE)
                .update();
        var months = new SumStore.Months(YearMonth.parse("2026-01"), YearMonth.parse("2026-12"));
        var asked = new Rates.Asked(root, months, "");
        rates.table(LARGE, asked);
        long best = Long.MAX_VALUE;
        for (int turn = 0; turn < 5; turn++) {
            long start = System.nanoTime();
            var table = rates.table(LARGE, asked);
            best = Math.min(best, System.nanoTime() - start);
            assertThat(table.classes()).isNotEmpty();
        }
        System.out.printf("rates of a county-year: %.1f ms%n", best / 1e6);

        assertThat(best).isLessThan(Duration.ofMillis(500).toNanos());
        db.sql("delete from rate.fold where county = :county").param("county", LARGE).update();
    }
}
