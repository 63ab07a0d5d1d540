package wanhu.overview;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;
import wanhu.base.Actor;
import wanhu.base.Role;
import wanhu.board.Months;
import wanhu.org.Level;
import wanhu.org.Unit;
import wanhu.rate.RateFigures;
import wanhu.shell.Chart;
import wanhu.shell.Lines;
import wanhu.shell.Link;
import wanhu.shell.Screen;

/**
 * The figures of a territory, each with the list of the rows that it counts.
 *
 * @param wall whether the post may open the wall board
 */
record OverviewPage(Actor actor, Overview on, boolean wall) {
    /** Of fewer no median is told: one matter that took long says nothing. */
    static final int MEDIAN_LEAST = 5;

    List<Link> crumbs() {
        var links = on.above().stream().map(unit -> new Link(unit.name(), address(unit)));
        return on.above().isEmpty()
                ? List.of()
                : Stream.concat(links, Stream.of(new Link(on.unit().name(), null))).toList();
    }

    static String address(Unit unit) {
        return OverviewPages.PATH + "/" + unit.id();
    }

    /** The list behind a figure of a unit. */
    static String rows(Unit unit, String... conditions) {
        var address =
                UriComponentsBuilder.fromPath("/matters")
                        .queryParam("lens", "AREA")
                        .queryParam("kind", "UNACCUSING")
                        .queryParam("place", unit.id());
        for (int at = 0; at + 1 < conditions.length; at += 2) {
            address.queryParam(conditions[at], conditions[at + 1]);
        }
        return address.build().toUriString();
    }

    /** What came in during some months, both inclusive. */
    static String came(Unit unit, YearMonth from, YearMonth until) {
        return rows(
                unit, "from", from.atDay(1).toString(), "until", until.atEndOfMonth().toString());
    }

    /** What was solved during some months, both inclusive. */
    static String solved(Unit unit, YearMonth from, YearMonth until) {
        return rows(
                unit,
                "solved-from",
                from.atDay(1).toString(),
                "solved-until",
                until.atEndOfMonth().toString());
    }

    String recentlySolved(Unit unit) {
        return solved(unit, on.spans().from(), on.spans().until());
    }

    String recentlyCame(Unit unit) {
        return came(unit, on.spans().from(), on.spans().until());
    }

    /** A grid is one person's work more often than not; of a person nothing is told. */
    boolean grid() {
        return on.unit().level() == Level.GRID;
    }

    /** Whether what lies below are grids. */
    boolean grids() {
        return on.unit().level() == Level.VILLAGE;
    }

    /** The median in days; empty where too few were solved. */
    static String median(Months.Sum sum) {
        var median = sum.median();
        return sum.solved() < MEDIAN_LEAST || median.isEmpty()
                ? ""
                : Integer.toString(median.getAsInt());
    }

    static String share(Screen screen, RateFigures.Share share) {
        return share.shown() ? screen.percent(share.value()) : screen.t("overview.few");
    }

    /** The formula, what was left out and the rows of the rates of a unit. */
    String rates(Unit unit) {
        return UriComponentsBuilder.fromPath("/rates")
                .queryParam("unit", unit.id())
                .queryParam("from", on.spans().from())
                .queryParam("until", on.spans().until())
                .build()
                .toUriString();
    }

    /** Whether the post may read that page too. */
    boolean readsRates() {
        return actor.covers(on.unit().path()) && !actor.is(Role.GRID_WORKER);
    }

    Chart stages(Screen screen) {
        return new Chart(
                screen.t("overview.stages"),
                screen.t("overview.matters"),
                on.stages().entrySet().stream()
                        .map(each ->
                                new Chart.Point(
                                        screen.t("life.stage." + each.getKey()),
                                        each.getValue().open(),
                                        screen.number(each.getValue().open())))
                        .toList());
    }

    Lines months() {
        return new Lines(
                on.months().stream()
                        .map(each ->
                                new Lines.Point(
                                        each.month().toString().substring(2),
                                        each.came(),
                                        each.solved()))
                        .toList());
    }

    String told(Screen screen) {
        return screen.t(
                "overview.months.told",
                on.months().getFirst().month().toString(),
                on.months().getLast().month().toString());
    }
}
