package wanhu.promise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.TestClock;
import wanhu.WanhuTest;
import wanhu.base.Ids;
import wanhu.base.Role;
import wanhu.law.Laws;
import wanhu.law.RuleChange;
import wanhu.law.RuleKey;
import wanhu.law.Source;
import wanhu.people.Staff;
import wanhu.promise.ClockChange.StartUntil;

/** Promises remind by the shares of time that the county's rules name. */
@WanhuTest
class ClocksTest {
    private static final Instant NOON = Instant.parse("2026-08-10T04:00:00Z");
    private static final LocalDate TENTH_DAY = LocalDate.parse("2026-08-19");

    private static final LocalDate CHANGED = LocalDate.parse("2026-08-11");
    private static final Source DOCUMENT = new Source("库政办发〔2026〕12号", "Document 12 of 2026", "");

    @Autowired Clocks clocks;
    @Autowired Laws laws;
    @Autowired Staff staff;
    @Autowired TestClock clock;
    @Autowired Ticks ticks;
    @Autowired JdbcClient db;

    @Test
    void isSoonAfterTheShareThatHeldWhenItBegan() {
        clock.set("2026-08-03T09:00");
        var admin = staff.actor(Role.ADMIN, staff.county(150541));
        laws.change(admin, new RuleChange(RuleKey.CHASE_SECOND, "60", CHANGED, DOCUMENT));

        assertThat(begun(admin.county(), NOON).warn()).isEqualTo(partOf(NOON, 80));
        var next = NOON.plusSeconds(86_400);
        assertThat(begun(admin.county(), next).warn()).isEqualTo(partOf(next, 60));
    }

    /** A step, or another calendar, before the tick has read what has come: it is still owed. */
    @Test
    void aReminderThatNobodyHasReadIsNotLostWhenTheClockIsDatedAnew() {
        int county = staff.county(154850).county();
        var subject = Ids.next();
        clocks.apply(
                county, subject, List.of(new StartUntil(ClockKind.SUPERVISE, TENTH_DAY)), NOON);
        ticks.run(county);

        datedAnewAndRead(county, subject, "2026-08-18T08:00");
        datedAnewAndRead(county, subject, "2026-08-18T12:00");
        assertThat(reminders(county)).containsExactly(80);

        datedAnewAndRead(county, subject, "2026-08-20T08:00");
        datedAnewAndRead(county, subject, "2026-08-20T12:00");
        assertThat(reminders(county)).containsExactly(80, 100);
    }

    private void datedAnewAndRead(int county, UUID subject, String time) {
        clock.set(time);
        clocks.recompute(county, subject, clock.instant());
        ticks.run(county);
    }

    private List<Integer> reminders(int county) {
        return db.sql("select percent from promise.rung where county = :county order by percent")
                .param("county", county)
                .query(Integer.class)
                .list();
    }

    private Due begun(int county, Instant now) {
        var changes = List.<ClockChange>of(new StartUntil(ClockKind.PLAN, TENTH_DAY));
        return clocks.apply(county, Ids.next(), changes, now);
    }

    private static Instant partOf(Instant from, int percent) {
        long seconds =
                Instant.parse("2026-08-19T16:00:00Z").getEpochSecond() - from.getEpochSecond();
        return from.plusSeconds(seconds * percent / 100);
    }
}
