package wanhu.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static wanhu.calendar.ChinaTime.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import wanhu.base.Zones;

/** What must hold for every clock, tried on many made from seeds. */
class BudgetLawsTest {
    private static final int ROUNDS = 300;
    private static final List<TermUnit> UNITS = List.of(TermUnit.values());
    private static final WorkCalendar CALENDAR = WorkCalendar.national();
    private static final Instant FAR = at("2027-06-01T00:00");

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void ordersStartHalfWarnAndDue(long seed) {
        each(
                seed,
                random -> {
                    var budget = anyBudget(random);
                    var derived = budget.derive(CALENDAR, FAR);

                    assertThat(
                                    List.of(
                                            budget.started(),
                                            derived.halfAt(),
                                            derived.warnAt(),
                                            derived.dueAt()))
                            .isSorted();
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {14, 15})
    void neverEndsEarlierForALaterStart(long seed) {
        each(
                seed,
                random -> {
                    var term = anyTerm(random);
                    var start = anyInstant(random);
                    var later = start.plus(Duration.ofMinutes(random.nextInt(20_000)));

                    assertThat(Deadline.due(later, term, CALENDAR))
                            .isAfterOrEqualTo(Deadline.due(start, term, CALENDAR));
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {16, 17})
    void neverEndsEarlierForALongerTerm(long seed) {
        each(
                seed,
                random -> {
                    var term = anyTerm(random);
                    var start = anyInstant(random);
                    var longer = new Term(term.amount() + 1 + random.nextInt(5), term.unit());

                    assertThat(Deadline.due(start, longer, CALENDAR))
                            .isAfterOrEqualTo(Deadline.due(start, term, CALENDAR));
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {18, 19})
    void endsOnAWorkdayUnlessItCountsHours(long seed) {
        each(
                seed,
                random -> {
                    var budget = anyBudget(random);
                    var last = budget.derive(CALENDAR, FAR).lastDay();

                    assertThat(countsHours(budget) || CALENDAR.isWorkday(last)).isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {20, 21})
    void neverEndsWithinASuspension(long seed) {
        each(
                seed,
                random -> {
                    var budget = anyBudget(random);
                    var due = budget.derive(CALENDAR, FAR).dueAt();

                    assertThat(budget.suspensions())
                            .noneMatch(each -> each.covers(due.minusNanos(1)));
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {22, 23})
    void addsExtensionsOfWorkdaysAsOneTerm(long seed) {
        each(
                seed,
                random -> {
                    var start = anyInstant(random);
                    int first = random.nextInt(15) + 1;
                    int more = random.nextInt(10) + 1;
                    var extended =
                            new Budget(start, workdays(first), List.of(), List.of(workdays(more)));

                    assertThat(extended.derive(CALENDAR, start).dueAt())
                            .isEqualTo(Deadline.due(start, workdays(first + more), CALENDAR));
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {24, 25})
    void returnsExactlyTheSuspendedTimeForHours(long seed) {
        each(
                seed,
                random -> {
                    var start = anyInstant(random);
                    var term = new Term(random.nextInt(200) + 2, TermUnit.HOURS);
                    var from = start.plus(Duration.ofMinutes(random.nextInt(term.amount() * 60)));
                    var stood = Duration.ofMinutes(random.nextInt(5_000));
                    var pause = new Suspension(from, from.plus(stood), "test");

                    assertThat(
                                    new Budget(start, term, List.of(pause), List.of())
                                            .derive(CALENDAR, FAR)
                                            .dueAt())
                            .isEqualTo(Deadline.due(start, term, CALENDAR).plus(stood));
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {26, 27})
    void countsExactlyTheWorkdaysThatDidNotStand(long seed) {
        each(
                seed,
                random -> {
                    var start = anyInstant(random);
                    int count = random.nextInt(15) + 1;
                    var pause = anyPause(random, start);
                    var due =
                            new Budget(start, workdays(count), List.of(pause), List.of())
                                    .derive(CALENDAR, FAR)
                                    .dueAt();

                    var counted =
                            Zones.day(start)
                                    .plusDays(1)
                                    .datesUntil(Zones.day(due))
                                    .filter(CALENDAR::isWorkday)
                                    .filter(day -> !pause.covers(lastMoment(day)))
                                    .count();
                    assertThat(counted).isEqualTo(count);
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {28, 29})
    void doesNotCareForTheOrderOrOverlapOfSuspensions(long seed) {
        each(
                seed,
                random -> {
                    var start = anyInstant(random);
                    var term = anyTerm(random);
                    var one = anyPause(random, start);
                    var other = anyPause(random, start);

                    var there = new Budget(start, term, List.of(one, other), List.of());
                    var back = new Budget(start, term, List.of(other, one, one), List.of());

                    assertThat(there.derive(CALENDAR, FAR)).isEqualTo(back.derive(CALENDAR, FAR));
                });
    }

    private static void each(long seed, Consumer<Random> law) {
        var random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            law.accept(random);
        }
    }

    private static Budget anyBudget(Random random) {
        var start = anyInstant(random);
        var pauses = new ArrayList<Suspension>();
        for (int count = random.nextInt(4); count > 0; count--) {
            pauses.add(anyPause(random, start));
        }
        var extensions = Stream.generate(() -> anyTerm(random)).limit(random.nextInt(3)).toList();
        return new Budget(start, anyTerm(random), pauses, extensions);
    }

    private static Suspension anyPause(Random random, Instant start) {
        var from = start.plus(Duration.ofMinutes(random.nextInt(30_000)));
        return new Suspension(from, from.plus(Duration.ofMinutes(random.nextInt(20_000))), "test");
    }

    private static Term anyTerm(Random random) {
        var unit = UNITS.get(random.nextInt(UNITS.size()));
        return new Term(random.nextInt(unit == TermUnit.MONTHS ? 4 : 30) + 1, unit);
    }

    private static Term workdays(int amount) {
        return new Term(amount, TermUnit.WORKDAYS);
    }

    private static Instant anyInstant(Random random) {
        return at("2026-01-01T00:00").plus(Duration.ofMinutes(random.nextInt(300 * 24 * 60)));
    }

    private static Instant lastMoment(LocalDate day) {
        return Zones.startOf(day.plusDays(1)).minusNanos(1);
    }

    private static boolean countsHours(Budget budget) {
        var last = budget.extensions().isEmpty() ? budget.term() : budget.extensions().getLast();
        return last.unit() == TermUnit.HOURS || last.unit() == TermUnit.WORK_HOURS;
    }
}
