package wanhu.bulletin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import wanhu.base.Actor;
import wanhu.base.Words;
import wanhu.base.Zones;
import wanhu.bulletin.Figures.Measure;
import wanhu.bulletin.Figures.Total;
import wanhu.callback.CallFigures;
import wanhu.law.Laws;
import wanhu.law.RuleKey;
import wanhu.matter.PeriodFigures;
import wanhu.org.Unit;
import wanhu.org.Units;
import wanhu.rate.RateFigures;
import wanhu.round.RoundFigures;
import wanhu.supervise.SupervisionFigures;
import wanhu.topic.TopicFigures;

/** Asks the rooms for the figures of a bulletin, once. */
@Component
class Counting {
    /** Hot topics of a bulletin. */
    static final int TOPICS_MAX = 5;

    private static final List<String> TERMS =
            List.of(
                    "CAME",
                    "CLOSED",
                    "OPEN",
                    "OVERDUE",
                    "REPORTS",
                    "BEFORE",
                    "PLACES",
                    "RATES",
                    "CALLS",
                    "TOPICS",
                    "MEETINGS",
                    "ORDERS");

    private final PeriodFigures matters;
    private final RateFigures rates;
    private final CallFigures calls;
    private final TopicFigures topics;
    private final RoundFigures rounds;
    private final SupervisionFigures orders;
    private final Breakdown breakdown;
    private final BulletinStore store;
    private final Units units;
    private final Laws laws;
    private final Words words;
    private final Clock clock;

    Counting(
            PeriodFigures matters,
            RateFigures rates,
            CallFigures calls,
            TopicFigures topics,
            RoundFigures rounds,
            SupervisionFigures orders,
            Breakdown breakdown,
            BulletinStore store,
            Units units,
            Laws laws,
            Words words,
            Clock clock) {
        this.matters = matters;
        this.rates = rates;
        this.calls = calls;
        this.topics = topics;
        this.rounds = rounds;
        this.orders = orders;
        this.breakdown = breakdown;
        this.store = store;
        this.units = units;
        this.laws = laws;
        this.words = words;
        this.clock = clock;
    }

    /** Has counted in the background what is not yet, before somebody begins. */
    void want(int county) {
        rates.want(county);
        topics.want(county);
    }

    /**
     * The figures of a unit for a period, as they are now.
     *
     * @throws wanhu.base.Refused CONFLICT while they are being counted
     */
    Figures draw(Actor actor, Unit unit, Period period) {
        int county = unit.county();
        var now = clock.instant();
        var counted = counted(unit, period);
        var month = YearMonth.from(period.until());
        int least = laws.number(county, RuleKey.PUBLIC_SUPPRESSION, Zones.day(now));
        int reports = matters.accusing(county, unit.path(), period.span());
        return new Figures(
                now,
                least,
                totals(unit, period, counted),
                reports >= least ? reports : null,
                Breakdown.days(period, counted),
                breakdown.categories(county, counted),
                breakdown.places(unit, counted),
                month.toString(),
                rates(unit, month),
                calls(unit, period, least),
                topics.days(county),
                topics(actor, unit),
                meetings(unit, period),
                orders(unit, period),
                terms(period));
    }

    private Breakdown.Counted counted(Unit unit, Period period) {
        var others = new ArrayList<PeriodFigures.Span>();
        others.add(period.before().span());
        period.yearAgo().map(Period::span).ifPresent(others::add);
        return new Breakdown.Counted(
                matters.reported(unit.county(), unit.path(), period.span(), others),
                matters.solved(unit.county(), unit.path(), period.span(), others),
                matters.standing(unit.county(), unit.path()));
    }

    private List<Total> totals(Unit unit, Period period, Breakdown.Counted counted) {
        var first = matters.first(unit.county(), unit.path()).orElse(LocalDate.MAX);
        boolean before = !first.isAfter(period.before().from());
        boolean yearAgo = period.yearAgo().filter(each -> !first.isAfter(each.from())).isPresent();
        var totals = new ArrayList<Total>();
        var came = counted.came().others();
        var closed = counted.closed().others();
        totals.add(
                new Total(
                        Measure.CAME,
                        counted.came().cells().stream().mapToInt(PeriodFigures.Cell::count).sum(),
                        before ? came.getFirst() : null,
                        yearAgo ? came.getLast() : null));
        totals.add(
                new Total(
                        Measure.CLOSED,
                        counted.closed().cells().stream().mapToInt(PeriodFigures.Cell::count).sum(),
                        before ? closed.getFirst() : null,
                        yearAgo ? closed.getLast() : null));
        var then = released(unit, period.before());
        var last = period.yearAgo().map(each -> released(unit, each)).orElse(null);
        int open = counted.standing().stream().mapToInt(PeriodFigures.Standing::open).sum();
        int late = counted.standing().stream().mapToInt(PeriodFigures.Standing::overdue).sum();
        totals.add(stood(Measure.OPEN, open, then, last));
        totals.add(stood(Measure.OVERDUE, late, then, last));
        return totals;
    }

    /** How many are open is not counted backwards: it was written down then, or is not known. */
    private static Total stood(
            Measure measure, int now, @Nullable Figures before, @Nullable Figures yearAgo) {
        return new Total(
                measure,
                now,
                before == null ? null : before.total(measure).now(),
                yearAgo == null ? null : yearAgo.total(measure).now());
    }

    private @Nullable Figures released(Unit unit, Period period) {
        return store.versions(unit.county(), unit.id(), period).stream()
                .filter(each -> !each.pending())
                .findFirst()
                .map(Bulletin::figures)
                .orElse(null);
    }

    private List<Figures.Share> rates(Unit unit, YearMonth month) {
        return rates.month(unit.county(), unit.id(), month).stream()
                .map(each ->
                        new Figures.Share(
                                each.rate().name(), each.shown(), each.value(), each.cases()))
                .toList();
    }

    /** Told when the month is over and its lots are known to all; never of a few answers. */
    private List<Figures.Called> calls(Unit unit, Period period, int least) {
        if (period.kind() == Period.Kind.WEEK) {
            return List.of();
        }
        var found = calls.month(unit.county(), unit.path(), YearMonth.from(period.from()));
        return breakdown.calls(unit.county(), found, least);
    }

    private List<Figures.Topic> topics(Actor actor, Unit unit) {
        return topics.hottest(actor, unit.path(), TOPICS_MAX).stream()
                .map(each -> new Figures.Topic(each.name(), each.matters(), each.rising()))
                .toList();
    }

    private List<Figures.Meeting> meetings(Unit unit, Period period) {
        return rounds
                .held(
                        unit.county(),
                        unit.path(),
                        Zones.startOf(period.from()),
                        Zones.startOf(period.until().plusDays(1)))
                .stream()
                .map(each -> new Figures.Meeting(each.level(), each.held(), each.missed()))
                .toList();
    }

    private Figures.Orders orders(Unit unit, Period period) {
        var to = units.tree(unit.county()).ever(unit.path());
        var found =
                orders.orders(
                        unit.county(),
                        to,
                        Zones.startOf(period.from()),
                        Zones.startOf(period.until().plusDays(1)));
        return new Figures.Orders(found.issued(), found.closed(), found.running(), found.late());
    }

    private List<Figures.Term> terms(Period period) {
        return TERMS.stream()
                .filter(each -> period.kind() == Period.Kind.MONTH || !each.equals("CALLS"))
                .map(each ->
                        new Figures.Term(
                                each,
                                words.text(Locale.CHINESE, "bulletin.term." + each),
                                words.text(Locale.ENGLISH, "bulletin.term." + each)))
                .toList();
    }
}
