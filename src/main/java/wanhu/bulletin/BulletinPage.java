package wanhu.bulletin;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import wanhu.base.Refused;
import wanhu.bulletin.Figures.Total;
import wanhu.matter.PublicMatter;
import wanhu.shell.Chart;
import wanhu.shell.Lines;
import wanhu.shell.Link;
import wanhu.shell.Screen;

/**
 * One bulletin as a page.
 *
 * @param versions that the post may read, the newest first
 * @param no what was refused
 */
record BulletinPage(
        Bulletin bulletin,
        String unit,
        List<Bulletin> versions,
        List<PublicMatter> matters,
        May may,
        @Nullable Refused no) {
    /** Longest name beside a bar, in characters; the whole name stands in the table. */
    static final int LABEL_CHARACTERS_MAX = 10;

    /** What the post may do with it. */
    record May(boolean write, boolean release, boolean correct) {}

    Figures figures() {
        return bulletin.figures();
    }

    String path() {
        return BulletinPages.PATH + "/" + bulletin.id();
    }

    /** The released version that took its place; null when none did. */
    @Nullable Bulletin later() {
        return versions.stream()
                .filter(each -> !each.pending() && each.version() > bulletin.version())
                .findFirst()
                .orElse(null);
    }

    List<Link> crumbs(Screen screen) {
        return List.of(
                new Link(screen.t("bulletin.title"), BulletinPages.PATH),
                new Link(period(screen, bulletin.period()), null));
    }

    /** "2026年第32周（2026-08-03 至 2026-08-09）". */
    static String period(Screen screen, Period period) {
        return screen.t(
                "bulletin.period." + period.kind(),
                Integer.toString(period.year()),
                period.number(),
                screen.date(period.from()),
                screen.date(period.until()));
    }

    /** A number that may not be known. */
    static String known(Screen screen, @Nullable Integer value) {
        return value == null ? screen.t("bulletin.unknown") : screen.number(value);
    }

    /** How much more it is than it was. */
    static String change(Screen screen, Total total, @Nullable Integer was) {
        if (was == null) {
            return screen.t("bulletin.unknown");
        }
        int more = total.now() - was;
        if (more == 0) {
            return screen.t("bulletin.same");
        }
        var sign = more > 0 ? "+" : "−";
        var share =
                was == 0
                        ? ""
                        : screen.t(
                                "bulletin.share",
                                sign + screen.percent((double) Math.abs(more) / was));
        return sign + screen.number(Math.abs(more)) + share;
    }

    Lines days() {
        return new Lines(
                figures().days().stream()
                        .map(each -> new Lines.Point(name(each.day()), each.came(), each.closed()))
                        .toList());
    }

    /** Month and day: "8.3". */
    private static String name(LocalDate day) {
        return day.getMonthValue() + "." + day.getDayOfMonth();
    }

    /** What the chart of days shows, in words. */
    String told(Screen screen) {
        var days = figures().days();
        var most =
                days.stream()
                        .max(java.util.Comparator.comparingInt(Figures.Day::came))
                        .orElseThrow();
        return screen.t(
                "bulletin.days.told",
                screen.date(days.getFirst().day()),
                screen.date(days.getLast().day()),
                most.came(),
                screen.date(most.day()));
    }

    Chart bars(Screen screen) {
        var points = new ArrayList<Chart.Point>();
        for (Figures.Category each : figures().categories()) {
            points.add(
                    new Chart.Point(
                            brief(each.name(screen.locale())),
                            each.came(),
                            screen.number(each.came())));
        }
        return new Chart(screen.t("bulletin.categories.chart"), screen.t("bulletin.unit"), points);
    }

    static String brief(String name) {
        int signs = name.codePointCount(0, name.length());
        return signs <= LABEL_CHARACTERS_MAX
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LABEL_CHARACTERS_MAX - 1)) + "…";
    }
}
