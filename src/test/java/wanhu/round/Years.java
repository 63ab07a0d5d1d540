package wanhu.round;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import wanhu.TestClock;
import wanhu.base.Zones;
import wanhu.promise.Ticks;

/**
 * Plays the calendar of a county by chance: residents and clerks act, the product's clocks are
 * looked at now and then, and now and then for days nobody is there, or nothing that looks at
 * clocks. After each look and at the end {@link MeetingLaws} and {@link LifeLaws} hold.
 */
@Lazy
@Component
class Years {
    private static final int HOURS_BETWEEN_MAX = 30;
    private static final int STANDSTILL_DAY = 18;
    private static final int STANDSTILL_DAYS_MIN = 4;
    private static final int STANDSTILL_DAYS_MORE = 11;

    private final Lives lives;
    private final RoundTick rounds;
    private final Ticks ticks;
    private final JdbcClient db;
    private final TestClock clock;

    Years(Lives lives, RoundTick rounds, Ticks ticks, JdbcClient db, TestClock clock) {
        this.lives = lives;
        this.rounds = rounds;
        this.ticks = ticks;
        this.db = db;
        this.clock = clock;
    }

    /**
     * A time in which the product stands still.
     *
     * @param people whether they go on working, with a node that serves pages alone
     */
    private record Standstill(Instant from, Instant until, boolean people) {
        boolean at(Instant now) {
            return !now.isBefore(from) && now.isBefore(until);
        }
    }

    /** What was played. */
    record Played(Lives.Life life, List<Instant> ticks, int standstills) {}

    /** Plays from a day until another; the same seed plays the same. */
    Played play(long seed, LocalDate from, LocalDate until) {
        clock.set(Zones.startOf(from).plus(Duration.ofHours(8)));
        var life = lives.begin(seed);
        var meetings = new MeetingLaws(db, life);
        var matters = new LifeLaws(db, life.root.county());
        var standstills = standstills(life, from, until);
        var looked = new ArrayList<Instant>();
        while (clock.instant().isBefore(Zones.startOf(until))) {
            var now = clock.instant();
            var still = standstills.stream().filter(each -> each.at(now)).findFirst();
            if (still.isEmpty() || looked.isEmpty()) {
                rounds.run(List.of(life.root.county()));
                ticks.run(life.root.county());
                looked.add(now);
                meetings.afterTick(now);
                matters.afterTick(now);
            }
            if (still.map(Standstill::people).orElse(true)) {
                life.day();
            }
            clock.advance(Duration.ofMinutes(7 + life.chance.nextInt(60 * HOURS_BETWEEN_MAX)));
        }
        meetings.atEnd(looked);
        matters.atEnd();
        return new Played(life, looked, standstills.size());
    }

    /** Each lies over a cut-off of the townships, by turns with people and without. */
    private static List<Standstill> standstills(Lives.Life life, LocalDate from, LocalDate until) {
        var all = new ArrayList<Standstill>();
        for (var day = from.withDayOfMonth(STANDSTILL_DAY);
                day.isBefore(until);
                day = day.plusMonths(1)) {
            int days = STANDSTILL_DAYS_MIN + life.chance.nextInt(STANDSTILL_DAYS_MORE);
            var begin = Zones.startOf(day);
            all.add(new Standstill(begin, begin.plus(Duration.ofDays(days)), all.size() % 2 == 0));
        }
        return all;
    }
}
