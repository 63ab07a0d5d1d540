package wanhu.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import wanhu.base.Sql;

/**
 * What holds of matters and their clocks in every county at every moment, told from the tables
 * alone: no line of the product's own rules is asked.
 */
final class LifeLaws {
    private final JdbcClient db;
    private final int county;

    LifeLaws(JdbcClient db, int county) {
        this.db = db;
        this.county = county;
    }

    /** What holds when the product has looked at its clocks. */
    void afterTick(Instant now) {
        noReminderIsOwedTwiceEarlyOrNot(now);
    }

    /** What holds at the end. */
    void atEnd() {
        timelinesHaveNoGap();
        whatIsDueIsTheFirstOfItsClocks();
        whatWasInTimeIsSaidToBe();
    }

    private void noReminderIsOwedTwiceEarlyOrNot(Instant now) {
        assertThat(
                        count(
                                """
                                select count(*)
                                from promise.clock c
                                where c.county = :county and c.stopped_at is null and c.paused_at is null
                                  and c.warn_at <= :now
                                  and not exists (
                                    select from promise.rung r
                                    where r.county = c.county and r.clock_id = c.id
                                      and r.percent >= case when c.due_at <= :now then 100 else 51 end)
                                """,
                                now))
                .as("clocks that were not reminded of at %s", now)
                .isZero();
        assertThat(
                        count(
                                """
                                select count(*)
                                from promise.rung r
                                join promise.clock c on c.county = r.county and c.id = r.clock_id
                                where c.county = :county and r.claimed_at = :now
                                  and (r.percent = 100 and c.due_at > :now
                                    or r.percent between 51 and 99 and (c.warn_at > :now or c.due_at <= :now)
                                    or r.percent <= 50 and c.warn_at <= :now)
                                """,
                                now))
                .as("reminders that came too early, or beside a later one, at %s", now)
                .isZero();
        assertThat(
                        count(
                                """
                                select count(*)
                                from promise.rung r
                                join promise.clock c on c.county = r.county and c.id = r.clock_id
                                join matter.matter m on m.county = c.county and m.id = c.subject_id
                                where c.county = :county and r.claimed_at = :now
                                """,
                                now))
                .as("lines of the timelines for the reminders of %s", now)
                .isEqualTo(
                        count(
                                """
                                select count(*)
                                from matter.step
                                where county = :county and step = 'Chase' and recorded_at = :now
                                """,
                                now));
    }

    private void timelinesHaveNoGap() {
        assertThat(
                        count(
                                """
                                select count(*)
                                from (
                                    select s.*, lag(s.stage_to) over w as stage_before, lag(s.holder_to) over w as holder_before,
                                        lag(s.recorded_at) over w as before, row_number() over w as place
                                    from matter.step s
                                    where s.county = :county
                                    window w as (partition by s.matter_id order by s.seq)) s
                                where s.seq <> s.place
                                   or s.place > 1 and (s.stage_before <> s.stage_from or s.holder_before <> s.holder_from
                                        or s.before > s.recorded_at)
                                """,
                                Instant.EPOCH))
                .as("lines that do not follow from the one before")
                .isZero();
        assertThat(
                        count(
                                """
                                select count(*)
                                from matter.matter m
                                join lateral (
                                    select s.seq, s.stage_to, s.holder_to
                                    from matter.step s
                                    where s.county = m.county and s.matter_id = m.id
                                    order by s.seq desc
                                    limit 1) s on true
                                where m.county = :county
                                  and (s.seq <> m.version or s.stage_to <> m.stage or s.holder_to <> m.holder_id)
                                """,
                                Instant.EPOCH))
                .as("matters that stand elsewhere than their timeline says")
                .isZero();
    }

    private void whatIsDueIsTheFirstOfItsClocks() {
        assertThat(
                        count(
                                """
                                select count(*)
                                from matter.matter m
                                where m.county = :county
                                  and m.due_at is distinct from (
                                    select min(c.due_at)
                                    from promise.clock c
                                    where c.county = m.county and c.subject_id = m.id and c.stopped_at is null
                                      and c.paused_at is null)
                                """,
                                Instant.EPOCH))
                .as("matters whose day is not that of their first clock")
                .isZero();
        assertThat(
                        count(
                                """
                                select count(*)
                                from promise.clock c
                                join matter.matter m on m.county = c.county and m.id = c.subject_id
                                where c.county = :county and c.stopped_at is null and not m.open
                                """,
                                Instant.EPOCH))
                .as("clocks that run on for what is closed")
                .isZero();
    }

    private void whatWasInTimeIsSaidToBe() {
        assertThat(
                        count(
                                """
                                select count(*)
                                from promise.clock
                                where county = :county and in_time <> (coalesce(paused_at, stopped_at) < due_at)
                                """,
                                Instant.EPOCH))
                .isZero();
    }

    private int count(String question, Instant now) {
        return db.sql(question)
                .param("county", county)
                .param("now", Sql.at(now))
                .query(Integer.class)
                .single();
    }
}
