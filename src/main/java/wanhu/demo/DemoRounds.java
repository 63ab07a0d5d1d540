package wanhu.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.base.Zones;
import wanhu.calendar.Calendars;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.round.Decision;
import wanhu.round.Decisions;
import wanhu.round.Item;
import wanhu.round.Openings;
import wanhu.round.Round;
import wanhu.round.RoundState;
import wanhu.round.Rounds;
import wanhu.round.Seat;

/**
 * Holds the invented meetings of the past year: of villages at the week's end, of townships when
 * the list of the 20th has closed, of the county when that of the 28th has.
 */
@Component
class DemoRounds {
    private static final String WEEKLY = "VILLAGE_WEEKLY";
    private static final String TOWNSHIP = "TOWNSHIP_MONTHLY";
    private static final String COUNTY = "COUNTY_MONTHLY";
    private static final int WORDS = 5;
    private static final int MORNING = 10;
    private static final int AFTERNOON = 15;

    /** A day on which the lists of all levels are open, whatever holidays do to the cut-offs. */
    private static final int OPENED_ON = 11;

    private final DemoCounty county;
    private final DemoStaff staff;
    private final Openings openings;
    private final Rounds rounds;
    private final Decisions decisions;
    private final Calendars calendars;
    private final String[] seats = DemoTable.rows("words.tsv").get(WORDS);
    private final String carried = DemoTable.rows("words.tsv").get(WORDS + 1)[0];

    DemoRounds(
            DemoCounty county,
            DemoStaff staff,
            Openings openings,
            Rounds rounds,
            Decisions decisions,
            Calendars calendars) {
        this.county = county;
        this.staff = staff;
        this.openings = openings;
        this.rounds = rounds;
        this.decisions = decisions;
        this.calendars = calendars;
    }

    /**
     * Every meeting between now and an instant, but for those of its week, which are still to come.
     */
    void enter(DemoQueue queue, Instant until, DemoPlay play) {
        var first = Zones.day(queue.now());
        var last = Zones.day(until);
        var monday = last.minusDays(last.getDayOfWeek().getValue() - 1L);
        for (var day = friday(first); day.isBefore(monday); day = day.plusWeeks(1)) {
            queue.add(at(day, AFTERNOON), () -> weekly(queue.now(), play));
        }
        for (var month = YearMonth.from(first).plusMonths(1);
                month.atDay(OPENED_ON).isBefore(last);
                month = month.plusMonths(1)) {
            queue.add(at(month.atDay(OPENED_ON), MORNING), () -> monthly(queue, play));
        }
    }

    private static LocalDate friday(LocalDate from) {
        return from.plusDays(12L - from.getDayOfWeek().getValue());
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(Zones.CHINA).toInstant();
    }

    /** Villages with something to decide meet; that of the story always does. */
    private void weekly(Instant now, DemoPlay play) {
        var tree = county.tree();
        var bodies = new TreeMap<String, Unit>();
        tree.byCode(DemoCounty.STORY_VILLAGE).ifPresent(each -> bodies.put(each.code(), each));
        play.waiting().stream()
                .map(each -> each.parties().holder())
                .filter(holder -> holder.level() == Level.VILLAGE)
                .map(holder -> tree.get(holder.unit()))
                .forEach(each -> bodies.put(each.code(), each));
        for (Round round : open(WEEKLY, now, List.copyOf(bodies.values()))) {
            rounds.begin(clerk(round), round.id());
            hold(round, play);
        }
    }

    /**
     * Townships and the county open their lists, and meet on the workday after these have closed.
     */
    private void monthly(DemoQueue queue, DemoPlay play) {
        var tree = county.tree();
        var opened = queue.now();
        meet(queue, () -> open(TOWNSHIP, opened, tree.townships()), play);
        meet(queue, () -> open(COUNTY, opened, tree.root().stream().toList()), play);
    }

    private void meet(DemoQueue queue, Supplier<List<Round>> open, DemoPlay play) {
        var closes = open.get().getFirst().freezes();
        if (closes == null) {
            throw new IllegalStateException("Expected a cut-off but the meeting has none");
        }
        var day = calendars.of(DemoCounty.CODE).nextWorkday(Zones.day(closes));
        queue.add(
                at(day, MORNING),
                () ->
                        open.get().stream()
                                .filter(round -> round.state() == RoundState.FROZEN)
                                .forEach(round -> hold(round, play)));
    }

    private List<Round> open(String kind, Instant at, List<Unit> bodies) {
        return openings.open(DemoCounty.CODE, kind, at, bodies);
    }

    /** Decides what waits for this meeting, carries the rest on, and signs the minutes. */
    private void hold(Round round, DemoPlay play) {
        var clerk = clerk(round);
        for (Item item : rounds.items(round)) {
            var life = play.waiting(item.matter());
            var decision =
                    life.map(each -> each.decision(play.doors()))
                            .orElse(new Decision.Carry(carried));
            decisions.decide(clerk, round.id(), item.matter(), decision);
            life.ifPresent(play::decided);
        }
        rounds.finish(clerk, round.id(), seat(round, clerk));
        rounds.approve(clerk, round.id());
    }

    private Seat seat(Round round, Actor clerk) {
        var host = staff.actor(Role.LEADER, body(round));
        var present =
                Stream.of(host, clerk)
                        .map(each -> new Seat.Person(each.name(), post(each)))
                        .toList();
        var seat = seats[round.body().level().compareTo(Level.VILLAGE)];
        return new Seat(seat, host.name(), clerk.name(), present);
    }

    private static String post(Actor actor) {
        return actor.title().substring(actor.title().lastIndexOf(' ') + 1);
    }

    private Actor clerk(Round round) {
        var role =
                switch (round.body().level()) {
                    case GRID, VILLAGE -> Role.VILLAGE_CLERK;
                    case TOWNSHIP -> Role.TOWNSHIP_CLERK;
                    case COUNTY, CITY, PROVINCE -> Role.COUNTY_CLERK;
                };
        return staff.actor(role, body(round));
    }

    private Unit body(Round round) {
        return county.tree().get(round.body().unit());
    }
}
