package wanhu.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.calendar.Term;
import wanhu.promise.ClockChange.Start;
import wanhu.promise.ClockChange.Stop;
import wanhu.promise.KeptPromises.Kept;

/** Promises that were made and kept are read by their matter, however many others there are. */
@WanhuTest
class KeptPromisesTest {
    private static final int COUNTY = 154826;
    private static final Instant NOON = Instant.parse("2026-08-10T04:00:00Z");
    private static final Term TERM = Term.parse("5wd");

    @Autowired Clocks clocks;
    @Autowired KeptPromises promises;
    @Autowired JdbcClient db;

    @Test
    void tellsWhenItWasSignedForAndWhetherInTime() {
        var matter = begun(ClockKind.SIGN, ClockKind.FINISH);
        var signed = NOON.plusSeconds(3_600);
        clocks.apply(COUNTY, matter, List.of(new Stop(ClockKind.SIGN)), signed);

        var kept = promises.list(COUNTY, List.of(matter, begun(ClockKind.REVIEW)));
        assertThat(kept).extracting(Kept::kind).containsExactly(ClockKind.SIGN);
        assertThat(kept.getFirst().stopped()).isEqualTo(signed);
        assertThat(kept.getFirst().inTime()).isTrue();
    }

    private UUID begun(ClockKind... kinds) {
        var matter = Ids.next();
        var changes = List.of(kinds).stream().<ClockChange>map(each -> new Start(each, TERM));
        clocks.apply(COUNTY, matter, changes.toList(), NOON);
        return matter;
    }

    @Test
    @Transactional
    void isReadFromAnIndexOfItsOwn() {
        db.sql("set local enable_seqscan = off").update();
        db.sql("set local plan_cache_mode = force_generic_plan").update();

        var plan =
                db.sql(
                                """
                                explain
                                select kind
                                from promise.clock
                                where county = :county
                                  and subject_id = any(:matters)
                                  and kind in ('SIGN', 'CONTACT')
                                """)
                        .param("county", COUNTY)
                        .param("matters", new UUID[] {Ids.next()})
                        .query(String.class)
                        .list();
        assertThat(String.join("\n", plan)).contains("clock_kept");
    }
}
