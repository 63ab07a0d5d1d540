package wanhu.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.Alone;
import wanhu.Large;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.Sql;
import wanhu.base.Wall;
import wanhu.matter.MatterQuery.Sort;
import wanhu.people.Staff;

/**
 * What is soon or late among 30,000 open matters comes quickly in each order, however few or many
 * it is, however old, and whether or not the planner knows of it.
 */
@Alone
@Large
@WanhuTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NearSpeedTest {
    private static final int COUNTY = 150946;
    private static final int MATTERS = 60_000;
    private static final int ROWS = 50;
    private static final double MILLIS_MAX = 60;

    @Autowired JdbcClient db;
    @Autowired MatterLists lists;
    @Autowired Staff staff;

    private ManyMatters many;

    @BeforeAll
    void manyMatters() {
        many = new ManyMatters(staff, db, COUNTY);
        many.fill(MATTERS);
    }

    private List<Actor> posts() {
        return List.of(
                staff.actor(Role.COUNTY_CLERK, many.county()),
                staff.actor(Role.TOWNSHIP_CLERK, many.townships().get(3)),
                staff.actor(Role.VILLAGE_CLERK, many.villages().get(42)));
    }

    /** Hours until the deadline, by the minutes since the report divided by three. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "case when n % 10007 < 6 then n % 3 - 1 else 2000 end",
                "n % 3 - 1",
                "case when n > 59000 then n % 3 - 1 else 2000 end",
                "case when n < 1000 then n % 3 - 1 else 2000 end"
            })
    void comesQuicklyHoweverItIsSpread(String hours) {
        db.sql(
                        """
                        update matter.matter
                        set due_at = :now + (%1$s) * interval '1 hour',
                          warn_at = :now + ((%1$s) - 2) * interval '1 hour'
                        where county = :county and open
                        """
                                .formatted(hours.replaceAll("\\bn\\b", "substr(number, 2)::int")))
                .param("county", COUNTY)
                .param("now", Sql.at(TestClock.START))
                .update();
        // Old versions of 60,000 rows are swept away, as autovacuum does; what is known stays
        // stale.
        Wall.NOTHING.behind(() -> db.sql("vacuum matter.matter").update());
        assertThat(slow("stale")).isEmpty();
        db.sql("analyze matter.matter").update();
        assertThat(slow("known")).isEmpty();
    }

    private List<String> slow(String statistics) {
        var slow = new ArrayList<String>();
        for (Actor actor : posts()) {
            for (Lens lens : List.of(Lens.SOON, Lens.OVERDUE)) {
                for (Sort sort : Sort.values()) {
                    var query = MatterQuery.of(lens, sort, ROWS);
                    double millis = ManyMatters.best(() -> lists.list(actor, query));
                    var line =
                            "near %s %s %s %s %.1f ms"
                                    .formatted(statistics, actor.role(), lens, sort, millis);
                    System.out.println(line);
                    if (millis > MILLIS_MAX) {
                        slow.add(line);
                    }
                }
                double millis = ManyMatters.best(() -> lists.counts(actor, List.of(lens), ROWS));
                System.out.printf(
                        "near %s %s %s count %.1f ms%n", statistics, actor.role(), lens, millis);
                if (millis > MILLIS_MAX) {
                    slow.add("count " + lens + " " + millis);
                }
            }
        }
        return slow;
    }
}
